package org.cairn.stacking.rule;

/// The day up to which the age of an item is measured.
public enum Anchor {
    /// The day of the decision.
    TODAY,
    /// The day on which the learner registered for the stack.
    REGISTRATION,
    /// The day on which the larger award would be conferred.
    TARGET_AWARD
}
