package org.cairn.credential.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
