package org.cairn.credential.badge;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.status.StatusEntry;

/// An unsigned Open Badges 3.0 credential, valid by construction.
/// A correction keeps `id` and `awarded`, and gets a later `from`: the newer one then replaces the older.
public record OpenBadge(
        URI id, Issuer issuer, Achievement achievement, Subject subject, Validity validity, Attachments attachments) {

    public static final String CREDENTIALS_CONTEXT = "https://www.w3.org/ns/credentials/v2";
    public static final String BADGES_CONTEXT = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

    public OpenBadge {
        Bounds.address(id, "credential id");
    }

    /// Without attachments.
    public static OpenBadge of(URI id, Issuer issuer, Achievement achievement, Subject subject, Validity validity) {
        return new OpenBadge(id, issuer, achievement, subject, validity, Attachments.none());
    }

    public OpenBadge with(Attachments other) {
        return new OpenBadge(id, issuer, achievement, subject, validity, other);
    }

    /// From when until when it holds, and when the award was first made.
    public record Validity(Instant from, Optional<Instant> until, Optional<Instant> awarded) {
        public Validity {
            from = from.truncatedTo(ChronoUnit.SECONDS);
            until = until.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS));
            awarded = awarded.map(instant -> instant.truncatedTo(ChronoUnit.SECONDS));
            if (until.isPresent()) {
                Bounds.require(until.get().isAfter(from), "a credential ends after it starts");
            }
        }

        public static Validity from(Instant from) {
            return new Validity(from, Optional.empty(), Optional.empty());
        }
    }

    /// What may come along. Open Badges allows one status entry; two (revocation and suspension) are legal in
    /// VC 2.0 and written as a list, which strict Open Badges schemas refuse.
    public record Attachments(
            List<Evidence> evidence, List<StatusEntry> status, List<JsonObject> endorsements, Extension extension) {
        public Attachments {
            Bounds.few(evidence, "pieces of evidence");
            Bounds.require(status.size() <= 4, "too many status entries");
            Bounds.require(endorsements.size() <= 20, "too many endorsements");
            evidence = List.copyOf(evidence);
            status = List.copyOf(status);
            endorsements = List.copyOf(endorsements);
        }

        public static Attachments none() {
            return new Attachments(List.of(), List.of(), List.of(), Extension.none());
        }
    }

    /// The unsigned credential.
    public JsonObject toJson() {
        Members achieved = achievement.members();
        attachments.extension.terms().forEach(achieved::add);
        return new Members()
                .add("@context", context(attachments.extension))
                .add("id", id.toString())
                .list("type", List.of("VerifiableCredential", "OpenBadgeCredential"))
                .add("name", achievement.name())
                .add("issuer", issuer.toJson())
                .add("validFrom", validity.from.toString())
                .add("validUntil", validity.until)
                .add("awardedDate", validity.awarded)
                .add("credentialSubject", subject.toJson(achieved.build()))
                .list(
                        "evidence",
                        attachments.evidence.stream().map(Evidence::toJson).toList())
                .add("credentialStatus", status(attachments.status))
                .list("endorsement", attachments.endorsements)
                .build();
    }

    /// The context of a badge or endorsement that also uses these terms.
    static JsonArray context(Extension extension) {
        List<Object> entries = new ArrayList<>(List.of(CREDENTIALS_CONTEXT, BADGES_CONTEXT));
        if (!extension.isEmpty()) {
            entries.add(extension.context());
        }
        return Members.array(entries);
    }

    /// One entry stands alone, several in a list.
    static Optional<?> status(List<StatusEntry> status) {
        List<JsonObject> entries = status.stream().map(StatusEntry::toJson).toList();
        return switch (entries.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(entries.getFirst());
            default -> Optional.of(Members.array(entries));
        };
    }
}
