package org.cairn.skills.pathway;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.cairn.skills.taxonomy.ConceptUri;

/// A gap and what could close it, in whole numbers.
///
/// @param goals with anything missing
/// @param items in the order of their ids
/// @param weeks of the plan
record GapProblem(
        List<Goal> goals, List<Item> items, int weeks, OptionalInt minutes, OptionalLong budget, OptionalInt steps) {

    /// A skill that is wanted higher than it is.
    ///
    /// @param whole what it counts to have it as wanted, by `weight` and scale
    record Goal(ConceptUri skill, int has, int wanted, long whole) {

        /// What it counts to have it at this level and not only as now. Cut off to whole numbers of a fine
        /// scale, so that what is closed adds up.
        long worth(int level) {
            return at(Math.max(level, has)) - at(has);
        }

        private long at(int level) {
            return whole / wanted * Math.min(level, wanted) + whole % wanted * Math.min(level, wanted) / wanted;
        }

        long missing() {
            return worth(wanted);
        }
    }

    /// An offering that may be taken.
    ///
    /// @param starts in which weeks it can begin, ascending
    /// @param gives what it brings of what is asked for anywhere
    /// @param asks what is missing for it
    /// @param after what must be finished before it
    /// @param running it runs already: it is taken, ends with its only start, and is no step
    record Item(
            Offering offering,
            long cents,
            int weeks,
            int minutes,
            int[] starts,
            Map<ConceptUri, Integer> gives,
            Map<ConceptUri, Integer> asks,
            Set<OfferingId> after,
            int wishes,
            boolean pinned,
            boolean running) {

        OfferingId id() {
            return offering.id();
        }

        int counts() {
            return running ? 0 : offering.counts();
        }

        boolean covers(ConceptUri skill, int level) {
            return gives.getOrDefault(skill, 0) >= level;
        }

        /// Minutes; one where there are none, so that nothing is taken that is good for nothing.
        long work() {
            return running ? 0 : Math.max(1, (long) weeks * minutes);
        }

        /// What taking it adds to an aim that is a sum.
        long amount(Focus.Aim aim) {
            return switch (aim) {
                case WISHES -> wishes;
                case COST -> cents;
                case HOURS -> work();
                case DEGREE -> -counts();
                case COVERED, FINISH -> 0;
            };
        }

        boolean isFixed() {
            return pinned || running;
        }

        Item fixed() {
            return new Item(offering, cents, weeks, minutes, starts, gives, asks, after, wishes, true, running);
        }

        Item giving(Map<ConceptUri, Integer> gives) {
            return new Item(offering, cents, weeks, minutes, starts, gives, asks, after, wishes, pinned, running);
        }

        Item from(int earliest) {
            int[] later = java.util.Arrays.stream(starts)
                    .filter(start -> start >= earliest)
                    .toArray();
            return new Item(offering, cents, weeks, minutes, later, gives, asks, after, wishes, pinned, running);
        }
    }

    long missing() {
        return goals.stream().mapToLong(Goal::missing).sum();
    }

    /// How far apart two values of an aim can be.
    long range(Focus.Aim aim) {
        return switch (aim) {
            case COVERED -> missing();
            case FINISH -> weeks;
            case WISHES, DEGREE -> sum(aim);
            case COST -> Math.min(budget.orElse(Long.MAX_VALUE), sum(aim));
            case HOURS ->
                minutes.isPresent() && weeks > 0
                        ? Math.min(items.size() + (long) minutes.getAsInt() * weeks, sum(aim))
                        : sum(aim);
        };
    }

    private long sum(Focus.Aim aim) {
        return items.stream().mapToLong(item -> Math.abs(item.amount(aim))).sum();
    }

    /// What all values of an aim are multiples of; 0 where there is only one value.
    long step(Focus.Aim aim) {
        return switch (aim) {
            case FINISH -> 1;
            case COVERED ->
                goals.stream()
                        .flatMapToLong(goal -> items.stream()
                                .mapToLong(item -> goal.worth(item.gives().getOrDefault(goal.skill(), 0))))
                        .reduce(0, GapProblem::divisor);
            case WISHES, COST, HOURS, DEGREE ->
                items.stream().mapToLong(item -> Math.abs(item.amount(aim))).reduce(0, GapProblem::divisor);
        };
    }

    /// The greatest whole number that both are multiples of.
    static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }

    GapProblem with(List<Item> items) {
        return new GapProblem(goals, items, weeks, minutes, budget, steps);
    }

    /// Minutes by week, from 1, of what runs already. It may be more than she now has time for: then all her time is
    /// taken, and nothing else fits beside it.
    int[] running() {
        int[] running = new int[weeks + 2];
        for (Item item : items) {
            for (int week = 1; item.running() && week <= Math.min(item.weeks(), weeks); week++) {
                running[week] = Math.min(minutes.orElse(Integer.MAX_VALUE), running[week] + item.minutes());
            }
        }
        return running;
    }
}
