package org.cairn.skills.pathway;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The door: plans, the alternatives to them, and why they are as they are. Pure, and safe to share between
/// threads; each call may take as long as its [Effort] allows and uses several processors while it does.
public final class Planner {

    /// The best plan under the limits.
    public Outcome plan(Instance instance, Effort effort) {
        return switch (instance.objective()) {
            case Objective.CloseGap gap -> new GapPlanner(instance, gap).plan(effort);
            case Objective.MostJobs jobs -> new JobsPlanner(instance, jobs).plan(effort);
        };
    }

    /// What an adviser would put together by hand, one good step after the other: to compare the best plan
    /// with.
    public Plan greedy(Instance instance) {
        return switch (instance.objective()) {
            case Objective.CloseGap gap -> new GapPlanner(instance, gap).greedy();
            case Objective.MostJobs jobs -> new JobsPlanner(instance, jobs).greedy();
        };
    }

    /// The front around the best plan for a gap. Takes the effort once for each of the four.
    ///
    /// @param least the share that each closes at least, from 0 to 1, of what the best covered one closes
    /// @throws IllegalArgumentException where jobs are counted
    public Alternatives alternatives(Instance instance, double least, Effort effort) {
        return switch (instance.objective()) {
            case Objective.CloseGap gap -> new GapPlanner(instance, gap).alternatives(least, effort);
            case Objective.MostJobs _ -> throw new IllegalArgumentException("alternatives are for a gap");
        };
    }

    /// Why this offering is in the plan of this instance, or why it is not.
    ///
    /// @throws IllegalArgumentException for an offering that is not in the instance
    public Answer whyNot(Instance instance, Plan plan, OfferingId id, Effort effort) {
        Offering offering = instance.offerings().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such offering: " + id));
        Optional<Plan.Step> step =
                plan.steps().stream().filter(each -> each.offering().equals(id)).findFirst();
        if (step.isPresent()) {
            Limits without = instance.limits()
                    .withPins(without(instance.limits().pins(), id))
                    .withExclusions(with(instance.limits().exclusions(), id));
            return new Answer.Chosen(step.get(), plan(instance.with(without), effort));
        }
        return switch (instance.objective()) {
            case Objective.CloseGap gap -> whyNot(instance, gap, offering, effort);
            case Objective.MostJobs jobs -> new JobsPlanner(instance, jobs).whyNot(offering, effort);
        };
    }

    private Answer whyNot(Instance instance, Objective.CloseGap gap, Offering offering, Effort effort) {
        GapPlanner planner = new GapPlanner(instance, gap);
        List<Reason> reasons = planner.reasons(offering);
        if (!reasons.isEmpty()) {
            return new Answer.Barred(reasons);
        }
        if (!planner.leadsAnywhere(offering.id())) {
            return new Answer.Beside();
        }
        Limits with = instance.limits().withPins(with(instance.limits().pins(), offering.id()));
        return new Answer.Possible(plan(instance.with(with), effort));
    }

    private static Set<OfferingId> with(Set<OfferingId> ids, OfferingId id) {
        Set<OfferingId> more = new HashSet<>(ids);
        more.add(id);
        return more;
    }

    private static Set<OfferingId> without(Set<OfferingId> ids, OfferingId id) {
        Set<OfferingId> fewer = new HashSet<>(ids);
        fewer.remove(id);
        return fewer;
    }
}
