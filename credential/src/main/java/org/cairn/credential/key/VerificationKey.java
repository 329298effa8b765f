package org.cairn.credential.key;

import jakarta.json.JsonObject;
import java.util.Optional;

/// A public key that signatures can be checked with. Whichever way one is made, it is known to be a sound key of its
/// kind: a point on its curve, a modulus of sensible size.
public sealed interface VerificationKey permits Ed25519PublicKey, EcPublicKey, RsaPublicKey, Bls12381G2PublicKey {

    KeyType type();

    /// Whether the signature is this key's over the message, which is hashed as the kind of key demands: SHA-256 for
    /// P-256 and RSA (PKCS#1 v1.5), SHA-384 for P-384. Signatures of elliptic curves are `r || s`, as JOSE and Data
    /// Integrity write them. Any other bytes are no signature; nothing is thrown.
    boolean verifies(byte[] message, byte[] signature);

    /// The public JWK with the members of RFC 7638 and no others.
    JsonObject toJwk();

    /// The Multikey text (`z6Mk…`, `zDn…`, `z82…`); empty for RSA, which has none here.
    Optional<String> toMultibase();

    /// From a Multikey's `publicKeyMultibase`; empty when it is of a kind unknown here or damaged.
    static Optional<VerificationKey> ofMultibase(String text) {
        return Ed25519PublicKey.ofMultibase(text)
                .<VerificationKey>map(key -> key)
                .or(() -> EcPublicKey.ofMultibase(text))
                .or(() -> Bls12381G2PublicKey.ofMultibase(text));
    }

    /// From a public JWK; empty when it is of a kind unknown here, damaged, meant for something else than signatures,
    /// or contains the secret, which then is none any more.
    static Optional<VerificationKey> ofJwk(JsonObject jwk) {
        return Jwk.read(jwk);
    }
}
