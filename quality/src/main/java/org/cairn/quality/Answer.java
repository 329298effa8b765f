package org.cairn.quality;

import java.util.Set;

/// What a condition comes to. Besides yes and no there is what only a person can settle, and what cannot be
/// read.
sealed interface Answer {
    enum Yes implements Answer {
        YES
    }

    /// @param positions of the members of a list that failed, counted from 1; empty where it is not about a
    /// list
    record No(Set<Integer> positions) implements Answer {
        static final No PLAIN = new No(Set.of());
    }

    record Open(Outcome.Gap gap) implements Answer {}

    record Broken(Outcome.Fault fault) implements Answer {}

    static Answer of(boolean holds) {
        return holds ? Yes.YES : No.PLAIN;
    }
}
