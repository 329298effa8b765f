package org.cairn.skills.pathway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cairn.skills.pathway.GapProblem.Goal;
import org.cairn.skills.pathway.GapProblem.Item;
import org.cairn.skills.taxonomy.ConceptUri;

/// Tells a schedule as a [Plan]: what each step closes and unlocks, and why something stays open.
final class GapStory {
    private static final double THOUSAND = 1_000;

    private final GapCompiler compiler;
    private final GapProblem whole;
    private final List<Item> taken;
    private final Map<Item, Integer> starts = new HashMap<>();

    GapStory(GapCompiler compiler, GapProblem whole, GapProblem problem, int[] starts) {
        this.compiler = compiler;
        this.whole = whole;
        taken = IntStream.range(0, starts.length)
                .filter(place -> starts[place] > 0)
                .boxed()
                .sorted(Comparator.comparingInt((Integer place) -> starts[place])
                        .thenComparing(place -> place))
                .map(problem.items()::get)
                .toList();
        for (int place = 0; place < starts.length; place++) {
            this.starts.put(problem.items().get(place), starts[place]);
        }
    }

    private int start(Item item) {
        return starts.getOrDefault(item, 0);
    }

    private int end(Item item) {
        return start(item) + item.weeks() - 1;
    }

    Plan plan() {
        Map<ConceptUri, Integer> levels = new HashMap<>();
        Map<Item, List<Plan.Closing>> closes = new HashMap<>();
        // What ends first closes first.
        taken.stream()
                .sorted(Comparator.comparingInt(this::end).thenComparing(Item::id))
                .forEach(item -> closes.put(item, closes(item, levels)));
        List<Item> stepsTaken = taken.stream().filter(item -> !item.running()).toList();
        List<Plan.Step> steps = stepsTaken.stream()
                .map(item -> new Plan.Step(
                        item.id(),
                        start(item),
                        end(item),
                        closes.getOrDefault(item, List.of()),
                        unlocks(item),
                        item.cents(),
                        item.offering().workload().hours(),
                        List.of()))
                .toList();
        double closed = whole.goals().stream()
                .mapToLong(goal -> goal.worth(levels.getOrDefault(goal.skill(), 0)))
                .sum();
        return new Plan(
                whole.missing() == 0 ? 1 : closed / whole.missing(),
                whole.missing() == 0 ? 1 : 0,
                steps,
                totals(stepsTaken),
                open(levels),
                List.of());
    }

    private Plan.Totals totals(List<Item> steps) {
        return new Plan.Totals(
                steps.stream().mapToLong(Item::cents).sum(),
                steps.stream().mapToInt(this::end).max().orElse(0),
                steps.stream()
                        .mapToDouble(item -> item.offering().workload().hours())
                        .sum(),
                steps.stream().mapToInt(Item::counts).sum(),
                steps.stream().mapToInt(Item::wishes).sum());
    }

    private List<Plan.Closing> closes(Item item, Map<ConceptUri, Integer> levels) {
        List<Plan.Closing> closes = new ArrayList<>();
        for (Goal goal : whole.goals()) {
            int before = Math.max(goal.has(), levels.getOrDefault(goal.skill(), 0));
            int now = Math.min(goal.wanted(), item.gives().getOrDefault(goal.skill(), 0));
            if (now > before) {
                levels.put(goal.skill(), now);
                closes.add(new Plan.Closing(
                        goal.skill(), before / THOUSAND, now / THOUSAND, share(goal.worth(now) - goal.worth(before))));
            }
        }
        closes.sort(Comparator.comparingDouble((Plan.Closing closing) -> -closing.share())
                .thenComparing(Plan.Closing::skill));
        return closes;
    }

    private double share(long worth) {
        return worth / (double) whole.missing();
    }

    private Set<OfferingId> unlocks(Item item) {
        Set<OfferingId> unlocked = new HashSet<>();
        for (Item later : taken) {
            boolean isNeeded = later.after().contains(item.id())
                    || later.asks().entrySet().stream().anyMatch(ask -> item.covers(ask.getKey(), ask.getValue()));
            if (isNeeded && start(later) > end(item)) {
                unlocked.add(later.id());
            }
        }
        return unlocked;
    }

    private List<Plan.Open> open(Map<ConceptUri, Integer> levels) {
        List<Plan.Open> open = new ArrayList<>();
        Set<OfferingId> reachable = new HashSet<>();
        Map<OfferingId, Item> items = new TreeMap<>();
        whole.items().forEach(item -> items.put(item.id(), item));
        GapReduction.reachable(whole).items().forEach(item -> reachable.add(item.id()));
        for (Goal goal : whole.goals()) {
            int reached = Math.max(goal.has(), levels.getOrDefault(goal.skill(), 0));
            if (reached < goal.wanted()) {
                Set<Reason> reasons = EnumSet.noneOf(Reason.class);
                for (Offering offering : compiler.instance.offerings()) {
                    if (raises(offering, goal, reached)) {
                        reasons.addAll(reasons(offering, items, reachable));
                    }
                }
                open.add(new Plan.Open(
                        goal.skill(),
                        reached / THOUSAND,
                        goal.wanted() / THOUSAND,
                        share(goal.missing() - goal.worth(reached)),
                        reasons.isEmpty() ? List.of(Reason.NO_OFFERING) : List.copyOf(reasons)));
            }
        }
        open.sort(Comparator.comparingDouble((Plan.Open each) -> -each.share()).thenComparing(Plan.Open::skill));
        return open;
    }

    private static boolean raises(Offering offering, Goal goal, int above) {
        return offering.provides().stream()
                .anyMatch(skill -> skill.uri().equals(goal.skill()) && skill.thousandths() > above);
    }

    private List<Reason> reasons(Offering offering, Map<OfferingId, Item> items, Set<OfferingId> reachable) {
        Item item = items.get(offering.id());
        if (item == null) {
            return compiler.reasons(offering);
        }
        if (!reachable.contains(offering.id())) {
            return List.of(Reason.PREREQUISITE);
        }
        return List.of(outweighed(item));
    }

    /// What is too little now that the plan stands.
    private Reason outweighed(Item item) {
        long left = whole.budget().orElse(Long.MAX_VALUE)
                - taken.stream().mapToLong(Item::cents).sum();
        if (item.cents() > left) {
            return Reason.BUDGET;
        }
        if (taken.stream().filter(each -> !each.running()).count()
                >= whole.steps().orElse(Integer.MAX_VALUE)) {
            return Reason.STEPS;
        }
        boolean isReady = item.after().isEmpty()
                && item.asks().entrySet().stream()
                        .allMatch(ask -> taken.stream().anyMatch(other -> other.covers(ask.getKey(), ask.getValue())));
        return isReady && whole.minutes().isPresent() ? Reason.HOURS : Reason.OUTWEIGHED;
    }
}
