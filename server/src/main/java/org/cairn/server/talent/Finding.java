package org.cairn.server.talent;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.issue.CredentialId;
import org.cairn.server.talent.AliasRepository.Alias;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How employers find people: by skills that are backed this moment, country and language, and by nothing else. The
/// order is shuffled anew each day for each employer, so that it says nothing of anybody. Each look is written down for
/// the one who was looked at. Thread-safe.
@Service
class Finding {
    static final int MOST_SHOWN = 50;
    /// Some fit on paper only: a credential of theirs may not stand any more.
    private static final int MOST_LOOKED_AT = 150;

    private final ListingRepository listings;
    private final AliasRepository aliases;
    private final Facts facts;
    private final People people;
    private final InstantSource time;

    Finding(ListingRepository listings, AliasRepository aliases, Facts facts, People people, InstantSource time) {
        this.listings = listings;
        this.aliases = aliases;
        this.facts = facts;
        this.people = people;
        this.time = time;
    }

    /// What an employer sees of a listing.
    ///
    /// @param name hers only if she shows it from the start
    /// @param skills that are backed now
    record Seen(Alias alias, String name, Listing listing, List<Fact> facts, Set<String> skills) {
        Seen {
            facts = List.copyOf(facts);
            skills = Set.copyOf(skills);
        }
    }

    /// Those who fit, at most [#MOST_SHOWN], in the order of the day.
    @Transactional
    public List<Seen> search(Acting by, ListingRepository.Query query) {
        var now = time.instant();
        var found = new ArrayList<Seen>();
        for (var listing : listings.found(query, seed(by), now, MOST_LOOKED_AT)) {
            if (found.size() == MOST_SHOWN) {
                break;
            }
            var hers = standing(listing);
            var backed = backed(listing, hers);
            if (!hers.isEmpty() && backed.containsAll(query.skills())) {
                found.add(seen(by, listing, hers, backed));
                aliases.looked(by.organisationId(), listing.id(), Look.Kind.SEARCH, now);
            }
        }
        return found;
    }

    private String seed(Acting by) {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC) + " " + by.organisationId();
    }

    /// @throws NotFoundException when she withdrew or it has expired, nothing of it stands any more, or this employer
    ///     never saw her
    @Transactional
    public Seen open(Acting by, AliasId id) {
        var now = time.instant();
        var listing = aliases.byId(by.organisationId(), id)
                .flatMap(alias -> listings.byId(alias.listing()))
                .filter(each -> each.isLive(now))
                .orElseThrow(() -> new NotFoundException("talent"));
        var hers = standing(listing);
        if (hers.isEmpty()) {
            throw new NotFoundException("talent");
        }
        aliases.looked(by.organisationId(), listing.id(), Look.Kind.OPENED, now);
        return seen(by, listing, hers, backed(listing, hers));
    }

    private Seen seen(Acting by, Listing listing, List<Fact> hers, Set<String> backed) {
        var alias = aliases.of(by.organisationId(), listing.id());
        var name = listing.nameShown()
                ? people.byId(listing.person()).map(Person::name).orElse(alias.name())
                : alias.name();
        return new Seen(alias, name, listing, hers, backed);
    }

    List<Fact> standing(Listing listing) {
        return facts.of(listing.person()).stream()
                .filter(fact -> listing.credentials().contains(fact.credential().id()))
                .toList();
    }

    static Set<String> backed(Listing listing, List<Fact> hers) {
        var good = hers.stream().map(fact -> fact.credential().id()).collect(Collectors.toSet());
        return listing.skills().entrySet().stream()
                .filter(skill -> skill.getValue().stream().anyMatch(good::contains))
                .map(Map.Entry<String, Set<CredentialId>>::getKey)
                .collect(Collectors.toSet());
    }
}
