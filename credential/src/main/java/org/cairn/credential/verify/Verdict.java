package org.cairn.credential.verify;

/// The sum of all findings.
public enum Verdict {
    /// Every check that applies passed.
    VALID,
    /// The credential itself is good; something around it (an endorsement) is not, or could not be checked.
    VALID_WITH_LIMITS,
    /// At least one check failed.
    NOT_VALID,
    /// Nothing failed, but a necessary check could not be carried out. Try again later.
    CANNOT_TELL
}
