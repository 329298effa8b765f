package org.cairn.credential;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAKeyGenParameterSpec;
import org.cairn.credential.key.KeyType;
import org.cairn.credential.key.RsaPublicKey;
import org.cairn.credential.key.Signer;

/// RSA as a host would bring it: the library has public keys of that kind only.
public final class RsaSigner implements Signer {

    private final String verificationMethod;
    private final KeyPair pair;

    public RsaSigner(String verificationMethod) {
        this.verificationMethod = verificationMethod;
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(new RSAKeyGenParameterSpec(2048, BigInteger.valueOf(65_537)));
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public RsaPublicKey publicKey() {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return RsaPublicKey.of(key.getModulus(), key.getPublicExponent()).orElseThrow();
    }

    @Override
    public String verificationMethod() {
        return verificationMethod;
    }

    @Override
    public KeyType keyType() {
        return KeyType.RSA;
    }

    @Override
    public byte[] sign(byte[] message) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(pair.getPrivate());
            rsa.update(message);
            return rsa.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
