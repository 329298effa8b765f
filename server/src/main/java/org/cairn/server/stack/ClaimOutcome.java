package org.cairn.server.stack;

import org.cairn.stacking.decide.Decision;

/// What came of asking for an award.
sealed interface ClaimOutcome {
    /// Waits for a registrar.
    record Waiting(ClaimId claim) implements ClaimOutcome {}

    /// Conferred at once, as the stack allows.
    record Conferred(ClaimId claim) implements ClaimOutcome {}

    /// Something is missing; the decision says what.
    record NotMet(Decision decision) implements ClaimOutcome {}
}
