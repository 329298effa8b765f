package org.cairn.skills.pathway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.skills.pathway.GapProblem.Goal;
import org.cairn.skills.pathway.GapProblem.Item;
import org.cairn.skills.taxonomy.ConceptUri;

/// A plan as an adviser would make it by hand: again and again the offering, with what must come before it,
/// that closes most for its money and hours, in the first weeks where it fits. A start for the solver, and
/// what it is compared with.
final class GapGreedy {
    private final GapProblem problem;
    private final int[] starts;
    private final int[] load;
    private final Map<ConceptUri, Integer> levels = new HashMap<>();
    private long cents;
    private int steps;
    private int tries;

    GapGreedy(GapProblem problem) {
        this.problem = problem;
        starts = new int[problem.items().size()];
        load = new int[problem.weeks() + 1];
    }

    /// When each item begins; 0 for what is not taken. Pins that do not fit are left out.
    int[] starts() {
        for (int place = 0; place < starts.length; place++) {
            if (problem.items().get(place).isFixed()) {
                bundle(place).ifPresent(this::place);
            }
        }
        Set<Integer> failed = new LinkedHashSet<>();
        while (true) {
            Optional<List<Integer>> best = Optional.empty();
            double most = 0;
            for (int place = 0; place < starts.length; place++) {
                Optional<List<Integer>> bundle =
                        starts[place] > 0 || failed.contains(place) ? Optional.empty() : bundle(place);
                double worth = bundle.map(this::worth).orElse(0.0);
                if (worth > most) {
                    most = worth;
                    best = bundle;
                }
            }
            if (best.isEmpty()) {
                return starts;
            }
            if (!place(best.get())) {
                failed.add(best.get().getLast());
            }
        }
    }

    boolean takesFixed() {
        return java.util.stream.IntStream.range(0, starts.length)
                .allMatch(place ->
                        starts[place] > 0 || !problem.items().get(place).isFixed());
    }

    long covered() {
        return problem.goals().stream()
                .mapToLong(goal -> goal.worth(levels.getOrDefault(goal.skill(), 0)))
                .sum();
    }

    private double worth(List<Integer> bundle) {
        Map<ConceptUri, Integer> then = new HashMap<>(levels);
        double effort = 1e-3;
        for (int place : bundle) {
            Item item = problem.items().get(place);
            item.gives().forEach((skill, level) -> then.merge(skill, level, Math::max));
            effort += item.cents() / (double) Math.max(1, problem.budget().orElse(100_000))
                    + item.work()
                            / (double) (problem.weeks()
                                    * (long) Math.max(1, problem.minutes().orElse(600)));
        }
        long gain = 0;
        for (Goal goal : problem.goals()) {
            gain += goal.worth(then.getOrDefault(goal.skill(), 0)) - goal.worth(levels.getOrDefault(goal.skill(), 0));
        }
        return gain / effort;
    }

    /// The offering behind all that must come before it and is not there yet; empty when that cannot be.
    private Optional<List<Integer>> bundle(int place) {
        List<Integer> bundle = new ArrayList<>();
        tries = 0;
        return gather(place, bundle, new ArrayList<>()) ? Optional.of(bundle) : Optional.empty();
    }

    private boolean gather(int place, List<Integer> bundle, List<Integer> above) {
        if (starts[place] > 0 || bundle.contains(place)) {
            return true;
        }
        if (above.contains(place) || ++tries > 50) {
            return false;
        }
        above.add(place);
        Item item = problem.items().get(place);
        for (Map.Entry<ConceptUri, Integer> ask : item.asks().entrySet()) {
            if (levels.getOrDefault(ask.getKey(), 0) < ask.getValue()
                    && bundle.stream()
                            .noneMatch(other -> problem.items().get(other).covers(ask.getKey(), ask.getValue()))
                    && !gatherOne(ask, bundle, above)) {
                return false;
            }
        }
        for (OfferingId before : item.after()) {
            int other = placeOf(before);
            if (other < 0 || !gather(other, bundle, above)) {
                return false;
            }
        }
        above.removeLast();
        bundle.add(place);
        return true;
    }

    private boolean gatherOne(Map.Entry<ConceptUri, Integer> ask, List<Integer> bundle, List<Integer> above) {
        return java.util.stream.IntStream.range(0, starts.length)
                .filter(other -> problem.items().get(other).covers(ask.getKey(), ask.getValue()))
                .boxed()
                .sorted(Comparator.comparingInt((Integer other) ->
                                problem.items().get(other).asks().size())
                        .thenComparingLong(other -> problem.items().get(other).cents())
                        .thenComparing(other -> other))
                .limit(3)
                .anyMatch(other -> gather(other, bundle, above));
    }

    private int placeOf(OfferingId id) {
        for (int place = 0; place < starts.length; place++) {
            if (problem.items().get(place).id().equals(id)) {
                return place;
            }
        }
        return -1;
    }

    /// Takes all of a bundle, or nothing.
    private boolean place(List<Integer> bundle) {
        List<Integer> placed = new ArrayList<>();
        for (int place : bundle) {
            Item item = problem.items().get(place);
            int start =
                    steps(item) && cents + item.cents() <= problem.budget().orElse(Long.MAX_VALUE) ? firstFit(item) : 0;
            if (start == 0) {
                placed.forEach(this::takeBack);
                return false;
            }
            starts[place] = start;
            book(item, start, 1);
            placed.add(place);
        }
        placed.forEach(place ->
                problem.items().get(place).gives().forEach((skill, level) -> levels.merge(skill, level, Math::max)));
        return true;
    }

    private boolean steps(Item item) {
        return item.running() || steps < problem.steps().orElse(Integer.MAX_VALUE);
    }

    private void takeBack(int place) {
        book(problem.items().get(place), starts[place], -1);
        starts[place] = 0;
    }

    private void book(Item item, int start, int sign) {
        cents += sign * item.cents();
        steps += item.running() ? 0 : sign;
        for (int week = start; week < start + item.weeks(); week++) {
            load[week] += sign * item.minutes();
        }
    }

    private int firstFit(Item item) {
        int ready = ready(item);
        for (int start : item.starts()) {
            if (start >= ready && start + item.weeks() - 1 <= problem.weeks() && fits(item, start)) {
                return start;
            }
        }
        return 0;
    }

    private boolean fits(Item item, int start) {
        for (int week = start; week < start + item.weeks(); week++) {
            if (!item.running()
                    && load[week] + item.minutes() > problem.minutes().orElse(Integer.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }

    /// The week in which everything that it asks for is there; beyond the plan where something is not.
    private int ready(Item item) {
        int ready = 1;
        for (Map.Entry<ConceptUri, Integer> ask : item.asks().entrySet()) {
            int first = Integer.MAX_VALUE;
            for (int other = 0; other < starts.length; other++) {
                if (starts[other] > 0 && problem.items().get(other).covers(ask.getKey(), ask.getValue())) {
                    first = Math.min(
                            first, starts[other] + problem.items().get(other).weeks());
                }
            }
            ready = Math.max(ready, first);
        }
        for (OfferingId before : item.after()) {
            int other = placeOf(before);
            ready = Math.max(
                    ready,
                    other < 0 || starts[other] == 0
                            ? Integer.MAX_VALUE
                            : starts[other] + problem.items().get(other).weeks());
        }
        return ready;
    }
}
