package org.cairn.credential.proof;

import org.cairn.credential.key.KeyType;
import org.cairn.credential.key.Multibase;
import org.cairn.credential.key.Signer;
import org.cairn.credential.key.VerificationKey;

/// A suite with one plain signature over the hashes of proof options and document. The four of them differ in
/// how both become text ([Transformation]) and in the key, which decides the hash. (VC Data Integrity EdDSA
/// Cryptosuites 1.0 and ECDSA Cryptosuites 1.0, sections 3.2 and 3.3.)
final class SignatureSuite implements Cryptosuite {

    private final Transformation transformation;

    SignatureSuite(Transformation transformation) {
        this.transformation = transformation;
    }

    /// The `proofValue` by the signer's key.
    String proofValue(Covered covered, Signer signer) {
        return Multibase.base58(signer.sign(message(covered, signer.keyType())));
    }

    @Override
    public boolean verifies(Covered covered, String proofValue, VerificationKey key) {
        return key.verifies(message(covered, key.type()), Multibase.decode(proofValue));
    }

    /// 3.2.4 and 3.3.4: the hash of the proof options, then that of the document.
    byte[] message(Covered covered, KeyType type) {
        Hash hash = Hash.of(type);
        byte[] options = hash.digest(transformation.options(covered, hash));
        byte[] document = hash.digest(transformation.document(covered, hash));
        byte[] message = new byte[options.length + document.length];
        System.arraycopy(options, 0, message, 0, options.length);
        System.arraycopy(document, 0, message, options.length, document.length);
        return message;
    }
}
