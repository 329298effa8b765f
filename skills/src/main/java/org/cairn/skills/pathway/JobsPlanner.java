package org.cairn.skills.pathway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.cairn.skills.taxonomy.ConceptUri;

/// Plans for the most jobs: compiles, searches, and tells what was found in the words of the instance.
final class JobsPlanner {
    private final Instance instance;
    private final Objective.MostJobs objective;
    private final JobsCompiler compiler;

    JobsPlanner(Instance instance, Objective.MostJobs objective) {
        this.instance = instance;
        this.objective = objective;
        compiler = new JobsCompiler(instance, objective);
    }

    Outcome plan(Effort effort) {
        return tell(new JobsSearch(
                compiler.compile(instance.limits()),
                k(),
                budget(),
                System.nanoTime() + effort.limit().toNanos()));
    }

    /// Again and again what adds most jobs at once, or where nothing does, what brings most of them nearer.
    Plan greedy() {
        return plan(IntStream.of(JobsSearch.greedy(compiler.compile(instance.limits()), k(), budget()))
                .mapToObj(compiler.offerings::get)
                .toList());
    }

    private int k() {
        return Math.min(objective.k(), instance.limits().steps().orElse(objective.k()));
    }

    private long budget() {
        return instance.limits().budget().orElse(Long.MAX_VALUE);
    }

    private Outcome tell(JobsSearch search) {
        Plan plan = plan(
                IntStream.of(search.found()).mapToObj(compiler.offerings::get).toList());
        return search.isProven() ? new Outcome.Proven(plan) : new Outcome.Bounded(plan, plan.before() + search.bound());
    }

    /// Whether an offering that is not in the plan could be, and what the best plan with it is.
    Answer whyNot(Offering offering, Effort effort) {
        List<Reason> reasons = Bars.of(offering, instance);
        if (!reasons.isEmpty()) {
            return new Answer.Barred(reasons);
        }
        if (k() == 0) {
            return new Answer.Barred(List.of(Reason.STEPS));
        }
        JobsProblem problem = compiler.compile(instance.limits());
        int number = compiler.offerings.indexOf(offering);
        if (!JobsReduction.leadsAnywhere(problem, number)) {
            return new Answer.Beside();
        }
        long end = System.nanoTime() + effort.limit().toNanos();
        return beginnings(problem, number, List.of()).stream()
                .map(first -> new JobsSearch(problem, first, k() - first.length, budget(), end))
                .filter(search -> search.foundCost() <= budget())
                .max(Comparator.comparingInt(JobsSearch::value))
                .<Answer>map(search -> new Answer.Possible(tell(search)))
                .orElse(new Answer.Barred(List.of(Reason.PREREQUISITE)));
    }

    /// The ways to begin that end with this offering: each step brings something that is missing for it.
    private List<int[]> beginnings(JobsProblem problem, int number, List<Integer> before) {
        int[] now = new int[problem.skills()];
        before.forEach(taken -> problem.gives()[taken].raise(now));
        if (problem.asks()[number].isMetBy(now)) {
            return List.of(IntStream.concat(before.stream().mapToInt(Integer::intValue), IntStream.of(number))
                    .toArray());
        }
        List<int[]> ways = new ArrayList<>();
        if (before.size() + 1 < k()) {
            for (int other = 0; other < problem.size(); other++) {
                if (other != number
                        && !before.contains(other)
                        && problem.asks()[other].isMetBy(now)
                        && helps(problem, other, number, now, k() - 1 - before.size())) {
                    List<Integer> more = new ArrayList<>(before);
                    more.add(other);
                    ways.addAll(beginnings(problem, number, more));
                }
            }
        }
        return ways;
    }

    /// Whether an offering brings what is missing for the target, or for another that does, within so many
    /// steps.
    private static boolean helps(JobsProblem problem, int other, int target, int[] now, int steps) {
        if (problem.gives()[other].helps(problem.asks()[target], now)) {
            return true;
        }
        return steps > 1
                && IntStream.range(0, problem.size())
                        .anyMatch(between -> problem.gives()[between].helps(problem.asks()[target], now)
                                && helps(problem, other, between, now, steps - 1));
    }

    private Plan plan(List<Offering> chosen) {
        Map<ConceptUri, Integer> levels = new HashMap<>(compiler.known.levels());
        Set<Integer> qualified = qualified(levels);
        int before = qualified.size();
        List<Plan.Step> steps = new ArrayList<>();
        int week = 1;
        for (int place = 0; place < chosen.size(); place++) {
            Offering offering = chosen.get(place);
            List<Plan.Closing> closes = closes(offering, levels);
            Known.raise(levels, offering.provides());
            Set<Integer> now = qualified(levels);
            List<String> jobs = now.stream()
                    .filter(job -> !qualified.contains(job))
                    .sorted()
                    .map(job -> objective.jobs().get(job).id())
                    .toList();
            qualified.addAll(now);
            int to = week + offering.workload().weeks() - 1;
            steps.add(new Plan.Step(
                    offering.id(),
                    week,
                    to,
                    closes,
                    unlocks(offering, chosen.subList(place + 1, chosen.size())),
                    offering.price().after(instance.limits().waivers()),
                    offering.workload().hours(),
                    jobs));
            week = to + 1;
        }
        return new Plan(
                qualified.size(),
                before,
                steps,
                totals(chosen, steps),
                List.of(),
                qualified.stream()
                        .sorted()
                        .map(job -> objective.jobs().get(job).id())
                        .toList());
    }

    private Set<Integer> qualified(Map<ConceptUri, Integer> levels) {
        Set<Integer> jobs = new HashSet<>();
        for (int job = 0; job < compiler.matches.size(); job++) {
            Match match = compiler.matches.get(job);
            if (match.of(skill -> levels.getOrDefault(skill, 0)) >= match.goal()) {
                jobs.add(job);
            }
        }
        return jobs;
    }

    private List<Plan.Closing> closes(Offering offering, Map<ConceptUri, Integer> levels) {
        Map<ConceptUri, Integer> raised = new java.util.TreeMap<>();
        Known.raise(raised, offering.provides());
        return raised.entrySet().stream()
                .filter(entry -> compiler.isAsked(entry.getKey()))
                .filter(entry -> entry.getValue() > levels.getOrDefault(entry.getKey(), 0))
                .map(entry -> new Plan.Closing(
                        entry.getKey(), levels.getOrDefault(entry.getKey(), 0) / 1e3, entry.getValue() / 1e3, 0))
                .toList();
    }

    private Set<OfferingId> unlocks(Offering offering, List<Offering> later) {
        Set<OfferingId> unlocked = new HashSet<>();
        for (Offering next : later) {
            boolean isNeeded = next.requires().stream()
                    .filter(skill -> !compiler.known.meets(skill))
                    .anyMatch(skill -> offering.provides().stream()
                            .anyMatch(given ->
                                    given.uri().equals(skill.uri()) && given.thousandths() >= skill.thousandths()));
            if (isNeeded) {
                unlocked.add(next.id());
            }
        }
        return unlocked;
    }

    private Plan.Totals totals(List<Offering> chosen, List<Plan.Step> steps) {
        return new Plan.Totals(
                steps.stream().mapToLong(Plan.Step::cents).sum(),
                steps.isEmpty() ? 0 : steps.getLast().to(),
                steps.stream().mapToDouble(Plan.Step::hours).sum(),
                chosen.stream().mapToInt(Offering::counts).sum(),
                chosen.stream()
                        .mapToInt(offering -> instance.wishes().openFor(offering.traits()))
                        .sum());
    }
}
