package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.credential.status.StatusEntry;

/// An unsigned EndorsementCredential of Open Badges 3.0: somebody else stands up for a profile, an achievement or one
/// credential. It is a credential of its own, with its own signer, dates and status; it travels alone or inside of what
/// it endorses.
///
/// @param about the id of the profile, achievement or credential
/// @param comment Markdown
/// @param kind what it is beside an endorsement, in a word that the extension's context defines
/// @param extension members added to the subject, under terms of its own context
public record Endorsement(
        URI id,
        Issuer issuer,
        URI about,
        String name,
        Optional<String> comment,
        OpenBadge.Validity validity,
        List<StatusEntry> status,
        Optional<String> kind,
        Extension extension) {

    public Endorsement {
        Bounds.address(id, "credential id");
        Bounds.address(about, "id of what is endorsed");
        Bounds.require(!id.equals(about), "an endorsement does not endorse itself");
        Bounds.line(name, "endorsement name");
        Bounds.text(comment, "endorsement comment");
        Bounds.require(status.size() <= 4, "too many status entries");
        kind.ifPresent(word ->
                Bounds.require(extension.context().containsKey(word), "the extension context does not define " + word));
        status = List.copyOf(status);
    }

    /// Without means to take it back.
    public static Endorsement of(
            URI id, Issuer issuer, URI about, String name, String comment, OpenBadge.Validity validity) {
        return new Endorsement(
                id, issuer, about, name, Optional.of(comment), validity, List.of(), Optional.empty(), Extension.none());
    }

    /// The unsigned credential.
    public JsonObject toJson() {
        return new Members()
                .add("@context", OpenBadge.context(extension))
                .add("id", id.toString())
                .list(
                        "type",
                        Stream.concat(Stream.of("VerifiableCredential", "EndorsementCredential"), kind.stream())
                                .toList())
                .add("name", name)
                .add("issuer", issuer.toJson())
                .add("validFrom", validity.from().toString())
                .add("validUntil", validity.until())
                .add("awardedDate", validity.awarded())
                .add("credentialSubject", subject())
                .add("credentialStatus", OpenBadge.status(status))
                .build();
    }

    private JsonObject subject() {
        Members subject = new Members()
                .add("id", about.toString())
                .list("type", List.of("EndorsementSubject"))
                .add("endorsementComment", comment);
        extension.terms().forEach(subject::add);
        return subject.build();
    }
}
