package org.cairn.stacking.decide;

import java.util.Optional;

/// What the way to an allocation came to: by hand where that is exact and quick, by the solver otherwise.
///
/// @param proven whether nothing better exists
/// @param bound the least number of items, where it is not proven; empty while it is open whether the rule can be met
record Solving(Allocation allocation, boolean met, boolean proven, Optional<Integer> bound) {

    static Solving of(Problem problem, Effort effort) {
        var byHand = Search.covers(problem);
        var outcome = byHand ? new Search(problem, effort.steps()).meeting() : new Outcome.Unknown();
        if (outcome instanceof Outcome.Unknown) {
            outcome = new CpSat(problem, effort.solverSeconds()).meeting();
        }
        return switch (outcome) {
            case Outcome.Best(var allocation) -> new Solving(allocation, true, true, Optional.empty());
            case Outcome.Provisional(var allocation, var bound) ->
                new Solving(allocation, true, false, Optional.of(bound));
            case Outcome.Impossible _ -> nearest(problem, effort, true);
            case Outcome.Unknown _ -> nearest(problem, effort, false);
        };
    }

    /// @param excluded whether it is proven that the rule is not met
    private static Solving nearest(Problem problem, Effort effort, boolean excluded) {
        var outcome = Search.covers(problem) ? new Search(problem, effort.steps()).nearest() : new Outcome.Unknown();
        if (outcome instanceof Outcome.Unknown) {
            outcome = new CpSat(problem, effort.solverSeconds()).nearest();
        }
        return switch (outcome) {
            case Outcome.Best(var allocation) -> new Solving(allocation, false, excluded, Optional.empty());
            case Outcome.Provisional(var allocation, var _) ->
                new Solving(allocation, false, excluded, Optional.empty());
            // Nothing placed breaks no limit, so an allocation always exists.
            case Outcome.Impossible _, Outcome.Unknown _ ->
                new Solving(Allocation.empty(problem), false, excluded, Optional.empty());
        };
    }
}
