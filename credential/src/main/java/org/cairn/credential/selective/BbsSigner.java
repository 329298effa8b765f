package org.cairn.credential.selective;

import org.cairn.credential.bbs.BbsKey;

/// Signs with BBS on behalf of one verification method.
///
/// @param verificationMethod the DID URL under which verifiers find the public key
public record BbsSigner(String verificationMethod, BbsKey key) {

    /// In the name of the key's own `did:key`.
    public static BbsSigner ofDidKey(BbsKey key) {
        return new BbsSigner(key.didKeyMethod(), key);
    }
}
