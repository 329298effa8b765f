package org.cairn.server.talent;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.hiring.Export;
import org.cairn.server.hiring.Reading;
import org.cairn.server.identity.People;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.PersonId;
import org.cairn.server.issue.IssuedCredential;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.portfolio.Shares;
import org.cairn.server.verify.Verification;
import org.cairn.server.verify.Verified;
import org.springframework.stereotype.Component;

/// What is to be seen of a person by whoever she said yes to, read anew each time: closed, it is gone. Credentials are
/// verified as any other's would be. Thread-safe.
@Component
class Disclosure {
    private final ListingRepository listings;
    private final Finding finding;
    private final People people;
    private final Shares shares;
    private final Verification verification;
    private final CairnSettings settings;

    Disclosure(
            ListingRepository listings,
            Finding finding,
            People people,
            Shares shares,
            Verification verification,
            CairnSettings settings) {
        this.listings = listings;
        this.finding = finding;
        this.people = people;
        this.shares = shares;
        this.verification = verification;
        this.settings = settings;
    }

    /// @param share where the credentials can be seen and checked
    record Seen(Optional<String> name, Optional<String> email, Optional<URI> share, Export export) {}

    /// Empty unless she said yes and the contact is open. The credentials themselves are shown only with a share, which
    /// she may also end by itself.
    Optional<Seen> of(Contact contact) {
        return contact.state() == Contact.State.ACCEPTED ? Optional.of(seen(contact)) : Optional.empty();
    }

    private Seen seen(Contact contact) {
        var name = Optional.of(contact)
                .filter(each -> each.revealed().name())
                .flatMap(each -> people.byId(each.person()))
                .map(Person::name);
        var email = Optional.of(contact).filter(each -> each.revealed().email()).flatMap(each -> email(each.person()));
        var share = contact.revealed()
                .share()
                .flatMap(id -> shares.path(contact.person(), id))
                .map(settings::address);
        var entries = share.map(link -> listed(contact).stream()
                        .flatMap(credential -> entries(credential, Optional.of(link)))
                        .toList())
                .orElse(List.of());
        var export = new Export(contact.id().toString(), name.orElse(contact.alias()), email, entries);
        return new Seen(name, email, share, export);
    }

    private Optional<String> email(PersonId person) {
        return people.emails(person).stream()
                .findFirst()
                .map(own -> own.address().value());
    }

    private List<IssuedCredential> listed(Contact contact) {
        return listings.byId(contact.listing()).map(finding::standing).orElse(List.of()).stream()
                .map(Fact::credential)
                .toList();
    }

    /// A credential as the verifier finds it, with its document.
    Stream<Export.Entry> entries(IssuedCredential credential, Optional<URI> verifyAt) {
        var document = credential.json().getBytes(StandardCharsets.UTF_8);
        return switch (verification.document(document, "application/vc+ld+json")) {
            case Verified.Reports(var reports) ->
                Reading.of(reports).stream()
                        .map(shown -> new Export.Entry(shown, verifyAt, Optional.of(credential.json())));
            case Verified.Nothing _ -> Stream.empty();
        };
    }
}
