package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Ed25519PublicKey;

/// A public key of a kind that can be used here, whichever way it was written.
sealed interface VerificationKey {

    /// The JOSE algorithm this key is good for.
    String algorithm();

    boolean verifies(byte[] message, byte[] signature);

    /// Ed25519.
    record Ed(Ed25519PublicKey key) implements VerificationKey {
        @Override
        public String algorithm() {
            return "EdDSA";
        }

        @Override
        public boolean verifies(byte[] message, byte[] signature) {
            return key.verifies(message, signature);
        }
    }

    /// ECDSA on P-256. By BouncyCastle: the JDK accepts some malformed signatures of fixed length.
    record Ec(BigInteger x, BigInteger y) implements VerificationKey {

        private static final X9ECParameters CURVE = SECNamedCurves.getByName("secp256r1");
        private static final ECDomainParameters DOMAIN =
                new ECDomainParameters(CURVE.getCurve(), CURVE.getG(), CURVE.getN(), CURVE.getH());

        public Ec {
            DOMAIN.validatePublicPoint(CURVE.getCurve().createPoint(x, y));
        }

        @Override
        public String algorithm() {
            return "ES256";
        }

        @Override
        public boolean verifies(byte[] message, byte[] signature) {
            if (signature.length != 64) {
                return false;
            }
            SHA256Digest sha = new SHA256Digest();
            sha.update(message, 0, message.length);
            byte[] digest = new byte[32];
            sha.doFinal(digest, 0);
            ECDSASigner signer = new ECDSASigner();
            signer.init(false, new ECPublicKeyParameters(CURVE.getCurve().createPoint(x, y), DOMAIN));
            BigInteger r = new BigInteger(1, Arrays.copyOf(signature, 32));
            BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64));
            return signer.verifySignature(digest, r, s);
        }
    }

    /// RSA of 2048 to 8192 bits.
    record Rsa(BigInteger modulus, BigInteger exponent) implements VerificationKey {
        public Rsa {
            boolean sound = modulus.bitLength() >= 2048 && modulus.bitLength() <= 8192;
            boolean odd = exponent.testBit(0) && exponent.bitLength() <= 64 && exponent.compareTo(BigInteger.TWO) > 0;
            if (!sound || !odd) {
                throw new IllegalArgumentException("an RSA key too weak or too large");
            }
        }

        @Override
        public String algorithm() {
            return "RS256";
        }

        @Override
        public boolean verifies(byte[] message, byte[] signature) {
            try {
                var spec = new RSAPublicKeySpec(modulus, exponent);
                var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
                Signature rsa = Signature.getInstance("SHA256withRSA");
                rsa.initVerify(key);
                rsa.update(message);
                return rsa.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }
    }

    /// From a JWK; empty when it is of another kind or damaged.
    static Optional<VerificationKey> ofJwk(JsonObject jwk) {
        try {
            String kind = Json.string(jwk, "kty").orElse("") + " "
                    + Json.string(jwk, "crv").orElse("");
            return switch (kind) {
                case "OKP Ed25519" -> Ed25519PublicKey.ofRaw(bytes(jwk, "x")).map(Ed::new);
                case "EC P-256" -> Optional.of(new Ec(number(jwk, "x"), number(jwk, "y")));
                case "RSA " -> Optional.of(new Rsa(number(jwk, "n"), number(jwk, "e")));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// From a Multikey text.
    static Optional<VerificationKey> ofMultibase(String text) {
        return Ed25519PublicKey.ofMultibase(text).map(Ed::new);
    }

    private static BigInteger number(JsonObject jwk, String name) {
        return new BigInteger(1, bytes(jwk, name));
    }

    private static byte[] bytes(JsonObject jwk, String name) {
        String text = Json.string(jwk, name).orElse("");
        if (text.isEmpty() || text.length() > 2_000) {
            throw new IllegalArgumentException(name);
        }
        return Base64.getUrlDecoder().decode(text);
    }
}
