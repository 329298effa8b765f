package org.cairn.credential.status;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.cairn.credential.json.Json;
import org.jspecify.annotations.Nullable;

/// The credential that publishes a [Bitstring]; it still has to be signed by its issuer.
/// Whoever loses the bits cannot tell the revoked from the valid; whoever changes them must hold the issuer's key.
public final class StatusListCredential {

    private static final String TYPE = "BitstringStatusListCredential";
    private static final String LIST = "BitstringStatusList";
    private static final String OLD_TYPE = "StatusList2021Credential";
    private static final String OLD_LIST = "StatusList2021";

    private StatusListCredential() {}

    /// The unsigned list credential. `ttl` tells verifiers how long they may keep a copy; it becomes `validUntil` too,
    /// so that an old copy, or a list nobody renews any more, does not pass for "not revoked" for ever.
    public static JsonObject unsigned(
            URI id, String issuer, String purpose, Bitstring bits, Instant validFrom, Duration ttl) {
        return unsigned(id, issuer, List.of(purpose), bits, validFrom, ttl);
    }

    /// The same for a list that serves several purposes.
    public static JsonObject unsigned(
            URI id, String issuer, List<String> purposes, Bitstring bits, Instant validFrom, Duration ttl) {
        purposes.forEach(purpose -> new StatusEntry(id, purpose, 0));
        if (ttl.isNegative() || ttl.isZero() || purposes.isEmpty()) {
            throw new IllegalArgumentException("a list has a positive time to live and a purpose");
        }
        Instant from = validFrom.truncatedTo(ChronoUnit.SECONDS);
        return Json.PROVIDER
                .createObjectBuilder()
                .add("@context", Json.PROVIDER.createArrayBuilder().add("https://www.w3.org/ns/credentials/v2"))
                .add("id", id.toString())
                .add("type", Json.PROVIDER.createArrayBuilder(List.of("VerifiableCredential", TYPE)))
                .add("issuer", issuer)
                .add("validFrom", from.toString())
                .add(
                        "validUntil",
                        from.plus(ttl).truncatedTo(ChronoUnit.SECONDS).toString())
                .add("credentialSubject", subject(id, purposes, bits, ttl))
                .build();
    }

    private static JsonObject subject(URI id, List<String> purposes, Bitstring bits, Duration ttl) {
        var subject = Json.PROVIDER
                .createObjectBuilder()
                .add("id", id + "#list")
                .add("type", LIST)
                .add("encodedList", bits.encode())
                .add("ttl", ttl.toMillis());
        if (purposes.size() == 1) {
            subject.add("statusPurpose", purposes.getFirst());
        } else {
            subject.add("statusPurpose", Json.PROVIDER.createArrayBuilder(purposes));
        }
        return subject.build();
    }

    /// What a list credential says. Whether to believe it is for the verifier to find out.
    public record Content(List<String> purposes, Bitstring bits, Optional<Duration> ttl) {
        public Content {
            purposes = List.copyOf(purposes);
        }
    }

    /// Reads a list credential, of the final standard or of its draft of 2021.
    ///
    /// @throws StatusException when it is not as the standard demands
    public static Content read(JsonObject credential) {
        JsonObject subject = Json.objects(credential, "credentialSubject").stream()
                .findFirst()
                .orElse(JsonObject.EMPTY_JSON_OBJECT);
        boolean isNew = is(credential, TYPE) && is(subject, LIST);
        boolean isOld = is(credential, OLD_TYPE) && is(subject, OLD_LIST);
        if (!isNew && !isOld) {
            throw StatusException.malformed("type");
        }
        String encoded = Json.string(subject, "encodedList").orElse("");
        return new Content(
                purposes(subject),
                isNew ? Bitstring.decode(encoded) : Bitstring.decodeOf2021(encoded),
                ttl(subject.get("ttl")));
    }

    private static boolean is(JsonObject object, String type) {
        return Json.strings(object, "type").contains(type);
    }

    private static List<String> purposes(JsonObject subject) {
        List<String> purposes = Json.strings(subject, "statusPurpose");
        if (purposes.isEmpty()
                || purposes.size() != Json.list(subject, "statusPurpose").size()) {
            throw StatusException.malformed("statusPurpose");
        }
        return purposes;
    }

    private static Optional<Duration> ttl(@Nullable JsonValue ttl) {
        if (ttl == null) {
            return Optional.empty();
        }
        boolean whole = ttl instanceof JsonNumber number
                && number.isIntegral()
                && number.bigIntegerValue().signum() >= 0
                && number.bigIntegerValue().bitLength() < 63;
        if (!whole) {
            throw StatusException.malformed("ttl");
        }
        return Optional.of(Duration.ofMillis(((JsonNumber) ttl).longValueExact()));
    }
}
