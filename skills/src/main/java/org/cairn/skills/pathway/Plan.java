package org.cairn.skills.pathway;

import java.util.List;
import java.util.Set;
import org.cairn.skills.taxonomy.ConceptUri;

/// What to take, in this order, and what comes of it.
///
/// @param value what the objective counts: the share of the gap that is closed, from 0 to 1, or the number
///     of jobs that the learner qualifies for afterwards
/// @param before the same with no step taken: 0, or the jobs that she qualifies for already
/// @param steps by the week in which they begin, then by id; what runs already is not among them
/// @param open what the plan leaves of the gap, the most important first; empty for jobs
/// @param jobs that she qualifies for afterwards, in the order of the instance; empty for a gap
public record Plan(double value, double before, List<Step> steps, Totals totals, List<Open> open, List<String> jobs) {
    public Plan {
        steps = List.copyOf(steps);
        open = List.copyOf(open);
        jobs = List.copyOf(jobs);
    }

    /// @param from first week, from 1
    /// @param to last week
    /// @param closes what it adds to what the learner can do at that time, as far as the objective asks for
    ///     it
    /// @param unlocks later steps that need what it brings
    /// @param cents what it costs this learner
    /// @param jobs that she qualifies for with this step and not before; empty for a gap
    public record Step(
            OfferingId offering,
            int from,
            int to,
            List<Closing> closes,
            Set<OfferingId> unlocks,
            long cents,
            double hours,
            List<String> jobs) {
        public Step {
            closes = List.copyOf(closes);
            unlocks = Set.copyOf(unlocks);
            jobs = List.copyOf(jobs);
        }
    }

    /// A skill that rises from one level (0: none) to another.
    ///
    /// @param share of the whole gap that is closed thereby; 0 where jobs are counted
    public record Closing(ConceptUri skill, double from, double to, double share) {}

    /// @param weeks the last week of any step; 0 without steps
    /// @param counts what the steps bring a registered stack forward
    /// @param wishes that the steps leave open
    public record Totals(long cents, int weeks, double hours, int counts, int wishes) {}

    /// What is left of a gap: a skill that stays at `reached` instead of `wanted`.
    ///
    /// @param share of the whole gap
    /// @param reasons why, the first that applies first
    public record Open(ConceptUri skill, double reached, double wanted, double share, List<Reason> reasons) {
        public Open {
            reasons = List.copyOf(reasons);
        }
    }
}
