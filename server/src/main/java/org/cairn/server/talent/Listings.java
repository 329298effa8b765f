package org.cairn.server.talent;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.award.Awards;
import org.cairn.server.identity.PersonId;
import org.cairn.server.issue.CredentialId;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A learner's own listing: looked at before it is published, and gone at once when she withdraws. Every deed asks for
/// the person. Thread-safe.
@Service
class Listings {
    static final Set<Integer> MONTHS = Set.of(1, 3, 6, 12);
    static final int MOST_CREDENTIALS = 12;
    static final int MOST_SKILLS = 40;
    static final int LONGEST_TEXT = 1_000;
    static final int LONGEST_PLACE = 80;
    static final int MOST_LANGUAGES = 8;
    /// With fewer others than this she can be told apart.
    static final int FEW = 5;

    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final ListingRepository rows;
    private final AliasRepository aliases;
    private final ContactRepository contacts;
    private final Contacts asked;
    private final Facts facts;
    private final Awards awards;
    private final Audit audit;
    private final InstantSource time;

    Listings(
            ListingRepository rows,
            AliasRepository aliases,
            ContactRepository contacts,
            Contacts asked,
            Facts facts,
            Awards awards,
            Audit audit,
            InstantSource time) {
        this.rows = rows;
        this.aliases = aliases;
        this.contacts = contacts;
        this.asked = asked;
        this.facts = facts;
        this.awards = awards;
        this.audit = audit;
        this.time = time;
    }

    /// The one employers find now.
    Optional<Listing> live(PersonId person) {
        return rows.current(person).filter(listing -> listing.isLive(time.instant()));
    }

    /// Who saw it, newest first.
    List<Look> looks(Listing listing) {
        return aliases.looks(listing.id());
    }

    List<Fact> facts(PersonId person) {
        return facts.of(person);
    }

    /// The listing as it would be published. Nothing is stored.
    ///
    /// @throws InputException when something makes no sense or is not backed by a credential of hers that stands
    Listing preview(PersonId person, Listing.Wish wish) {
        var hers = facts.of(person).stream()
                .filter(fact -> wish.credentials().contains(fact.credential().id()))
                .toList();
        var skills = backed(wish, hers);
        check(wish, hers, skills);
        var now = time.instant();
        var until = now.atOffset(ZoneOffset.UTC).plusMonths(wish.months()).toInstant();
        return new Listing(
                new ListingId(UUID.randomUUID()),
                person,
                tidy(wish.words()),
                wish.nameShown(),
                hers.stream().map(fact -> fact.credential().id()).toList(),
                skills,
                now,
                until,
                Optional.empty());
    }

    private static Map<String, Set<CredentialId>> backed(Listing.Wish wish, List<Fact> hers) {
        var skills = new HashMap<String, Set<CredentialId>>();
        wish.skills().forEach(skill -> {
            var backing = hers.stream()
                    .filter(fact -> fact.names(skill))
                    .map(fact -> fact.credential().id())
                    .collect(Collectors.toSet());
            if (!backing.isEmpty()) {
                skills.put(skill, backing);
            }
        });
        return skills;
    }

