package org.cairn.credential.key;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Ed25519 by native code, see [NativeProvider].
final class NativeEd25519 implements Ed25519Engine {

    private static final String ALGORITHM = "Ed25519";

    /// What stands before the 32 bytes of a secret (RFC 8410, section 7) and of a public key (section 4).
    private static final byte[] SECRET_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Provider provider;

    private NativeEd25519(Provider provider) {
        this.provider = provider;
    }

    /// Empty where it is absent, not made for this machine, or does not give the right signature.
    static Optional<NativeEd25519> load() {
        return NativeProvider.with(ALGORITHM).map(NativeEd25519::new).filter(NativeEd25519::isSound);
    }

    /// Whether it signs as the other one does.
    private boolean isSound() {
        byte[] secret = new byte[Ed25519.SECRET_KEY_SIZE];
        byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(secret, 0, publicKey, 0);
        byte[] expected = new PlainEd25519().signing(secret, publicKey).sign(secret);
        try {
            return Arrays.equals(expected, signing(secret, publicKey).sign(secret));
        } catch (IllegalStateException e) {
            return false;
        }
    }

    @Override
    public Signing signing(byte[] secret, byte[] publicKey) {
        PrivateKey key = secretKey(secret);
        return message -> {
            try {
                Signature signature = Signature.getInstance(ALGORITHM, provider);
                signature.initSign(key);
                signature.update(message);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Override
    public Checking checking(byte[] publicKey, Ed25519.PublicPoint point) {
        PublicKey key = publicKey(publicKey);
        return (message, signature) -> {
            try {
                Signature checked = Signature.getInstance(ALGORITHM, provider);
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

    private PrivateKey secretKey(byte[] secret) {
        try {
            return KeyFactory.getInstance(ALGORITHM, provider)
                    .generatePrivate(new PKCS8EncodedKeySpec(joined(SECRET_PREFIX, secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private PublicKey publicKey(byte[] key) {
        try {
            return KeyFactory.getInstance(ALGORITHM, provider)
                    .generatePublic(new X509EncodedKeySpec(joined(PUBLIC_PREFIX, key)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] joined(byte[] prefix, byte[] rest) {
        byte[] all = Arrays.copyOf(prefix, prefix.length + rest.length);
        System.arraycopy(rest, 0, all, prefix.length, rest.length);
        return all;
    }
}
