package org.cairn.credential.key;

/// Signs on behalf of one verification method. The key may live elsewhere (a hardware module, another service).
public interface Signer {

    /// The DID URL under which verifiers find the public key.
    String verificationMethod();

    /// The raw Ed25519 signature (64 bytes) over the message. May be called from several threads.
    byte[] sign(byte[] message);
}
