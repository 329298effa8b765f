package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;

/// A credential together with the way it is secured.
sealed interface Secured extends Upload {

    JsonObject credential();

    /// With `proof` inside.
    record Embedded(JsonObject credential) implements Secured {}

    /// As the payload of a signed token.
    ///
    /// @param claims the whole payload
    record Enveloped(JsonObject credential, Jws token, JsonObject claims) implements Secured {}

    /// The issuer's identifier, if it names one.
    default Optional<String> issuer() {
        return issuerOf(credential());
    }

    /// What to call the issuer: its name, else its identifier.
    default String issuerName() {
        return Json.member(credential(), "issuer")
                .flatMap(profile -> Json.string(profile, "name"))
                .or(this::issuer)
                .orElse("?");
    }

    static Optional<String> issuerOf(JsonObject credential) {
        return Json.string(credential, "issuer")
                .or(() -> Json.member(credential, "issuer").flatMap(profile -> Json.string(profile, "id")))
                .filter(id -> !id.isBlank());
    }
}
