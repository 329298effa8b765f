package org.cairn.credential.sdjwt;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.jose.MalformedTokenException;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Signer;
import org.cairn.credential.key.VerificationKey;

/// The token by which a holder shows that a credential was issued to his key (RFC 9901, sections 4.3 and 7.3).
final class KeyBinding {

    static final String TYPE = "kb+jwt";

    /// Clocks differ.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private KeyBinding() {}

    static Jws sign(String presented, Digests digests, Challenge challenge, Instant at, Signer holder) {
        JsonObject header = Json.PROVIDER.createObjectBuilder().add("typ", TYPE).build();
        JsonObject claims = Json.PROVIDER
                .createObjectBuilder()
                .add("iat", at.getEpochSecond())
                .add("aud", challenge.audience())
                .add("nonce", challenge.nonce())
                .add("sd_hash", digests.of(presented))
                .build();
        return Jws.sign(header, claims, holder);
    }

    /// What is wrong with it; empty when it holds.
    ///
    /// @param presented everything before it, the last `~` included
    static Optional<KeyBindingProblem> problem(
            Jws binding, String presented, JsonObject issued, Optional<Challenge> asked, Instant now) {
        Optional<VerificationKey> key = Json.member(issued, "cnf")
                .flatMap(confirmation -> Json.member(confirmation, "jwk"))
                .flatMap(VerificationKey::ofJwk);
        if (key.isEmpty()) {
            return Optional.of(KeyBindingProblem.NO_KEY);
        }
        if (!binding.header().getString("typ", "").equals(TYPE)) {
            return Optional.of(KeyBindingProblem.TYPE);
        }
        if (binding.problem(key.get()).isPresent()) {
            return Optional.of(KeyBindingProblem.SIGNATURE);
        }
        try {
            return claimProblem(binding.claims(), Digests.of(issued).of(presented), asked, now);
        } catch (MalformedTokenException e) {
            return Optional.of(KeyBindingProblem.CLAIMS);
        }
    }

    private static Optional<KeyBindingProblem> claimProblem(
            JsonObject claims, String hash, Optional<Challenge> asked, Instant now) {
        Optional<String> nonce = Json.string(claims, "nonce");
        Optional<String> audience = Json.string(claims, "aud");
        Optional<Instant> at = moment(claims);
        if (nonce.isEmpty() || audience.isEmpty() || at.isEmpty()) {
            return Optional.of(KeyBindingProblem.CLAIMS);
        }
        if (!Json.string(claims, "sd_hash").equals(Optional.of(hash))) {
            return Optional.of(KeyBindingProblem.OTHER_PRESENTATION);
        }
        boolean early = at.get().isAfter(now.plus(SKEW));
        boolean late = asked.filter(challenge -> at.get().isBefore(now.minus(challenge.maxAge())))
                .isPresent();
        if (early || late) {
            return Optional.of(KeyBindingProblem.TIME);
        }
        return asked.filter(challenge -> !challenge.nonce().equals(nonce.get())
                        || !challenge.audience().equals(audience.get()))
                .map(challenge -> KeyBindingProblem.OTHER_CHALLENGE);
    }

    private static Optional<Instant> moment(JsonObject claims) {
        try {
            return claims.get("iat") instanceof JsonNumber number
                    ? Optional.of(Instant.ofEpochSecond(number.bigDecimalValue().longValue()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
