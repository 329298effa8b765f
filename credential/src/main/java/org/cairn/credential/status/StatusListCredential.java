package org.cairn.credential.status;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.cairn.credential.json.Json;

/// The credential that publishes a [Bitstring]; it still has to be signed by its issuer.
/// Whoever loses the bits cannot tell the revoked from the valid; whoever changes them must hold the issuer's key.
public final class StatusListCredential {

    private StatusListCredential() {}

    /// The unsigned list credential. `ttl` tells verifiers how long they may keep a copy; it becomes `validUntil` too,
    /// so that an old copy, or a list nobody renews any more, does not pass for "not revoked" for ever.
    public static JsonObject unsigned(
            URI id, String issuer, String purpose, Bitstring bits, Instant validFrom, Duration ttl) {
        StatusEntry checked = new StatusEntry(id, purpose, 0);
        if (ttl.isNegative() || ttl.isZero()) {
            throw new IllegalArgumentException("the time to live must be positive");
        }
        Instant from = validFrom.truncatedTo(ChronoUnit.SECONDS);
        return Json.PROVIDER
                .createObjectBuilder()
                .add("@context", Json.PROVIDER.createArrayBuilder().add("https://www.w3.org/ns/credentials/v2"))
                .add("id", checked.list().toString())
                .add(
                        "type",
                        Json.PROVIDER
                                .createArrayBuilder()
                                .add("VerifiableCredential")
                                .add("BitstringStatusListCredential"))
                .add("issuer", issuer)
                .add("validFrom", from.toString())
                .add(
                        "validUntil",
                        from.plus(ttl).truncatedTo(ChronoUnit.SECONDS).toString())
                .add("credentialSubject", subject(checked, bits, ttl))
                .build();
    }

    private static JsonObject subject(StatusEntry entry, Bitstring bits, Duration ttl) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("id", entry.list() + "#list")
                .add("type", "BitstringStatusList")
                .add("statusPurpose", entry.purpose())
                .add("encodedList", bits.encode())
                .add("ttl", ttl.toMillis())
                .build();
    }
}
