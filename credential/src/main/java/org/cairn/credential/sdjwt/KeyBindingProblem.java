package org.cairn.credential.sdjwt;

/// Why a proof of possession does not hold.
public enum KeyBindingProblem {
    /// The credential was issued to no key that is known here.
    NO_KEY,
    /// It is a token for another purpose.
    TYPE,
    /// Another key signed it, or it was changed.
    SIGNATURE,
    /// A claim it must have is missing or no claim at all.
    CLAIMS,
    /// It was made for other disclosures or another credential.
    OTHER_PRESENTATION,
    /// It is too old, or dated in the future.
    TIME,
    /// It answers somebody else, or something that was asked before.
    OTHER_CHALLENGE
}
