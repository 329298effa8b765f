package org.cairn.credential.key;

/// A secret key held in memory, to sign with. It cannot print itself.
public sealed interface SigningKey permits Ed25519Key, EcKey {

    VerificationKey publicKey();

    /// The public key as Multikey text: `z6Mk…`, `zDn…` or `z82…`
    String publicMultibase();

    /// The secret itself: to be sealed before it is stored, never to be logged.
    byte[] exportSecretKey();

    /// The secret as Multikey text (`secretKeyMultibase`), with the same care.
    String exportSecretMultibase();

    /// A signer that names the given verification method.
    Signer signer(String verificationMethodId);

    /// `did:key:z…`
    default String didKey() {
        return "did:key:" + publicMultibase();
    }

    /// The verification method of the `did:key`: `did:key:z…#z…`
    default String didKeyMethod() {
        return didKey() + "#" + publicMultibase();
    }
}
