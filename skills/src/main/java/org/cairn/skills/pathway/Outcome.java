package org.cairn.skills.pathway;

import java.util.List;

/// What planning came to.
public sealed interface Outcome {

    /// No plan is better.
    record Proven(Plan plan) implements Outcome {}

    /// The best that was found in the time allowed.
    ///
    /// @param bound no plan has a [Plan#value] above this
    record Bounded(Plan plan, double bound) implements Outcome {}

    /// The limits contradict each other: what must be taken cannot be.
    record Impossible(List<Obstacle> obstacles) implements Outcome {
        public Impossible {
            obstacles = List.copyOf(obstacles);
        }
    }

    /// Why an offering cannot be taken.
    record Obstacle(OfferingId offering, Reason reason) {}
}
