package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;

/// A compact JWS, taken apart but not yet checked.
///
/// @param signed the text under the signature: `header.payload`
record Jws(JsonObject header, JsonObject payload, String signed, String signature) {

    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    /// Claims of the token that are no members of the credential.
    private static final Set<String> CLAIMS = Set.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

    static boolean looksLikeOne(String text) {
        return COMPACT.matcher(text).matches();
    }

    /// Empty when a part is not what it should be.
    static Optional<Jws> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            JsonObject header = Json.object(decode(parts[0]));
            JsonObject payload = Json.object(decode(parts[1]));
            decode(parts[2]);
            return Optional.of(new Jws(header, payload, parts[0] + "." + parts[1], parts[2]));
        } catch (IllegalArgumentException | MalformedJsonException e) {
            return Optional.empty();
        }
    }

    /// The credential: the payload itself without the token's claims, or, as in VC 1.1, its `vc` claim.
    JsonObject credential() {
        if (payload.get("vc") instanceof JsonObject inner) {
            return inner;
        }
        var credential = Json.PROVIDER.createObjectBuilder(payload);
        CLAIMS.forEach(credential::remove);
        return credential.build();
    }

    byte[] signedBytes() {
        return signed.getBytes(StandardCharsets.US_ASCII);
    }

    byte[] signatureBytes() {
        return decode(signature);
    }

    private static byte[] decode(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
