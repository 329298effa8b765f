package org.cairn.skills.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.cairn.skills.taxonomy.ConceptUri;

/// The planner against trying out everything, with a match reckoned in another way.
class MostJobsExactTest {
    private static final double ROUNDING = 1e-9;

    @Property(tries = 400)
    void no_choice_reaches_more_jobs(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 0, max = 4) int k,
            @ForAll @IntRange(min = 4, max = 12) int skills,
            @ForAll @IntRange(min = 0, max = 9) int locked,
            @ForAll @IntRange(min = 4, max = 10) int tenths) {
        Instance instance = new Cases(seed, skills).jobs(11, 30, k, tenths / 10.0, locked, 5);

        Outcome outcome = new Planner().plan(instance, Effort.USUAL);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Proven.class, proven -> {
            Best best = best(instance, k, Long.MAX_VALUE);
            assertThat(proven.plan().value()).isEqualTo(best.value);
            assertThat(proven.plan().steps()).hasSize(best.steps);
            assertThat(proven.plan().totals().cents()).isEqualTo(best.cents);
            assertThat(proven.plan().value())
                    .isEqualTo(replayed(instance, proven.plan()))
                    .isEqualTo(proven.plan().jobs().size());
        });
    }

    @Property(tries = 150)
    void keeps_to_the_budget(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed,
            @ForAll @IntRange(min = 1, max = 4) int k,
            @ForAll @IntRange(min = 0, max = 15) int budget) {
        Instance free = new Cases(seed, 8).jobs(10, 30, k, 0.8, 4, 5);
        Instance instance = free.with(free.limits().withBudget(budget * 10_000L));

        Outcome outcome = new Planner().plan(instance, Effort.USUAL);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Proven.class, proven -> {
            assertThat(proven.plan().value()).isEqualTo(best(instance, k, budget * 10_000L).value);
            assertThat(proven.plan().totals().cents()).isLessThanOrEqualTo(budget * 10_000L);
        });
    }

    /// Takes the steps in their order, each only where what it requires is there.
    private static double replayed(Instance instance, Plan plan) {
        Map<ConceptUri, Double> levels = levels(instance);
        for (Plan.Step step : plan.steps()) {
            Offering offering = instance.offerings().stream()
                    .filter(each -> each.id().equals(step.offering()))
                    .findFirst()
                    .orElseThrow();
            assertThat(isMet(offering, levels)).isTrue();
            offering.provides().forEach(skill -> levels.merge(skill.uri(), skill.level(), Math::max));
        }
        return jobs(instance, levels);
    }

    private static final class Best {
        int value = -1;
        int steps;
        long cents;
    }

    private static Best best(Instance instance, int k, long budget) {
        Best best = new Best();
        tryAll(instance, levels(instance), new ArrayList<>(), k, budget, best);
        return best;
    }

    private static void tryAll(
            Instance instance, Map<ConceptUri, Double> levels, List<Offering> taken, int left, long budget, Best best) {
        int value = jobs(instance, levels);
        long cents =
                taken.stream().mapToLong(offering -> offering.price().cents()).sum();
        if (value > best.value
                || (value == best.value && taken.size() < best.steps)
                || (value == best.value && taken.size() == best.steps && cents < best.cents)) {
            best.value = value;
            best.steps = taken.size();
            best.cents = cents;
        }
        for (Offering offering : instance.offerings()) {
            if (left > 0
                    && !taken.contains(offering)
                    && isMet(offering, levels)
                    && cents + offering.price().cents() <= budget) {
                Map<ConceptUri, Double> then = new HashMap<>(levels);
                offering.provides().forEach(skill -> then.merge(skill.uri(), skill.level(), Math::max));
                taken.add(offering);
                tryAll(instance, then, taken, left - 1, budget, best);
                taken.removeLast();
            }
        }
    }

    private static boolean isMet(Offering offering, Map<ConceptUri, Double> levels) {
        return offering.requires().stream().allMatch(skill -> levels.getOrDefault(skill.uri(), 0.0) >= skill.level());
    }

    private static Map<ConceptUri, Double> levels(Instance instance) {
        Map<ConceptUri, Double> levels = new HashMap<>();
        instance.learner()
                .skills()
                .forEach(held -> levels.merge(held.skill().uri(), held.skill().level(), Math::max));
        return levels;
    }

    private static int jobs(Instance instance, Map<ConceptUri, Double> levels) {
        Objective.MostJobs objective = (Objective.MostJobs) instance.objective();
        int reached = 0;
        for (Objective.Job job : objective.jobs()) {
            double met = 0;
            double all = 0;
            for (Objective.Wanted wanted : job.requires()) {
                double has = levels.getOrDefault(wanted.skill().uri(), 0.0);
                met += wanted.importance() * Math.min(1, has / wanted.skill().level());
                all += wanted.importance();
            }
            reached += met >= objective.threshold() * all - ROUNDING ? 1 : 0;
        }
        return reached;
    }
}
