package org.cairn.stacking.rule;

/// Of what a share is a part. Registrars differ in this, so a rule always says it.
public enum Denominator {
    /// Of the credits that the award asks for in total.
    AWARD_TOTAL,
    /// Of the credits that are counted towards it, which may be more.
    COUNTED
}
