package org.cairn.server.navigate;

import java.time.Instant;
import java.util.List;
import org.cairn.server.identity.PersonId;
import org.cairn.skills.gap.Goal;

/// What a person wants to become able to do, as it is kept.
record OwnGoal(GoalId id, PersonId person, String title, List<Wanted> needs, Terms terms, Instant madeAt) {
    OwnGoal {
        needs = List.copyOf(needs);
    }

    /// Without what she took out.
    Goal goal() {
        return new Goal(
                needs.stream().filter(need -> !need.dropped()).map(Wanted::need).toList());
    }
}
