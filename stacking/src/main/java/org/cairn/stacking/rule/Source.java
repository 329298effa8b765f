package org.cairn.stacking.rule;

/// Where a held item comes from, as seen by the institution whose stack it is.
public enum Source {
    /// Awarded by the institution itself.
    OWN,
    /// Awarded by an institution with which there is an agreement.
    PARTNER,
    /// Awarded elsewhere and brought in by credit transfer.
    EXTERNAL,
    /// Granted for prior learning.
    RPL,
    /// From an open online course.
    MOOC
}
