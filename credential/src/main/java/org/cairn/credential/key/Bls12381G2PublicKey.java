package org.cairn.credential.key;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Optional;

/// A BLS12-381 public key in G2, for BBS signatures: 96 bytes in compressed form. Only the form is checked here;
/// whether
/// they are a point of the right subgroup is for the suite to find out, which has to compute with it anyway.
public final class Bls12381G2PublicKey implements VerificationKey {

    private static final int SIZE = 96;
    private static final int COMPRESSED = 0x80;
    private static final int INFINITY = 0x40;

    private final byte[] bytes;

    private Bls12381G2PublicKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /// From the compressed bytes; empty when their number or first bits are wrong.
    public static Optional<Bls12381G2PublicKey> ofRaw(byte[] raw) {
        boolean compressed = raw.length == SIZE && (raw[0] & COMPRESSED) != 0 && (raw[0] & INFINITY) == 0;
        return compressed ? Optional.of(new Bls12381G2PublicKey(raw.clone())) : Optional.empty();
    }

    /// From a Multikey (`zUC7…`); empty when it is another kind of key or damaged.
    public static Optional<Bls12381G2PublicKey> ofMultibase(String text) {
        return Multicodec.BLS12_381_G2_PUBLIC.raw(text).flatMap(Bls12381G2PublicKey::ofRaw);
    }

    /// The compressed bytes.
    public byte[] raw() {
        return bytes.clone();
    }

    @Override
    public KeyType type() {
        return KeyType.BLS12_381_G2;
    }

    /// Never: BBS signs lists of messages under a header, not plain bytes.
    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        return false;
    }

    @Override
    public JsonObject toJwk() {
        return Jwk.write("kty", "OKP", "crv", "Bls12381G2", "x", Jwk.text(bytes));
    }

    @Override
    public Optional<String> toMultibase() {
        return Optional.of(multibase());
    }

    /// `zUC7…`
    public String multibase() {
        return Multicodec.BLS12_381_G2_PUBLIC.text(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bls12381G2PublicKey key && Arrays.equals(bytes, key.bytes);
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
