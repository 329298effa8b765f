package org.cairn.credential.key;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.math.ec.ECPoint;

/// An ECDSA public key on P-256 or P-384, known to be a point on its curve. Signatures are checked by native code where
/// it loads, or by BouncyCastle: the JDK accepts some malformed signatures of fixed length.
public final class EcPublicKey implements VerificationKey {

    private static final Optional<NativeEcdsa> NATIVE = NativeEcdsa.load();
    private static final KnownKeys<EcPublicKey> KNOWN = new KnownKeys<>();

    private final Curve curve;
    private final ECPublicKeyParameters parameters;
    private final NativeEcdsa.Checking checking;

    private EcPublicKey(Curve curve, ECPoint point) {
        this.curve = curve;
        this.parameters = new ECPublicKeyParameters(point, curve.domain());
        this.checking = NATIVE.map(
                        found -> found.checking(curve, parameters.getQ().getEncoded(false)))
                .orElse(this::verifiesPlainly);
    }

    /// From both coordinates, each of the curve's full size; empty when they are no point on it.
    public static Optional<EcPublicKey> ofCoordinates(Curve curve, byte[] x, byte[] y) {
        if (x.length != curve.size() || y.length != curve.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new EcPublicKey(
                    curve, curve.domain().getCurve().createPoint(new BigInteger(1, x), new BigInteger(1, y))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// From a compressed point; empty when it is none on the curve.
    public static Optional<EcPublicKey> ofCompressed(Curve curve, byte[] point) {
        if (point.length != curve.size() + 1) {
            return Optional.empty();
        }
        return KNOWN.find(point).filter(known -> known.curve == curve).or(() -> decompressed(curve, point.clone()));
    }

    private static Optional<EcPublicKey> decompressed(Curve curve, byte[] point) {
        try {
            var key = new EcPublicKey(curve, curve.domain().getCurve().decodePoint(point));
            return Optional.of(KNOWN.remember(point, key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// From a Multikey (`zDn…`, `z82…`); empty when it is another kind of key or damaged.
    public static Optional<EcPublicKey> ofMultibase(String text) {
        return Stream.of(Curve.values())
                .flatMap(curve -> curve.publicCodec().raw(text).flatMap(point -> ofCompressed(curve, point)).stream())
                .findFirst();
    }

    /// The point that belongs to a secret.
    static EcPublicKey ofSecret(Curve curve, BigInteger secret) {
        return new EcPublicKey(curve, curve.domain().getG().multiply(secret));
    }

    public Curve curve() {
        return curve;
    }

    @Override
    public KeyType type() {
        return curve.type();
    }

    @Override
    public boolean verifies(byte[] message, byte[] signature) {
        return signature.length == 2 * curve.size() && checking.verifies(message, signature);
    }

    /// By BouncyCastle.
    boolean verifiesPlainly(byte[] message, byte[] signature) {
        ECDSASigner ecdsa = new ECDSASigner();
        ecdsa.init(false, parameters);
        return ecdsa.verifySignature(curve.digest(message), curve.half(signature, 0), curve.half(signature, 1));
    }

    @Override
    public JsonObject toJwk() {
        return Jwk.write("kty", "EC", "crv", curve.jwkName(), "x", Jwk.text(x()), "y", Jwk.text(y()));
    }

    @Override
    public Optional<String> toMultibase() {
        return Optional.of(multibase());
    }

    /// `zDn…` or `z82…`
    public String multibase() {
        return curve.publicCodec().text(parameters.getQ().getEncoded(true));
    }

    private byte[] x() {
        return parameters.getQ().getAffineXCoord().getEncoded();
    }

    private byte[] y() {
        return parameters.getQ().getAffineYCoord().getEncoded();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EcPublicKey key
                && curve == key.curve
                && parameters.getQ().equals(key.parameters.getQ());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(x());
    }

    @Override
    public String toString() {
        return multibase();
    }
}
