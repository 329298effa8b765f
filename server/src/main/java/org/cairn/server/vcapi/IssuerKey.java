package org.cairn.server.vcapi;

import java.security.SecureRandom;
import org.cairn.credential.bbs.BbsKey;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.key.KeyType;
import org.cairn.credential.key.SigningKey;

/// An issuer's key. BBS signs many messages at once and so is of another kind than the rest.
sealed interface IssuerKey {

    /// The issuer's name.
    String didKey();

    /// The secret itself: to be sealed before it is stored.
    byte[] exportSecretKey();

    record Plain(SigningKey key) implements IssuerKey {
        @Override
        public String didKey() {
            return key.didKey();
        }

        @Override
        public byte[] exportSecretKey() {
            return key.exportSecretKey();
        }
    }

    record Bbs(BbsKey key) implements IssuerKey {
        @Override
        public String didKey() {
            return key.didKey();
        }

        @Override
        public byte[] exportSecretKey() {
            return key.exportSecretKey();
        }
    }

    /// The public key as Multikey text.
    default String publicMultibase() {
        return didKey().substring("did:key:".length());
    }

    static IssuerKey generate(KeyType type, SecureRandom random) {
        return switch (type) {
            case ED25519 -> new Plain(Ed25519Key.generate(random));
            case P256 -> new Plain(EcKey.generate(Curve.P256, random));
            case P384 -> new Plain(EcKey.generate(Curve.P384, random));
            case BLS12_381_G2 -> new Bbs(BbsKey.generate(random));
            case RSA -> throw new IllegalArgumentException("no issuer signs with " + type);
        };
    }

    static IssuerKey ofSecret(KeyType type, byte[] secret) {
        return switch (type) {
            case ED25519 -> new Plain(Ed25519Key.ofSecret(secret));
            case P256 -> new Plain(EcKey.ofSecret(Curve.P256, secret));
            case P384 -> new Plain(EcKey.ofSecret(Curve.P384, secret));
            case BLS12_381_G2 -> new Bbs(BbsKey.ofSecret(secret).orElseThrow());
            case RSA -> throw new IllegalArgumentException("no issuer signs with " + type);
        };
    }
}
