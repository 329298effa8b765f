package org.cairn.credential.verify;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.json.Json;

/// Finds the credential among the claims of a token.
final class TokenContent {

    private static final Set<String> CLAIMS = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti", "nonce", "cnf");
    private static final String CURRENT = "https://www.w3.org/ns/credentials/v2";

    private TokenContent() {}

    /// The payload itself without the token's claims, or, as in VC 1.1, its `vc` claim.
    static JsonObject credential(JsonObject claims) {
        if (claims.get("vc") instanceof JsonObject inner) {
            return completed(inner, claims);
        }
        return withoutClaims(claims);
    }

    /// What the payload holds beside the claims of every token.
    static JsonObject withoutClaims(JsonObject claims) {
        JsonObjectBuilder document = Json.PROVIDER.createObjectBuilder(claims);
        CLAIMS.forEach(document::remove);
        return document.build();
    }

    /// A moment in seconds; empty when it is none.
    static Optional<Instant> moment(JsonObject claims, String name) {
        try {
            return claims.get(name) instanceof JsonNumber number
                    ? Optional.of(Instant.ofEpochSecond(number.bigDecimalValue().longValue()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// VC 1.1, section 6.3.1: what the claims say need not stand in the credential as well. What it says itself stays,
    /// and is compared with the claims later.
    private static JsonObject completed(JsonObject inner, JsonObject claims) {
        boolean current = Json.strings(inner, "@context").contains(CURRENT);
        JsonObjectBuilder credential = Json.PROVIDER.createObjectBuilder(inner);
        Json.string(claims, "iss").ifPresent(issuer -> credential.add("issuer", identified(inner, "issuer", issuer)));
        addMissing(credential, inner, "id", Json.string(claims, "jti"));
        if (inner.get("credentialSubject") instanceof JsonObject) {
            Json.string(claims, "sub")
                    .ifPresent(id -> credential.add("credentialSubject", identified(inner, "credentialSubject", id)));
        }
        Optional<String> from = moment(claims, "nbf").map(Instant::toString);
        Optional<String> until = moment(claims, "exp").map(Instant::toString);
        addMissing(credential, inner, current ? "validFrom" : "issuanceDate", from);
        addMissing(credential, inner, current ? "validUntil" : "expirationDate", until);
        return credential.build();
    }

    private static void addMissing(JsonObjectBuilder credential, JsonObject inner, String name, Optional<String> text) {
        if (!inner.containsKey(name)) {
            text.ifPresent(value -> credential.add(name, value));
        }
    }

    /// The member with the id, unless it has one of its own.
    private static JsonValue identified(JsonObject inner, String name, String id) {
        return switch (inner.get(name)) {
            case null -> Json.PROVIDER.createValue(id);
            case JsonObject object
            when !object.containsKey("id") ->
                Json.PROVIDER.createObjectBuilder(object).add("id", id).build();
            case JsonValue other -> other;
        };
    }
}
