package org.cairn.server.publish;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.issue.PublicAnswer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The feed for harvesters.
@RestController
class FeedApi {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Feed feed;
    private final FeedAtom atom;
    private final Descriptions descriptions;
    private final Places places;

    FeedApi(Feed feed, FeedAtom atom, Descriptions descriptions, Places places) {
        this.feed = feed;
        this.atom = atom;
        this.descriptions = descriptions;
        this.places = places;
    }

    enum State {
        CURRENT,
        /// A newer version took its place; what was awarded of it stays as it was.
        SUPERSEDED
    }

    /// One version.
    ///
    /// @param id its stable address
    /// @param supersedes the version before it, which a harvester may hold
    record Entry(
            String id,
            State state,
            Instant published,
            Optional<String> supersedes,
            Optional<String> supersededBy,
            Map<String, Object> document,
            List<Description.Loss> lost,
            List<Description.Missing> missing) {}

    /// A page of the feed, oldest first.
    ///
    /// @param next the following page; empty at the end
    /// @param resume where to ask later for what will have been added
    record PageView(Format format, List<Entry> entries, Optional<String> next, String resume) {}

    @Operation(
            summary = "All published versions, oldest first, page by page, in one format (ctdl, elm, schema)",
            description =
                    "Follow next until it is missing, keep resume, and ask there again later. A version appears a"
                            + " minute after it was published. None is ever taken out: one that a newer version replaced says so.")
    @GetMapping("/feed/{format:ctdl|elm|schema}")
    ResponseEntity<byte[]> page(
            @PathVariable String format,
            @Parameter(description = "Only what was published from this day or moment on (ISO 8601, UTC)")
                    @RequestParam(defaultValue = "")
                    String since,
            @Parameter(description = "Where another page ended; goes before since") @RequestParam(defaultValue = "")
                    String cursor,
            @Parameter(description = "How many to a page, 1 to 100") @RequestParam(defaultValue = "") String size,
            @Parameter(description = "Only what this institution published, by its name in addresses")
                    @RequestParam(defaultValue = "")
                    String issuer,
            HttpServletRequest request) {
        var wish = new Feed.Wish(since, cursor, size, issuer);
        var page = feed.page(wish);
        var chosen = Format.ofSlug(format).orElseThrow();
        var onward = address("/feed/" + format, page.end(), wish);
        var view = new PageView(
                chosen,
                page.listings().stream().map(l -> entry(l, chosen)).toList(),
                Optional.of(onward).filter(_ -> page.more()),
                onward);
        return PublicAnswer.of(request, descriptions.text(view), FRESH, links(page, onward), "application/json");
    }

    @Operation(summary = "The same as an Atom feed of stable addresses, with the formats of each as alternates")
    @GetMapping("/feed/atom.xml")
    ResponseEntity<byte[]> atom(
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "") String size,
            @RequestParam(defaultValue = "") String issuer,
            HttpServletRequest request) {
        var wish = new Feed.Wish(since, cursor, size, issuer);
        var page = feed.page(wish);
        var onward = address("/feed/atom.xml", page.end(), wish);
        return PublicAnswer.of(
                request, atom.of(page, onward), FRESH, links(page, onward), "application/atom+xml", "application/xml");
    }

    private Entry entry(Listing listing, Format format) {
        var description = descriptions.of(listing, format);
        return new Entry(
                places.version(listing.spec().id()),
                listing.isSuperseded() ? State.SUPERSEDED : State.CURRENT,
                listing.spec().publishedAt(),
                listing.succession().previous().map(places::version),
                listing.succession().next().map(places::version),
                description.document(),
                description.lost(),
                description.missing());
    }

    /// The values were understood, so that they can stand in an address.
    private String address(String path, Specs.Place place, Feed.Wish wish) {
        return places.address(path
                + "?cursor=" + FeedPlace.cursor(place)
                + (wish.size().isBlank() ? "" : "&size=" + wish.size())
                + (wish.issuer().isBlank() ? "" : "&issuer=" + wish.issuer()));
    }

    private static HttpHeaders links(Feed.Page page, String onward) {
        var headers = new HttpHeaders();
        if (page.more()) {
            headers.add(HttpHeaders.LINK, "<" + onward + ">; rel=\"next\"");
            headers.add(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, HttpHeaders.LINK);
        }
        return headers;
    }
}
