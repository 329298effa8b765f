package org.cairn.server.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Component;

/// All published versions in the order in which they were published, a page at a time.
@Component
class Feed {
    static final int LARGEST = 100;

    /// A version bears the moment its publication began and is seen once it is stored. Until this has passed it stays
    /// out, so that none can appear before a place that a harvester has passed.
    static final Duration SETTLED = Duration.ofMinutes(1);

    private final Specs specs;
    private final Listings listings;
    private final Organisations organisations;
    private final InstantSource time;

    Feed(Specs specs, Listings listings, Organisations organisations, InstantSource time) {
        this.specs = specs;
        this.listings = listings;
        this.organisations = organisations;
        this.time = time;
    }

    /// What a harvester asks for, as it came.
    ///
    /// @param since a day or a moment; blank for the beginning
    /// @param cursor where another page ended; goes before `since`
    /// @param size how many; blank for the most there can be
    /// @param issuer name of one institution in addresses; blank for all
    record Wish(String since, String cursor, String size, String issuer) {}

    /// @param more whether there is another page now
    /// @param end where this page ends: from there on one reads on, now or later
    record Page(List<Listing> listings, boolean more, Specs.Place end) {}

    /// @throws InputException when a value cannot be understood
    /// @throws NotFoundException when there is no such institution
    Page page(Wish wish) {
        var issuer = Optional.of(wish.issuer()).filter(i -> !i.isBlank()).map(this::issuer);
        var place = place(wish);
        var size = size(wish.size());
        var found = specs.publishedAfter(
                place, issuer.map(Organisation::id), time.instant().minus(SETTLED), size + 1);
        var shown = found.subList(0, Math.min(size, found.size()));
        return new Page(
                listings.of(shown), found.size() > size, shown.isEmpty() ? place : FeedPlace.after(shown.getLast()));
    }

    private Organisation issuer(String slug) {
        return organisations.bySlug(slug).orElseThrow(() -> new NotFoundException("issuer"));
    }

    private static Specs.Place place(Wish wish) {
        if (!wish.cursor().isBlank()) {
            return FeedPlace.read(wish.cursor()).orElseThrow(() -> refused("cursor", "publish.feed.cursor.form"));
        }
        return wish.since().isBlank()
                ? FeedPlace.start()
                : FeedPlace.since(wish.since()).orElseThrow(() -> refused("since", "publish.feed.since.form"));
    }

    private static int size(String text) {
        if (text.isBlank()) {
            return LARGEST;
        }
        if (!text.matches("[1-9][0-9]{0,2}") || Integer.parseInt(text) > LARGEST) {
            throw refused("size", "publish.feed.size.form", LARGEST);
        }
        return Integer.parseInt(text);
    }

    private static InputException refused(String field, String key, Object... args) {
        return new InputException(Fault.of(field, key, args));
    }
}
