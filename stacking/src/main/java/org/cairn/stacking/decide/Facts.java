package org.cairn.stacking.decide;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Everything about one learner that a decision may depend on.
///
/// @param today the day of the decision
/// @param targetAward the day on which the larger award would be conferred
/// @param leaving whether she leaves without the higher award
public record Facts(
        List<Holding> holdings,
        Optional<Registered> registration,
        LocalDate today,
        LocalDate targetAward,
        boolean leaving) {

    /// @param stack the stack's id
    public record Registered(String stack, int version, LocalDate on) {}

    public Facts {
        holdings = List.copyOf(holdings);
        if (new HashSet<>(holdings.stream().map(Holding::award).toList()).size() != holdings.size()) {
            throw new IllegalArgumentException("an award is held twice");
        }
    }

    /// The same learner with more.
    public Facts and(List<Holding> more) {
        var together = new java.util.ArrayList<>(holdings);
        together.addAll(more);
        return new Facts(together, registration, today, targetAward, leaving);
    }
}
