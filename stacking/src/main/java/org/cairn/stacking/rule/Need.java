package org.cairn.stacking.rule;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// When a slot is full.
public sealed interface Need {
    /// So many items, and no more than `atMost`.
    record Count(int atLeast, Optional<Integer> atMost) implements Need {
        public Count {
            Stack.require(atLeast >= 0, "less than nothing");
            Stack.require(
                    atMost.map(most -> most >= Math.max(1, atLeast)).orElse(true), "at most is less than at least");
        }
    }

    /// So many credits. What [Options#surplus] says decides about credits beyond `atMost`.
    record Credits(BigDecimal atLeast, Optional<BigDecimal> atMost) implements Need {
        public Credits {
            Stack.require(atLeast.signum() >= 0, "less than nothing");
            Stack.require(
                    atMost.map(most -> most.signum() > 0 && most.compareTo(atLeast) >= 0)
                            .orElse(true),
                    "at most is less than at least");
        }
    }

    /// So many of these outcomes, each covered by one item or more.
    record Outcomes(Set<String> of, int atLeast) implements Need {
        public Outcomes {
            of = Collections.unmodifiableSet(new TreeSet<>(of));
            Stack.require(atLeast >= 1 && atLeast <= of.size(), "asks for more outcomes than are named, or for none");
        }
    }
}
