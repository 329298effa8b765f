package org.cairn.server.navigate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A plan that somebody follows, or followed until she made it anew.
record Pathway(PathwayId id, GoalId goal, List<Step> steps, Instant madeAt, Optional<Instant> endedAt) {
    Pathway {
        steps = List.copyOf(steps);
    }
}
