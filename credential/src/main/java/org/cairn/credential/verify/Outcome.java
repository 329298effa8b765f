package org.cairn.credential.verify;

/// What one finding says of its check.
public enum Outcome {
    PASS,
    FAIL,
    /// The check could not be carried out; that is neither good nor bad.
    UNKNOWN,
    /// The credential has nothing to check here.
    NOT_PRESENT
}
