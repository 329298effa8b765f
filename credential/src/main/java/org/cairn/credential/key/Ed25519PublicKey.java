package org.cairn.credential.key;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// An Ed25519 public key, known to be a point on the curve.
public final class Ed25519PublicKey implements VerificationKey {

    private static final KnownKeys<Ed25519PublicKey> KNOWN = new KnownKeys<>();

    private final byte[] bytes;
    private final Ed25519Engine.Checking checking;

    private Ed25519PublicKey(byte[] bytes, Ed25519.PublicPoint point) {
        this.bytes = bytes;
        this.checking = Ed25519Engine.best().checking(bytes, point);
    }

    /// From the 32 raw bytes; empty when they are no valid full-order key.
    public static Optional<Ed25519PublicKey> ofRaw(byte[] raw) {
        if (raw.length != Ed25519.PUBLIC_KEY_SIZE) {
            return Optional.empty();
        }
        return KNOWN.find(raw).or(() -> validated(raw.clone()));
    }

    private static Optional<Ed25519PublicKey> validated(byte[] raw) {
        return Optional.ofNullable(Ed25519.validatePublicKeyFullExport(raw, 0))
                .map(point -> KNOWN.remember(raw, new Ed25519PublicKey(raw, point)));
    }

    /// From a Multikey's `publicKeyMultibase` (`z6Mk…`); empty when it is another kind of key or damaged.
    public static Optional<Ed25519PublicKey> ofMultibase(String text) {
        return Multicodec.ED25519_PUBLIC.raw(text).flatMap(Ed25519PublicKey::ofRaw);
    }

    @Override
    public KeyType type() {
        return KeyType.ED25519;
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE && checking.verifies(message, signature);
    }

    /// `z6Mk…`
    public String multibase() {
        return Multicodec.ED25519_PUBLIC.text(bytes);
    }

    @Override
    public Optional<String> toMultibase() {
        return Optional.of(multibase());
    }

    @Override
    public JsonObject toJwk() {
        return Jwk.write("kty", "OKP", "crv", "Ed25519", "x", Jwk.text(bytes));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ed25519PublicKey key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return multibase();
    }
}
