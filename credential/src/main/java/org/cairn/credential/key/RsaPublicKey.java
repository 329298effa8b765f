package org.cairn.credential.key;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;

/// An RSA public key of 2048 to 8192 bits, for signed tokens (RS256).
public final class RsaPublicKey implements VerificationKey {

    private static final int MIN_BITS = 2048;
    private static final int MAX_BITS = 8192;
    private static final int MAX_EXPONENT_BITS = 64;

    private final BigInteger modulus;
    private final BigInteger exponent;
    private final PublicKey key;

    private RsaPublicKey(BigInteger modulus, BigInteger exponent) {
        this.modulus = modulus;
        this.exponent = exponent;
        try {
            this.key = KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no RSA key", e);
        }
    }

    /// Empty when the key is too weak to trust or too large to compute with.
    public static Optional<RsaPublicKey> of(BigInteger modulus, BigInteger exponent) {
        boolean sound = modulus.testBit(0) && modulus.bitLength() >= MIN_BITS && modulus.bitLength() <= MAX_BITS;
        boolean odd = exponent.testBit(0)
                && exponent.bitLength() <= MAX_EXPONENT_BITS
                && exponent.compareTo(BigInteger.TWO) > 0;
        return sound && odd && modulus.signum() > 0 && !Roca.isFlawed(modulus)
                ? Optional.of(new RsaPublicKey(modulus, exponent))
                : Optional.empty();
    }

    @Override
    public KeyType type() {
        return KeyType.RSA;
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(key);
            rsa.update(message);
            return rsa.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public JsonObject toJwk() {
        return Jwk.write("kty", "RSA", "n", text(modulus), "e", text(exponent));
    }

    @Override
    public Optional<String> toMultibase() {
        return Optional.empty();
    }

    private static String text(BigInteger number) {
        return Jwk.text(BigIntegers.asUnsignedByteArray(number));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RsaPublicKey rsa && modulus.equals(rsa.modulus) && exponent.equals(rsa.exponent);
    }

    @Override
    public int hashCode() {
        return modulus.hashCode();
    }

    @Override
    public String toString() {
        return "RSA-" + modulus.bitLength();
    }
}
