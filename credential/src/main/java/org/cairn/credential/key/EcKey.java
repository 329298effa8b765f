package org.cairn.credential.key;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.util.BigIntegers;

/// An ECDSA signing key on P-256 or P-384. Losing it means no further signature under its name; whoever copies it can
/// sign as us. Signatures are deterministic (RFC 6979): no weak random number can give the secret away.
public final class EcKey implements SigningKey {

    private final Curve curve;
    private final BigInteger secret;
    private final EcPublicKey publicKey;

    private EcKey(Curve curve, BigInteger secret) {
        this.curve = curve;
        this.secret = secret;
        this.publicKey = EcPublicKey.ofSecret(curve, secret);
    }

    public static EcKey generate(Curve curve, SecureRandom random) {
        BigInteger order = curve.domain().getN();
        return new EcKey(
                curve, BigIntegers.createRandomInRange(BigInteger.ONE, order.subtract(BigInteger.ONE), random));
    }

    /// From the secret that [#exportSecretKey()] gave.
    public static EcKey ofSecret(Curve curve, byte[] secret) {
        BigInteger number = new BigInteger(1, secret);
        boolean inRange = number.signum() > 0 && number.compareTo(curve.domain().getN()) < 0;
        if (secret.length != curve.size() || !inRange) {
            throw new IllegalArgumentException("no secret of the curve " + curve.jwkName());
        }
        return new EcKey(curve, number);
    }

    /// From a Multikey's `secretKeyMultibase`.
    public static EcKey ofSecretMultibase(String text) {
        return Stream.of(Curve.values())
                .flatMap(curve -> curve.secretCodec().raw(text).map(raw -> ofSecret(curve, raw)).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no secret of a known curve"));
    }

    @Override
    public EcPublicKey publicKey() {
        return publicKey;
    }

    @Override
    public String publicMultibase() {
        return publicKey.multibase();
    }

    @Override
    public byte[] exportSecretKey() {
        return BigIntegers.asUnsignedByteArray(curve.size(), secret);
    }

    @Override
    public String exportSecretMultibase() {
        return curve.secretCodec().text(exportSecretKey());
    }

    @Override
    public Signer signer(String verificationMethodId) {
        return new KeySigner(verificationMethodId, this);
    }

    private byte[] sign(byte[] message) {
        ECDSASigner ecdsa = new ECDSASigner(new HMacDSAKCalculator(curve.newDigest()));
        ecdsa.init(true, new ECPrivateKeyParameters(secret, curve.domain()));
        BigInteger[] halves = ecdsa.generateSignature(curve.digest(message));
        byte[] signature = new byte[2 * curve.size()];
        BigIntegers.asUnsignedByteArray(halves[0], signature, 0, curve.size());
        BigIntegers.asUnsignedByteArray(halves[1], signature, curve.size(), curve.size());
        return signature;
    }

    @Override
    public String toString() {
        return "EcKey[" + publicKey + "]";
    }

    private record KeySigner(String verificationMethod, EcKey key) implements Signer {

        @Override
        public KeyType keyType() {
            return key.curve.type();
        }

        @Override
        public byte[] sign(byte[] message) {
            return key.sign(message);
        }
    }
}
