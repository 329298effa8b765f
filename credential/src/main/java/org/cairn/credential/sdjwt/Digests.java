package org.cairn.credential.sdjwt;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.cairn.credential.jose.Base64Url;
import org.cairn.credential.jose.MalformedTokenException;
import org.cairn.credential.jose.MalformedTokenException.Code;

/// The hash that a token names in `_sd_alg`.
///
/// @param name as the JDK calls it
record Digests(String name) {

    static final String CLAIM = "_sd_alg";
    static final Digests STANDARD = new Digests("SHA-256");

    private static final Map<String, Digests> KNOWN =
            Map.of("sha-256", STANDARD, "sha-384", new Digests("SHA-384"), "sha-512", new Digests("SHA-512"));

    /// Step 7.1.2.c: the hash is known and good enough, or the token is refused.
    static Digests of(JsonObject claims) {
        Digests found = switch (claims.get(CLAIM)) {
            case null -> STANDARD;
            case JsonString text -> KNOWN.get(text.getString());
            default -> null;
        };
        if (found == null) {
            throw new MalformedTokenException(Code.DIGESTS, "the hash is not one that is accepted here");
        }
        return found;
    }

    String of(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(name);
            return Base64Url.encode(digest.digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
