package org.cairn.credential.proof;

/// What may be wrong with a proof.
public enum ProofProblem {
    /// A member is missing or unreadable; the detail says which.
    MALFORMED,
    /// It was made for another purpose than the one asked for; the detail is its own.
    PURPOSE,
    /// It was made for another place than the one asked for; the detail is its own.
    DOMAIN,
    /// It does not repeat what the verifier asked it to.
    CHALLENGE,
    /// The proofs it builds upon are not all there, or build upon it; the detail is the name of one.
    CHAIN,
    /// It was made in a way that is not supported here; the detail says which.
    CRYPTOSUITE,
    /// Its own end has passed; the detail is the date.
    EXPIRED,
    /// It is dated in the future; the detail is the date.
    FROM_FUTURE,
    /// The signature does not fit.
    SIGNATURE
}
