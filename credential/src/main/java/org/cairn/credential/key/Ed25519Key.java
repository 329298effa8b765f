package org.cairn.credential.key;

import java.security.SecureRandom;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// An Ed25519 signing key. Losing it means no further signature under its name; whoever copies it can sign as us.
public final class Ed25519Key implements SigningKey {

    private final byte[] secret;
    private final Ed25519PublicKey publicKey;
    private final String publicMultibase;
    private final Ed25519Engine.Signing signing;

    private Ed25519Key(byte[] secret) {
        this.secret = secret;
        byte[] publicBytes = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(secret, 0, publicBytes, 0);
        this.publicKey = Ed25519PublicKey.ofRaw(publicBytes).orElseThrow();
        this.publicMultibase = publicKey.multibase();
        this.signing = Ed25519Engine.best().signing(secret, publicBytes);
    }

    public static Ed25519Key generate(SecureRandom random) {
        byte[] secret = new byte[Ed25519.SECRET_KEY_SIZE];
        random.nextBytes(secret);
        return new Ed25519Key(secret);
    }

    /// From the 32-byte secret that [#exportSecretKey()] gave.
    public static Ed25519Key ofSecret(byte[] secret) {
        if (secret.length != Ed25519.SECRET_KEY_SIZE) {
            throw new IllegalArgumentException("an Ed25519 secret has 32 bytes");
        }
        return new Ed25519Key(secret.clone());
    }

    /// From a Multikey's `secretKeyMultibase` (`z3u2…`).
    public static Ed25519Key ofSecretMultibase(String text) {
        return ofSecret(Multicodec.ED25519_SECRET
                .raw(text)
                .orElseThrow(() -> new IllegalArgumentException("no Ed25519 secret")));
    }

    @Override
    public byte[] exportSecretKey() {
        return secret.clone();
    }

    @Override
    public String exportSecretMultibase() {
        return Multicodec.ED25519_SECRET.text(secret);
    }

    @Override
    public Ed25519PublicKey publicKey() {
        return publicKey;
    }

    @Override
    public String publicMultibase() {
        return publicMultibase;
    }

    @Override
    public Signer signer(String verificationMethodId) {
        return new KeySigner(verificationMethodId, this);
    }

    byte[] sign(byte[] message) {
        return signing.sign(message);
    }

    @Override
    public String toString() {
        return "Ed25519Key[" + publicMultibase + "]";
    }

    private record KeySigner(String verificationMethod, Ed25519Key key) implements Signer {

        @Override
        public KeyType keyType() {
            return KeyType.ED25519;
        }

        @Override
        public byte[] sign(byte[] message) {
            return key.sign(message);
        }
    }
}
