package org.cairn.credential.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/// Checks ECDSA signatures by native code, see [NativeProvider]. They are made by BouncyCastle: RFC 6979 needs no
/// random numbers, which a native one would.
final class NativeEcdsa {

    private static final HexFormat HEX = HexFormat.of();

    private final Provider provider;

    private NativeEcdsa(Provider provider) {
        this.provider = provider;
    }

    /// Empty where the provider does not load.
    static Optional<NativeEcdsa> load() {
        return NativeProvider.with(algorithm(Curve.P256))
                .flatMap(provider -> NativeProvider.with(algorithm(Curve.P384)))
                .map(NativeEcdsa::new);
    }

    /// A key to check signatures with.
    ///
    /// @param point uncompressed, known to be on the curve
    Checking checking(Curve curve, byte[] point) {
        PublicKey key = key(curve, point);
        return (message, signature) -> {
            try {
                Signature checked = Signature.getInstance(algorithm(curve), provider);
                checked.initVerify(key);
                checked.update(message);
                return checked.verify(signature);
            } catch (SignatureException e) {
                return false; // how a signature may be called malformed
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    interface Checking {
        /// @param signature `r || s`, each of the curve's full size
        boolean verifies(byte[] message, byte[] signature);
    }

    private PublicKey key(Curve curve, byte[] point) {
        byte[] encoded = HEX.parseHex(prefix(curve) + HEX.formatHex(point));
        try {
            return KeyFactory.getInstance("EC", provider).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What stands before the point (RFC 5480, section 2).
    private static String prefix(Curve curve) {
        return switch (curve) {
            case P256 -> "3059301306072a8648ce3d020106082a8648ce3d030107034200";
            case P384 -> "3076301006072a8648ce3d020106052b81040022036200";
        };
    }

    private static String algorithm(Curve curve) {
        return switch (curve) {
            case P256 -> "SHA256withECDSAinP1363Format";
            case P384 -> "SHA384withECDSAinP1363Format";
        };
    }
}
