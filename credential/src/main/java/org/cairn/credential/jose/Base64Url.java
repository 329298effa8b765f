package org.cairn.credential.jose;

import java.util.Base64;

/// Base64url without padding, in its one right spelling: a token that can be respelt could be listed, cached or revoked
/// under two names.
public final class Base64Url {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Base64Url() {}

    public static String encode(byte[] bytes) {
        return ENCODER.encodeToString(bytes);
    }

    /// @throws IllegalArgumentException when the text has padding, foreign characters or stray bits at its end
    public static byte[] decode(String text) {
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        if (!encode(bytes).equals(text)) {
            throw new IllegalArgumentException("not base64url in its one right spelling");
        }
        return bytes;
    }
}
