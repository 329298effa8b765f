package org.cairn.credential.key;

/// Signs on behalf of one verification method. The key may live elsewhere (a hardware module, another service).
public interface Signer {

    /// The DID URL under which verifiers find the public key.
    String verificationMethod();

    /// What kind of key it signs with; a cryptosuite refuses those it is not made for.
    KeyType keyType();

    /// The raw signature over the message, which [VerificationKey#verifies] of the public key accepts: 64 bytes for
    /// Ed25519, `r || s` for elliptic curves. May be called from several threads.
    byte[] sign(byte[] message);
}
