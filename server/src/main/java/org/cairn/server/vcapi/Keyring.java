package org.cairn.server.vcapi;

import java.security.SecureRandom;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.KeyType;
import org.cairn.credential.key.SigningKey;

/// The signing keys of one tenant. Each issuer has one key, whose `did:key` is its name; it never changes.
interface Keyring {

    /// The issuer's key, made on first need.
    SigningKey key(IssuerSuite suite);

    static SigningKey generate(KeyType type, SecureRandom random) {
        return switch (type) {
            case ED25519 -> Ed25519Key.generate(random);
            case P256 -> EcKey.generate(Curve.P256, random);
            case P384 -> EcKey.generate(Curve.P384, random);
            case RSA, BLS12_381_G2 -> throw new IllegalArgumentException("no issuer signs with " + type);
        };
    }

    static SigningKey ofSecret(KeyType type, byte[] secret) {
        return switch (type) {
            case ED25519 -> Ed25519Key.ofSecret(secret);
            case P256 -> EcKey.ofSecret(Curve.P256, secret);
            case P384 -> EcKey.ofSecret(Curve.P384, secret);
            case RSA, BLS12_381_G2 -> throw new IllegalArgumentException("no issuer signs with " + type);
        };
    }
}
