package org.cairn.credential.key;

import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// An Ed25519 public key, known to be a point on the curve.
public final class Ed25519PublicKey {

    private static final byte[] MULTICODEC = {(byte) 0xed, 0x01};

    private static final KnownKeys KNOWN = new KnownKeys();

    private final byte[] bytes;
    private final Ed25519.PublicPoint point;

    private Ed25519PublicKey(byte[] bytes, Ed25519.PublicPoint point) {
        this.bytes = bytes;
        this.point = point;
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
        try {
            byte[] decoded = Multibase.decode(text);
            boolean ed25519 = decoded.length == 34 && decoded[0] == MULTICODEC[0] && decoded[1] == MULTICODEC[1];
            return ed25519 ? ofRaw(Arrays.copyOfRange(decoded, 2, 34)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether the signature is this key's over the message.
    public boolean verifies(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, point, message, 0, message.length);
    }

    /// `z6Mk…`
    public String multibase() {
        byte[] prefixed = new byte[34];
        System.arraycopy(MULTICODEC, 0, prefixed, 0, 2);
        System.arraycopy(bytes, 0, prefixed, 2, 32);
        return Multibase.base58(prefixed);
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
