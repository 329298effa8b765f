package org.cairn.skills.pathway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.cairn.skills.pathway.GapProblem.Item;

/// Plans for a gap: compiles, solves, and tells what was found in the words of the instance.
final class GapPlanner {
    private final GapCompiler compiler;
    private final GapProblem whole;

    GapPlanner(Instance instance, Objective.CloseGap gap) {
        compiler = new GapCompiler(instance);
        whole = compiler.compile(gap);
    }

    Outcome plan(Effort effort) {
        return plan(Focus.COVERED, effort);
    }

    Alternatives alternatives(double least, Effort effort) {
        if (!(least >= 0 && least <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1: " + least);
        }
        Outcome covered = plan(Focus.COVERED, effort);
        double value = switch (covered) {
            case Outcome.Proven(Plan plan) -> plan.value();
            case Outcome.Bounded(Plan plan, double _) -> plan.value();
            case Outcome.Impossible _ -> 0;
        };
        long share = (long) Math.ceil(least * value * whole.missing() - 1e-6);
        return new Alternatives(
                least * value,
                covered,
                plan(Focus.cheapest(share), effort),
                plan(Focus.fastest(share), effort),
                plan(Focus.degree(share), effort));
    }

    private Outcome plan(Focus focus, Effort effort) {
        List<Outcome.Obstacle> obstacles = pinsThatCannotBe();
        if (!obstacles.isEmpty()) {
            return new Outcome.Impossible(obstacles);
        }
        GapProblem problem = new GapReduction(focus.goals().contains(Focus.Aim.DEGREE)).reduce(whole);
        long end = System.nanoTime() + effort.limit().toNanos();
        GapGreedy greedy = new GapGreedy(problem);
        int[] hint = greedy.starts();
        return switch (GapSolver.solve(problem, focus, hint, end)) {
            case GapSolver.Solved.Found(int[] starts, boolean proven, long bound) ->
                outcome(tell(problem, starts), proven, bound);
            // Without pins the empty plan always is one; a hint that takes all pins is one too.
            case GapSolver.Solved.Late _
            when greedy.takesFixed() && greedy.covered() >= focus.least() ->
                outcome(tell(problem, hint), false, whole.missing());
            case GapSolver.Solved.Late _, GapSolver.Solved.None _ -> new Outcome.Impossible(pinsTogether());
        };
    }

    private Outcome outcome(Plan plan, boolean proven, long bound) {
        return proven
                ? new Outcome.Proven(plan)
                : new Outcome.Bounded(plan, bound / (double) Math.max(1, whole.missing()));
    }

    private Plan tell(GapProblem problem, int[] starts) {
        return new GapStory(compiler, whole, problem, starts).plan();
    }

    private List<Outcome.Obstacle> pinsThatCannotBe() {
        List<Outcome.Obstacle> obstacles = new ArrayList<>();
        Set<OfferingId> reachable = idsOf(GapReduction.reachable(whole));
        for (Offering offering : compiler.instance.offerings()) {
            if (compiler.instance.limits().pins().contains(offering.id())
                    && !compiler.known.finished().contains(offering.id())
                    && !reachable.contains(offering.id())) {
                reasons(offering).forEach(reason -> obstacles.add(new Outcome.Obstacle(offering.id(), reason)));
            }
        }
        obstacles.sort(Comparator.comparing(Outcome.Obstacle::offering).thenComparing(Outcome.Obstacle::reason));
        return obstacles;
    }

    private List<Outcome.Obstacle> pinsTogether() {
        long cents = whole.items().stream()
                .filter(Item::pinned)
                .mapToLong(Item::cents)
                .sum();
        long pins = whole.items().stream().filter(Item::pinned).count();
        Reason reason = Reason.HOURS;
        if (cents > whole.budget().orElse(Long.MAX_VALUE)) {
            reason = Reason.BUDGET;
        } else if (pins > whole.steps().orElse(Integer.MAX_VALUE)) {
            reason = Reason.STEPS;
        }
        Reason shared = reason;
        return whole.items().stream()
                .filter(Item::pinned)
                .map(item -> new Outcome.Obstacle(item.id(), shared))
                .toList();
    }

    /// What keeps an offering from being a step; empty when it could be one.
    List<Reason> reasons(Offering offering) {
        List<Reason> reasons = compiler.reasons(offering);
        if (!reasons.isEmpty() || idsOf(GapReduction.reachable(whole)).contains(offering.id())) {
            return reasons;
        }
        // Could it be begun if there were more time?
        GapProblem patient = new GapCompiler(
                        compiler.instance.with(compiler.instance.limits().withWeeks(Offering.Workload.LONGEST)))
                .compile((Objective.CloseGap) compiler.instance.objective());
        return List.of(
                idsOf(GapReduction.reachable(patient)).contains(offering.id()) ? Reason.DEADLINE : Reason.PREREQUISITE);
    }

    /// Whether anything that the objective asks for is closed by it or behind it.
    boolean leadsAnywhere(OfferingId offering) {
        return idsOf(new GapReduction(false).useful(whole)).contains(offering);
    }

    private static Set<OfferingId> idsOf(GapProblem problem) {
        return problem.items().stream().map(Item::id).collect(java.util.stream.Collectors.toSet());
    }

    Plan greedy() {
        GapProblem problem = new GapReduction(false).reduce(whole);
        return tell(problem, new GapGreedy(problem).starts());
    }
}
