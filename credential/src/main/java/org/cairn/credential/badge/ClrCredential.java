package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.json.Json;
import org.cairn.credential.status.StatusEntry;

/// An unsigned Comprehensive Learner Record 2.0: signed credentials of one person, and how their achievements belong
/// together. Its signer vouches for the collection only; each credential inside stays the word of its own issuer.
///
/// @param partial whether the issuer holds more than it shows here, if it says so
public record ClrCredential(
        URI id,
        String name,
        Issuer issuer,
        Holder holder,
        Contents contents,
        Optional<Boolean> partial,
        OpenBadge.Validity validity,
        List<StatusEntry> status) {

    public static final String CONTEXT = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

    public ClrCredential {
        Bounds.address(id, "credential id");
        Bounds.line(name, "name of the record");
        Bounds.require(status.size() <= 4, "too many status entries");
        status = List.copyOf(status);
    }

    /// Whose record it is.
    public record Holder(Optional<URI> id, List<Identity> identities) {
        public Holder {
            Bounds.address(id, "holder id");
            Bounds.few(identities, "identities");
            Bounds.require(id.isPresent() || !identities.isEmpty(), "a holder has an id or an identity");
            identities = List.copyOf(identities);
        }

        public static Holder of(URI id) {
            return new Holder(Optional.of(id), List.of());
        }
    }

    /// What is in it.
    ///
    /// @param credentials signed ones, as they were received
    /// @param achievements definitions that were not earned as a credential of their own, such as the whole award
    /// @param associations between achievements of either kind
    public record Contents(
            List<JsonObject> credentials, List<Achievement> achievements, List<Association> associations) {
        public Contents {
            Bounds.few(credentials, "credentials");
            Bounds.few(achievements, "achievements");
            Bounds.few(associations, "associations");
            Bounds.require(!credentials.isEmpty(), "a record holds at least one credential");
            credentials.forEach(credential -> Bounds.require(isSigned(credential), "a credential is not signed"));
            credentials = List.copyOf(credentials);
            achievements = List.copyOf(achievements);
            associations = List.copyOf(associations);
            Set<String> known = known(credentials, achievements);
            for (Association association : associations) {
                boolean both = known.contains(association.source().toString())
                        && known.contains(association.target().toString());
                Bounds.require(both, "an association names an achievement that is not in the record");
            }
        }

        private static boolean isSigned(JsonObject credential) {
            List<String> types = Json.strings(credential, "type");
            return types.contains("EnvelopedVerifiableCredential")
                    || (types.contains("VerifiableCredential") && credential.containsKey("proof"));
        }

        private static Set<String> known(List<JsonObject> credentials, List<Achievement> achievements) {
            Set<String> known = new HashSet<>();
            achievements.forEach(achievement -> known.add(achievement.id().toString()));
            credentials.stream()
                    .flatMap(credential -> Json.objects(credential, "credentialSubject").stream())
                    .flatMap(subject -> Json.objects(subject, "achievement").stream())
                    .forEach(achievement -> Json.string(achievement, "id").ifPresent(known::add));
            return known;
        }

        /// Credentials and nothing about them.
        public static Contents of(List<JsonObject> credentials) {
            return new Contents(credentials, List.of(), List.of());
        }
    }

    /// The unsigned credential. What is signed inside it is not touched.
    public JsonObject toJson() {
        return new Members()
                .list("@context", List.of(OpenBadge.CREDENTIALS_CONTEXT, CONTEXT, OpenBadge.BADGES_CONTEXT))
                .add("id", id.toString())
                .list("type", List.of("VerifiableCredential", "ClrCredential"))
                .add("name", name)
                .add("partial", partial)
                .add("issuer", issuer.toJson())
                .add("validFrom", validity.from().toString())
                .add("validUntil", validity.until())
                .add("awardedDate", validity.awarded())
                .add("credentialSubject", subject())
                .add("credentialStatus", OpenBadge.status(status))
                .build();
    }

    private JsonValue subject() {
        return new Members()
                .add("id", holder.id)
                .list("type", List.of("ClrSubject"))
                .list(
                        "identifier",
                        holder.identities.stream().map(Identity::toJson).toList())
                .list("verifiableCredential", contents.credentials)
                .list(
                        "achievement",
                        contents.achievements.stream()
                                .map(achievement -> achievement.members().build())
                                .toList())
                .list(
                        "association",
                        contents.associations.stream().map(Association::toJson).toList())
                .build();
    }
}
