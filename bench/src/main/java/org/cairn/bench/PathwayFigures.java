package org.cairn.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.cairn.skills.pathway.Effort;
import org.cairn.skills.pathway.Instance;
import org.cairn.skills.pathway.Objective;
import org.cairn.skills.pathway.Offering;
import org.cairn.skills.pathway.Outcome;
import org.cairn.skills.pathway.Plan;
import org.cairn.skills.pathway.Planner;

/// How long plans take until they are proven, and what they gain over a greedy adviser.
final class PathwayFigures {
    private static final int OFFERINGS = 5_000;
    private static final int JOBS = 5_000;
    private static final int WARM_UP = 10;
    /// Longer than usual, so that the slowest are seen to their end.
    private static final Effort PATIENT = new Effort(Duration.ofSeconds(60));

    private PathwayFigures() {}

    static void run() throws Exception {
        run(200, 100);
    }

    static void run(int gaps, int learners) throws Exception {
        List<PathwayCases.Occupation> occupations = PathwayCases.occupations();
        PathwayCases cases = new PathwayCases(occupations, 1);
        List<Offering> catalogue = cases.catalogue(OFFERINGS);
        measure("gap", gaps, () -> cases.gap(catalogue));
        List<Objective.Job> jobs = cases.jobs(JOBS);
        measure("jobs", learners, () -> cases.jobs(catalogue, jobs, 3));
    }

    private static void measure(String name, int count, Supplier<Instance> instances) {
        Planner planner = new Planner();
        double[] seconds = new double[count];
        int proven = 0;
        int better = 0;
        int worse = 0;
        double gained = 0;
        double steps = 0;
        for (int number = -WARM_UP; number < count; number++) {
            Instance instance = instances.get();
            long start = System.nanoTime();
            Outcome outcome = planner.plan(instance, PATIENT);
            if (number < 0) {
                continue;
            }
            seconds[number] = (System.nanoTime() - start) / 1e9;
            Plan best = plan(outcome);
            Plan greedy = planner.greedy(instance);
            proven += outcome instanceof Outcome.Proven ? 1 : 0;
            better += best.value() > greedy.value() + 1e-9 ? 1 : 0;
            worse += best.value() < greedy.value() - 1e-9 ? 1 : 0;
            gained += name.equals("gap") ? 100 * (best.value() - greedy.value()) : best.value() - greedy.value();
            steps += best.steps().size();
        }
        Arrays.sort(seconds);
        result(name + "-median-seconds", seconds[count / 2], "seconds");
        result(name + "-p95-seconds", seconds[count * 95 / 100], "seconds");
        result(name + "-slowest-seconds", seconds[count - 1], "seconds");
        result(name + "-proven", 100.0 * proven / count, "percent");
        result(name + "-steps", steps / count, "steps");
        result(name + "-better-than-greedy", 100.0 * better / count, "percent");
        result(name + "-worse-than-greedy", 100.0 * worse / count, "percent");
        result(name + "-gain-over-greedy", gained / count, name.equals("gap") ? "points-of-the-gap" : "jobs");
    }

    private static Plan plan(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Proven(Plan plan) -> plan;
            case Outcome.Bounded(Plan plan, double _) -> plan;
            case Outcome.Impossible impossible -> throw new IllegalStateException(impossible.toString());
        };
    }

    private static void result(String metric, double value, String unit) {
        System.out.printf(Locale.ROOT, "RESULT %s %.3f %s%n", metric, value, unit);
    }
}
