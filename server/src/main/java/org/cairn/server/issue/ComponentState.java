package org.cairn.server.issue;

/// How a credential stands that another one is built on. Says no more than checking that credential itself would, but
/// for [#GIVEN_UP], which is said only of the larger award that it was given up for.
public enum ComponentState {
    STANDING,
    EXPIRED,
    SUSPENDED,
    REVOKED,
    /// Revoked because its learner gave it up for the very award that is built on it: nothing is wrong with either.
    GIVEN_UP
}
