package org.cairn.credential.key;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Ed25519 in Java, by BouncyCastle.
final class PlainEd25519 implements Ed25519Engine {

    @Override
    public Signing signing(byte[] secret, byte[] publicKey) {
        return message -> {
            byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
            Ed25519.sign(secret, 0, publicKey, 0, message, 0, message.length, signature, 0);
            return signature;
        };
    }

    @Override
    public Checking checking(byte[] publicKey, Ed25519.PublicPoint point) {
        return (message, signature) -> Ed25519.verify(signature, 0, point, message, 0, message.length);
    }
}
