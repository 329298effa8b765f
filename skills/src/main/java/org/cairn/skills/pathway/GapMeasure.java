package org.cairn.skills.pathway;

import java.util.Arrays;
import java.util.Map;
import org.cairn.skills.pathway.GapProblem.Goal;
import org.cairn.skills.pathway.GapProblem.Item;
import org.cairn.skills.taxonomy.ConceptUri;

/// Reckons out a plan by itself, without the solver: whether it keeps to the limits, and what it comes to.
///
/// Plans are start weeks by item, 0 for what is not taken.
record GapMeasure(GapProblem problem) {

    /// What an aim comes to; the smaller the better.
    long of(Focus.Aim aim, int[] starts) {
        return switch (aim) {
            case COVERED -> -covered(starts);
            case FINISH -> finish(starts);
            case WISHES, COST, HOURS, DEGREE -> {
                long sum = 0;
                for (int place = 0; place < starts.length; place++) {
                    sum += starts[place] > 0 ? problem.items().get(place).amount(aim) : 0;
                }
                yield sum;
            }
        };
    }

    private long finish(int[] starts) {
        long finish = 0;
        for (int place = 0; place < starts.length; place++) {
            Item item = problem.items().get(place);
            if (starts[place] > 0 && !item.running()) {
                finish = Math.max(finish, starts[place] + item.weeks() - 1L);
            }
        }
        return finish;
    }

    private long covered(int[] starts) {
        long covered = 0;
        for (Goal goal : problem.goals()) {
            int level = goal.has();
            for (int place = 0; place < starts.length; place++) {
                if (starts[place] > 0) {
                    level = Math.max(level, problem.items().get(place).gives().getOrDefault(goal.skill(), 0));
                }
            }
            covered += goal.worth(level);
        }
        return covered;
    }

    boolean isKept(int[] starts) {
        return starts.length == problem.items().size()
                && of(Focus.Aim.COST, starts) <= problem.budget().orElse(Long.MAX_VALUE)
                && steps(starts) <= problem.steps().orElse(Integer.MAX_VALUE)
                && isInWeeks(starts)
                && isInOrder(starts);
    }

    private long steps(int[] starts) {
        long steps = 0;
        for (int place = 0; place < starts.length; place++) {
            steps += starts[place] > 0 && !problem.items().get(place).running() ? 1 : 0;
        }
        return steps;
    }

    private boolean isInWeeks(int[] starts) {
        int most = problem.minutes().orElse(Integer.MAX_VALUE);
        long[] load = Arrays.stream(problem.running()).asLongStream().toArray();
        for (int place = 0; place < starts.length; place++) {
            Item item = problem.items().get(place);
            if (starts[place] == 0) {
                if (item.isFixed()) {
                    return false;
                }
                continue;
            }
            if (Arrays.binarySearch(item.starts(), starts[place]) < 0
                    || starts[place] + item.weeks() - 1 > Math.max(1, problem.weeks())) {
                return false;
            }
            for (int week = starts[place]; !item.running() && week < starts[place] + item.weeks(); week++) {
                load[week] += item.minutes();
                if (load[week] > most) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isInOrder(int[] starts) {
        for (int place = 0; place < starts.length; place++) {
            Item item = problem.items().get(place);
            if (starts[place] == 0) {
                continue;
            }
            for (Map.Entry<ConceptUri, Integer> ask : item.asks().entrySet()) {
                if (!isThere(starts, starts[place], other -> other.covers(ask.getKey(), ask.getValue()))) {
                    return false;
                }
            }
            for (OfferingId before : item.after()) {
                if (!isThere(starts, starts[place], other -> other.id().equals(before))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isThere(int[] starts, int week, java.util.function.Predicate<Item> what) {
        for (int place = 0; place < starts.length; place++) {
            Item item = problem.items().get(place);
            if (starts[place] > 0 && starts[place] + item.weeks() <= week && what.test(item)) {
                return true;
            }
        }
        return false;
    }
}
