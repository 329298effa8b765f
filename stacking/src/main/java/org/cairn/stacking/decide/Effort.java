package org.cairn.stacking.decide;

/// How much work a decision may take before it is called provisional. Counted, not timed, so that a slow machine comes
/// to the same decision as a fast one.
///
/// @param steps of the search by hand, before the solver takes over
/// @param solverSeconds for each goal of the solver, in its deterministic seconds
public record Effort(long steps, double solverSeconds) {
    /// Enough for every rule and every learner that were seen.
    public static final Effort USUAL = new Effort(20_000, 20);

    public Effort {
        if (steps < 0 || !(solverSeconds > 0)) {
            throw new IllegalArgumentException("no effort, no decision");
        }
    }
}
