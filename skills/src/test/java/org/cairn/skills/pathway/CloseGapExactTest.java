package org.cairn.skills.pathway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.cairn.skills.taxonomy.ConceptUri;

/// The planner against trying out every start week of every offering.
class CloseGapExactTest {
    private static final int WEEKS = 5;
    private static final double ROUNDING = 1e-9;

    @Property(tries = 150)
    void no_schedule_is_better(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Instance instance = new Cases(seed, 5).gap(5, WEEKS);

        Outcome outcome = new Planner().plan(instance, Effort.USUAL);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Proven.class, proven -> {
            double[] best = best(
                    instance, List.of(Measure.COVERED, Measure.WISHES, Measure.COST, Measure.HOURS, Measure.FINISH), 0);
            assertThat(measures(
                            instance,
                            proven.plan(),
                            List.of(Measure.COVERED, Measure.WISHES, Measure.COST, Measure.HOURS, Measure.FINISH)))
                    .containsExactly(best, within(ROUNDING));
            assertThat(proven.plan().value()).isCloseTo(-best[0], within(ROUNDING));
        });
    }

    @Property(tries = 60)
    void each_alternative_is_the_best_of_its_kind(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Instance instance = new Cases(seed, 5).gap(5, WEEKS);

        Alternatives front = new Planner().alternatives(instance, 0.5, Effort.USUAL);

        assertBest(instance, front.cheapest(), List.of(Measure.COST, Measure.COVERED), front.least());
        assertBest(instance, front.fastest(), List.of(Measure.FINISH, Measure.COVERED), front.least());
        assertBest(instance, front.degree(), List.of(Measure.DEGREE, Measure.COVERED), front.least());
    }

    private static void assertBest(Instance instance, Outcome outcome, List<Measure> order, double least) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Proven.class,
                        proven -> assertThat(measures(instance, proven.plan(), order))
                                .containsExactly(best(instance, order, least), within(ROUNDING)));
    }

    private enum Measure {
        COVERED,
        WISHES,
        COST,
        FINISH,
        HOURS,
        DEGREE
    }

    private static double[] measures(Instance instance, Plan plan, List<Measure> order) {
        int[] starts = new int[instance.offerings().size()];
        for (Plan.Step step : plan.steps()) {
            for (int place = 0; place < starts.length; place++) {
                if (instance.offerings().get(place).id().equals(step.offering())) {
                    starts[place] = step.from();
                }
            }
        }
        assertThat(isAllowed(instance, starts)).isTrue();
        return measures(instance, starts, order);
    }

    private static double[] best(Instance instance, List<Measure> order, double least) {
        double[] best = new double[0];
        int[] starts = new int[instance.offerings().size()];
        do {
            if (isAllowed(instance, starts) && -measure(instance, starts, Measure.COVERED) >= least - ROUNDING) {
                double[] now = measures(instance, starts, order);
                if (best.length == 0 || isBelow(now, best)) {
                    best = now;
                }
            }
        } while (next(starts));
        return best;
    }

    private static boolean isBelow(double[] one, double[] other) {
        for (int place = 0; place < one.length; place++) {
            if (Math.abs(one[place] - other[place]) > ROUNDING) {
                return one[place] < other[place];
            }
        }
        return false;
    }

    private static boolean next(int[] starts) {
        for (int place = 0; place < starts.length; place++) {
            starts[place] = (starts[place] + 1) % (WEEKS + 1);
            if (starts[place] > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAllowed(Instance instance, int[] starts) {
        long cents = 0;
        int[] load = new int[WEEKS + 1];
        for (int place = 0; place < starts.length; place++) {
            if (starts[place] == 0) {
                continue;
            }
            Offering offering = instance.offerings().get(place);
            Offering.Workload work = offering.workload();
            cents += offering.price().cents();
            boolean begins = work.starts().isEmpty() || work.starts().contains(starts[place]);
            if (!begins || starts[place] + work.weeks() - 1 > WEEKS || !isReady(instance, starts, place)) {
                return false;
            }
            for (int week = starts[place]; week < starts[place] + work.weeks(); week++) {
                load[week] += work.minutes();
            }
        }
        return cents <= instance.limits().budget().orElseThrow()
                && Arrays.stream(load).max().orElse(0)
                        <= instance.limits().minutes().orElseThrow();
    }

    private static boolean isReady(Instance instance, int[] starts, int place) {
        Map<ConceptUri, Double> levels = levels(instance, starts, starts[place] - 1);
        Offering offering = instance.offerings().get(place);
        return offering.requires().stream().allMatch(skill -> levels.getOrDefault(skill.uri(), 0.0) >= skill.level())
                && offering.after().stream().allMatch(before -> isOver(instance, starts, before, starts[place] - 1));
    }

    private static boolean isOver(Instance instance, int[] starts, OfferingId id, int week) {
        for (int place = 0; place < starts.length; place++) {
            Offering offering = instance.offerings().get(place);
            if (offering.id().equals(id)) {
                return starts[place] > 0 && starts[place] + offering.workload().weeks() - 1 <= week;
            }
        }
        return false;
    }

    /// What is there at the end of a week.
    private static Map<ConceptUri, Double> levels(Instance instance, int[] starts, int week) {
        Map<ConceptUri, Double> levels = new HashMap<>();
        instance.learner()
                .skills()
                .forEach(held -> levels.merge(held.skill().uri(), held.skill().level(), Math::max));
        for (int place = 0; place < starts.length; place++) {
            Offering offering = instance.offerings().get(place);
            if (starts[place] > 0 && starts[place] + offering.workload().weeks() - 1 <= week) {
                offering.provides().forEach(skill -> levels.merge(skill.uri(), skill.level(), Math::max));
            }
        }
        return levels;
    }

    private static double[] measures(Instance instance, int[] starts, List<Measure> order) {
        return order.stream()
                .mapToDouble(measure -> measure(instance, starts, measure))
                .toArray();
    }

    /// The smaller the better.
    private static double measure(Instance instance, int[] starts, Measure measure) {
        if (measure == Measure.COVERED) {
            return -covered(instance, levels(instance, starts, WEEKS));
        }
        double sum = 0;
        double latest = 0;
        for (int place = 0; place < starts.length; place++) {
            if (starts[place] > 0) {
                Offering offering = instance.offerings().get(place);
                latest = Math.max(latest, starts[place] + offering.workload().weeks() - 1);
                sum += switch (measure) {
                    case COST -> offering.price().cents();
                    case HOURS -> offering.workload().hours();
                    case DEGREE -> -offering.counts();
                    case WISHES ->
                        instance.wishes().recognised() && !offering.traits().recognised() ? 1 : 0;
                    case COVERED, FINISH -> 0;
                };
            }
        }
        return measure == Measure.FINISH ? latest : sum;
    }

    private static double covered(Instance instance, Map<ConceptUri, Double> levels) {
        Map<ConceptUri, Double> before =
                levels(instance, new int[instance.offerings().size()], 0);
        double closed = 0;
        double all = 0;
        for (Objective.Wanted wanted : ((Objective.CloseGap) instance.objective()).goal()) {
            double had = share(before, wanted);
            closed += wanted.importance() * (share(levels, wanted) - had);
            all += wanted.importance() * (1 - had);
        }
        return all == 0 ? 1 : closed / all;
    }

    private static double share(Map<ConceptUri, Double> levels, Objective.Wanted wanted) {
        return Math.min(
                1,
                levels.getOrDefault(wanted.skill().uri(), 0.0) / wanted.skill().level());
    }
}
