package org.cairn.server.talent;

import java.util.List;
import java.util.Optional;
import org.cairn.server.catalogue.SpecContent.Skill;
import org.cairn.server.hiring.RoleId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Person;
import org.cairn.server.issue.IssuedCredential;

/// Readable beginnings for tests of finding people.
public class TalentFixtures {
    static final String MESSAGE = "We look for somebody who knows the harbour. Would you like to talk?";

    private final Listings listings;
    private final Finding finding;
    private final Contacts contacts;

    TalentFixtures(Listings listings, Finding finding, Contacts contacts) {
        this.listings = listings;
        this.finding = finding;
        this.contacts = contacts;
    }

    static Listing.Wish wish(IssuedCredential credential, Skill skill, String country) {
        return new Listing.Wish(
                new Listing.Words("Work at the water", country, "North", List.of("en", "ar")),
                false,
                List.of(credential.id()),
                List.of(skill.uri()),
                6);
    }

    void listed(Person person, IssuedCredential credential, Skill skill, String country) {
        listings.publish(person.id(), wish(credential, skill, country));
    }

    List<Finding.Seen> found(Acting employer, Skill skill, String country) {
        return finding.search(employer, new ListingRepository.Query(List.of(skill.uri()), country, ""));
    }

    /// Somebody was found and asked.
    public void aFullDesk(Acting employer, Person person, IssuedCredential credential, Skill skill) {
        listed(person, credential, skill, "ES");
        var seen = found(employer, skill, "ES").stream()
                .filter(each -> each.listing().person().equals(person.id()))
                .findFirst()
                .orElseThrow();
        contacts.ask(employer, seen.alias().id(), Optional.<RoleId>empty(), MESSAGE);
    }
}
