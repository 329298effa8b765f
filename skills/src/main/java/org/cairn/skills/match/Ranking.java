package org.cairn.skills.match;

import java.util.Comparator;
import java.util.List;

/// Puts candidates in order.
final class Ranking {
    private Ranking() {}

    private record Weighed(Candidate candidate, double sum) {}

    /// The likeliest first; of equal ones the first of the taxonomy.
    static List<SkillMatch> of(List<Candidate> candidates, Weights weights, Names names, int top) {
        return candidates.stream()
                .map(candidate -> new Weighed(candidate, weights.sum(candidate.features())))
                .sorted(Comparator.comparingDouble((Weighed weighed) -> -weighed.sum())
                        .thenComparingInt(weighed -> weighed.candidate().skill()))
                .limit(top)
                .map(weighed -> new SkillMatch(
                        names.skill(weighed.candidate().skill()).uri(),
                        names.label(weighed.candidate().skill()),
                        weights.probability(weighed.sum()),
                        weighed.candidate().evidence()))
                .toList();
    }
}