    private static void check(Listing.Wish wish, List<Fact> hers, Map<String, Set<CredentialId>> skills) {
        var faults = new ArrayList<Fault>();
        if (hers.isEmpty()
                || hers.size() > MOST_CREDENTIALS
                || hers.size() < wish.credentials().size()) {
            faults.add(Fault.of("credentials", "talent.credentials.form", MOST_CREDENTIALS));
        }
        if (skills.isEmpty()
                || skills.size() > MOST_SKILLS
                || skills.size() < wish.skills().size()) {
            faults.add(Fault.of("skills", "talent.skills.form", MOST_SKILLS));
        }
        var words = wish.words();
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(words.country())) {
            faults.add(Fault.of("country", "talent.country.form"));
        }
        if (words.subdivision().length() > LONGEST_PLACE || !Text.isLine(words.subdivision())) {
            faults.add(Fault.of("subdivision", "talent.subdivision.form", LONGEST_PLACE));
        }
        if (words.lookingFor().length() > LONGEST_TEXT || !Text.isText(words.lookingFor())) {
            faults.add(Fault.of("lookingFor", "talent.lookingFor.form", LONGEST_TEXT));
        }
        if (words.languages().isEmpty()
                || words.languages().size() > MOST_LANGUAGES
                || !words.languages().stream().allMatch(Listings::isLanguage)) {
            faults.add(Fault.of("languages", "talent.languages.form", MOST_LANGUAGES));
        }
        if (!MONTHS.contains(wish.months())) {
            faults.add(Fault.of("months", "talent.months.form"));
        }
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
    }

    static boolean isLanguage(String tag) {
        return tag.length() <= 3 && Set.of(Locale.getISOLanguages()).contains(tag);
    }

    private static Listing.Words tidy(Listing.Words words) {
        return new Listing.Words(
                words.lookingFor().strip(),
                words.country(),
                words.subdivision().strip(),
                words.languages().stream().distinct().toList());
    }

    /// Why somebody might be told apart although her name is not shown.
    ///
    /// @param rareSkills identifiers with how many others list each in her country, where that is few
    /// @param rareCredentials versions of which few were awarded, with how many
    record Standout(Map<String, Integer> rareSkills, Map<CredentialId, Long> rareCredentials) {
        boolean isOne() {
            return !rareSkills.isEmpty() || !rareCredentials.isEmpty();
        }
    }

    Standout standout(Listing listing) {
        var now = time.instant();
        var rareSkills = new HashMap<String, Integer>();
        listing.skills().keySet().forEach(skill -> {
            var others = rows.othersWith(skill, listing.words().country(), listing.person(), now);
            if (others < FEW) {
                rareSkills.put(skill, others);
            }
        });
        var standing = awards.standing();
        var rareCredentials = facts.of(listing.person()).stream()
                .filter(fact -> listing.credentials().contains(fact.credential().id()))
                .filter(fact -> standing.getOrDefault(fact.spec().id(), 0L) <= FEW)
                .collect(Collectors.toMap(
                        fact -> fact.credential().id(),
                        fact -> standing.getOrDefault(fact.spec().id(), 0L)));
        return new Standout(rareSkills, rareCredentials);
    }

    /// Lets employers find her from now on. A listing she has is replaced: requests she has not answered are closed,
    /// who
    /// she said yes to stays in touch.
    ///
    /// @throws InputException see [#preview]
    @Transactional
    public ListingId publish(PersonId person, Listing.Wish wish) {
        var listing = preview(person, wish);
        rows.current(person).ifPresent(old -> {
            rows.end(old.id(), time.instant());
            contacts.closeUnanswered(old.id(), time.instant());
        });
        rows.insert(listing);
        record(person, "talent.published", listing.id());
        return listing.id();
    }

    /// From here on no search and no address leads to her, every contact is closed, and links made for one are ended.
    /// Withdrawing again changes nothing.
    @Transactional
    public void withdraw(PersonId person) {
        rows.current(person).ifPresent(listing -> {
            rows.end(listing.id(), time.instant());
            record(person, "talent.withdrawn", listing.id());
        });
        asked.closeAll(person);
    }

    /// Ends what has expired, and forgets what ended long ago.
    @Transactional
    public void tidyUp() {
        var now = time.instant();
        rows.expired(now).forEach(listing -> {
            rows.end(listing.id(), listing.expiresAt());
            contacts.closeUnanswered(listing.id(), now);
            audit.record(
                    new Audit.Deed(Optional.empty(), "system", "talent.expired", "listing:" + listing.id(), Map.of()));
        });
        rows.deleteEndedBefore(now.minus(REMEMBERED));
    }

    private void record(PersonId person, String action, ListingId id) {
        audit.record(new Audit.Deed(Optional.empty(), "person:" + person, action, "listing:" + id, Map.of()));
    }
}
