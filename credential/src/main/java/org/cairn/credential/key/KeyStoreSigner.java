package org.cairn.credential.key;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;

/// Signs with a key that lies in a Java key store: a PKCS#12 file, or a hardware module behind PKCS#11, whose
/// secret never leaves it. Losing the store means no further signature under its name; whoever has it and its
/// password can sign as us.
public final class KeyStoreSigner implements Signer {

    private final String verificationMethod;
    private final PrivateKey secret;
    private final VerificationKey publicKey;

    private KeyStoreSigner(String verificationMethod, PrivateKey secret, VerificationKey publicKey) {
        this.verificationMethod = verificationMethod;
        this.secret = secret;
        this.publicKey = publicKey;
    }

    /// The key under the alias, whose public half is taken from its certificate. A first signature is made and
    /// checked, so that a store that cannot sign, or holds somebody else's certificate, is found out here.
    ///
    /// @param password of the key; that of the store where it has none of its own
    /// @throws KeyStoreException when there is no such key, it cannot be opened, or it is of a kind not known here
    public static KeyStoreSigner of(KeyStore store, String alias, char[] password, String verificationMethod) {
        try {
            if (!(store.getKey(alias, password) instanceof PrivateKey secret)) {
                throw new KeyStoreException("there is no secret key \"" + alias + "\" in the store");
            }
            VerificationKey publicKey = read(store.getCertificate(alias).getPublicKey())
                    .orElseThrow(() -> new KeyStoreException("the key \"" + alias + "\" is of an unknown kind"));
            KeyStoreSigner signer = new KeyStoreSigner(verificationMethod, secret, publicKey);
            signer.tryOut(alias);
            return signer;
        } catch (GeneralSecurityException e) {
            throw new KeyStoreException("the key \"" + alias + "\" cannot be opened", e);
        }
    }

    /// The public half, for the document that verifiers will look at.
    public VerificationKey publicKey() {
        return publicKey;
    }

    @Override
    public String verificationMethod() {
        return verificationMethod;
    }

    @Override
    public KeyType keyType() {
        return publicKey.type();
    }

    /// The provider is found anew for each signature: key objects of PKCS#11 work with their own provider only.
    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(algorithm());
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new KeyStoreException("the key cannot sign", e);
        }
    }

    private void tryOut(String alias) {
        byte[] message = verificationMethod.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        if (!publicKey.verifies(message, sign(message))) {
            throw new KeyStoreException("the certificate of \"" + alias + "\" is not that of its key");
        }
    }

    private String algorithm() {
        return switch (publicKey.type()) {
            case ED25519 -> "Ed25519";
            case P256 -> "SHA256withECDSAinP1363Format";
            case P384 -> "SHA384withECDSAinP1363Format";
            case RSA -> "SHA256withRSA";
            case BLS12_381_G2 -> throw new KeyStoreException("key stores hold no BLS keys");
        };
    }

    private static Optional<VerificationKey> read(PublicKey key) throws InvalidKeyException {
        return switch (key) {
            case ECPublicKey ec -> curve(ec).flatMap(curve -> point(curve, ec)).map(found -> found);
            case RSAPublicKey rsa ->
                RsaPublicKey.of(rsa.getModulus(), rsa.getPublicExponent()).map(found -> found);
            case EdECPublicKey edwards -> edwards(edwards).map(found -> found);
            default -> throw new InvalidKeyException(key.getAlgorithm());
        };
    }

    /// By the order of the curve, which no two of them share.
    private static Optional<Curve> curve(ECPublicKey key) {
        return Arrays.stream(Curve.values())
                .filter(curve -> curve.domain().getN().equals(key.getParams().getOrder()))
                .findFirst();
    }

    private static Optional<EcPublicKey> point(Curve curve, ECPublicKey key) {
        return EcPublicKey.ofCoordinates(
                curve,
                BigIntegers.asUnsignedByteArray(curve.size(), key.getW().getAffineX()),
                BigIntegers.asUnsignedByteArray(curve.size(), key.getW().getAffineY()));
    }

    /// RFC 8032, 5.1.2: y in little-endian order, the lowest bit of x on top.
    private static Optional<Ed25519PublicKey> edwards(EdECPublicKey key) {
        if (key.getPoint().getY().bitLength() > 255) {
            return Optional.empty(); // Ed448
        }
        byte[] raw = org.bouncycastle.util.Arrays.reverse(
                BigIntegers.asUnsignedByteArray(32, key.getPoint().getY()));
        raw[31] |= (byte) (key.getPoint().isXOdd() ? 0x80 : 0);
        return Ed25519PublicKey.ofRaw(raw);
    }

    @Override
    public String toString() {
        return "KeyStoreSigner[" + verificationMethod + "]";
    }
}
