package org.cairn.skills.pathway;

/// The door: plans, the alternatives to them, and why they are as they are. Pure, and safe to share between
/// threads; each call may take as long as its [Effort] allows and uses several processors while it does.
public final class Planner {

    /// The best plan under the limits.
    public Outcome plan(Instance instance, Effort effort) {
        return switch (instance.objective()) {
            case Objective.CloseGap gap -> java.util.Optional.<Outcome>empty().orElseThrow();
            case Objective.MostJobs jobs -> new JobsPlanner(instance, jobs).plan(effort);
        };
    }

    /// The front around the best plan for a gap.
    ///
    /// @param least the share of the gap that each closes at least, from 0 to 1, of what the best covered
    ///     one closes
    /// @throws IllegalArgumentException where jobs are counted
    public Alternatives alternatives(Instance instance, double least, Effort effort) {
        return java.util.Optional.<Alternatives>empty().orElseThrow();
    }

    /// Why this offering is in the plan of this instance, or why it is not.
    ///
    /// @throws IllegalArgumentException for an offering that is not in the instance
    public Answer whyNot(Instance instance, Plan plan, OfferingId offering, Effort effort) {
        return java.util.Optional.<Answer>empty().orElseThrow();
    }
}
