package org.cairn.credential.key;

import java.util.Optional;

/// What kind of key it is. A cryptosuite or a token's algorithm works with some kinds and refuses the others.
public enum KeyType {
    ED25519("EdDSA"),
    P256("ES256"),
    P384("ES384"),
    RSA("RS256"),
    BLS12_381_G2("");

    private final String algorithm;

    KeyType(String algorithm) {
        this.algorithm = algorithm;
    }

    /// The JOSE algorithm such a key signs with; empty where there is none.
    public Optional<String> algorithm() {
        return algorithm.isEmpty() ? Optional.empty() : Optional.of(algorithm);
    }
}
