package org.cairn.credential.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.cairn.credential.key.KeyType;

/// The hash that goes with a key.
enum Hash {
    SHA_256("SHA-256"),
    SHA_384("SHA-384");

    private final String algorithm;

    Hash(String algorithm) {
        this.algorithm = algorithm;
    }

    static Hash of(KeyType type) {
        return type == KeyType.P384 ? SHA_384 : SHA_256;
    }

    String algorithm() {
        return algorithm;
    }

    byte[] digest(String text) {
        return digest().digest(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The hash of the text in hexadecimal digits.
    static String hex(MessageDigest digest, String text) {
        return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
