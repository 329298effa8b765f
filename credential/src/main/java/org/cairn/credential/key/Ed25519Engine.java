package org.cairn.credential.key;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

/// Who does the arithmetic of Ed25519. Which one it is changes how long it takes and nothing else: signatures are
/// deterministic, and both accept the same ones.
interface Ed25519Engine {

    /// The native one where it can be loaded.
    static Ed25519Engine best() {
        return Chosen.ENGINE;
    }

    /// With a secret of 32 bytes and the public key that belongs to it.
    Signing signing(byte[] secret, byte[] publicKey);

    /// With a key of 32 bytes, known to be the given point.
    Checking checking(byte[] publicKey, Ed25519.PublicPoint point);

    interface Signing {
        byte[] sign(byte[] message);
    }

    interface Checking {
        /// @param signature of 64 bytes
        boolean verifies(byte[] message, byte[] signature);
    }

    /// Found when first needed.
    final class Chosen {
        private static final Ed25519Engine ENGINE =
                NativeEd25519.load().<Ed25519Engine>map(found -> found).orElseGet(PlainEd25519::new);

        private Chosen() {}
    }
}
