package org.cairn.skills.pathway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.skills.pathway.GapProblem.Item;
import org.cairn.skills.taxonomy.ConceptUri;

/// Leaves out what can be in no best plan: what cannot be begun in time, what leads nowhere, and what
/// another offering is at least as good as in everything. Pins stay.
final class GapReduction {
    private static final int NEVER = Integer.MAX_VALUE / 2;

    private final boolean countsMatter;

    /// @param countsMatter whether what an offering brings a stack forward is a reason to take it
    GapReduction(boolean countsMatter) {
        this.countsMatter = countsMatter;
    }

    GapProblem reduce(GapProblem problem) {
        GapProblem left = problem;
        int before;
        do {
            before = left.items().size();
            GapProblem reachable = affordable(reachable(left));
            left = trimmed(reachable.with(useful(reachable, reachable.items())));
            left = left.with(best(left.items()));
        } while (left.items().size() < before);
        return left;
    }

    /// Without what nothing asks for any more: of each skill only the levels that count for the gap or open
    /// something.
    private static GapProblem trimmed(GapProblem problem) {
        Map<ConceptUri, NavigableSet<Integer>> levels = new HashMap<>();
        problem.items()
                .forEach(item -> item.asks()
                        .forEach((skill, level) -> levels.computeIfAbsent(skill, none -> new TreeSet<>())
                                .add(level)));
        Map<ConceptUri, GapProblem.Goal> goals = new HashMap<>();
        problem.goals().forEach(goal -> goals.put(goal.skill(), goal));
        return problem.with(problem.items().stream()
                .map(item -> item.giving(trimmed(item.gives(), goals, levels)))
                .toList());
    }

    private static Map<ConceptUri, Integer> trimmed(
            Map<ConceptUri, Integer> gives,
            Map<ConceptUri, GapProblem.Goal> goals,
            Map<ConceptUri, NavigableSet<Integer>> levels) {
        Map<ConceptUri, Integer> left = new TreeMap<>();
        gives.forEach((skill, level) -> {
            Integer opens = levels.getOrDefault(skill, new TreeSet<>()).floor(level);
            GapProblem.Goal goal = goals.get(skill);
            int closes = goal == null ? 0 : Math.min(goal.wanted(), level);
            int useful = Math.max(closes, opens == null ? 0 : opens);
            if (useful > 0) {
                left.put(skill, useful);
            }
        });
        return left;
    }

    /// Only what the budget allows together with the dearest thing that it cannot do without.
    private static GapProblem affordable(GapProblem problem) {
        if (problem.budget().isEmpty()) {
            return problem;
        }
        List<Item> items = problem.items();
        Map<ConceptUri, List<Integer>> givers = new HashMap<>();
        for (int place = 0; place < items.size(); place++) {
            for (ConceptUri skill : items.get(place).gives().keySet()) {
                givers.computeIfAbsent(skill, none -> new ArrayList<>()).add(place);
            }
        }
        long[] cents = new long[items.size()];
        Arrays.fill(cents, Long.MAX_VALUE);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int place = 0; place < cents.length; place++) {
                long now = cents(items.get(place), items, givers, cents);
                changed |= now < cents[place];
                cents[place] = Math.min(now, cents[place]);
            }
        }
        List<Item> left = new ArrayList<>();
        for (int place = 0; place < cents.length; place++) {
            if (cents[place] <= problem.budget().getAsLong() || items.get(place).isFixed()) {
                left.add(items.get(place));
            }
        }
        return problem.with(left);
    }

    private static long cents(Item item, List<Item> items, Map<ConceptUri, List<Integer>> givers, long[] cents) {
        long dearest = 0;
        for (Map.Entry<ConceptUri, Integer> ask : item.asks().entrySet()) {
            long cheapest = Long.MAX_VALUE;
            for (int giver : givers.getOrDefault(ask.getKey(), List.of())) {
                if (items.get(giver).covers(ask.getKey(), ask.getValue())) {
                    cheapest = Math.min(cheapest, cents[giver]);
                }
            }
            dearest = Math.max(dearest, cheapest);
        }
        return dearest == Long.MAX_VALUE ? Long.MAX_VALUE : dearest + item.cents();
    }

    /// Only what can be begun early enough, each from the first week in which it can be.
    static GapProblem reachable(GapProblem problem) {
        List<Item> items = problem.items();
        int[] earliest = new int[items.size()];
        Arrays.fill(earliest, NEVER);
        Map<ConceptUri, List<Integer>> givers = new HashMap<>();
        Map<OfferingId, Integer> places = new HashMap<>();
        for (int place = 0; place < items.size(); place++) {
            places.put(items.get(place).id(), place);
            for (ConceptUri skill : items.get(place).gives().keySet()) {
                givers.computeIfAbsent(skill, none -> new ArrayList<>()).add(place);
            }
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int place = 0; place < earliest.length; place++) {
                int now = firstStart(items.get(place), ready(items.get(place), items, givers, places, earliest));
                changed |= now < earliest[place];
                earliest[place] = Math.min(now, earliest[place]);
            }
        }
        List<Item> left = new ArrayList<>();
        for (int place = 0; place < earliest.length; place++) {
            if (earliest[place] < NEVER) {
                left.add(items.get(place).from(earliest[place]));
            }
        }
        return problem.with(left);
    }

    private static int ready(
            Item item,
            List<Item> items,
            Map<ConceptUri, List<Integer>> givers,
            Map<OfferingId, Integer> places,
            int[] earliest) {
        int ready = 1;
        for (Map.Entry<ConceptUri, Integer> ask : item.asks().entrySet()) {
            int first = NEVER;
            for (int giver : givers.getOrDefault(ask.getKey(), List.of())) {
                if (items.get(giver).covers(ask.getKey(), ask.getValue())) {
                    first = Math.min(first, earliest[giver] + items.get(giver).weeks());
                }
            }
            ready = Math.max(ready, first);
        }
        for (OfferingId before : item.after()) {
            Integer place = places.get(before);
            ready = Math.max(
                    ready,
                    place == null ? NEVER : earliest[place] + items.get(place).weeks());
        }
        return ready;
    }

    private static int firstStart(Item item, int ready) {
        return Arrays.stream(item.starts())
                .filter(start -> start >= ready)
                .findFirst()
                .orElse(NEVER);
    }

    /// Only what leads somewhere.
    GapProblem useful(GapProblem problem) {
        return problem.with(useful(problem, problem.items()));
    }

    private List<Item> useful(GapProblem problem, List<Item> items) {
        Map<ConceptUri, Integer> wanted = new HashMap<>();
        problem.goals().forEach(goal -> wanted.put(goal.skill(), goal.has() + 1));
        Set<OfferingId> needed = new HashSet<>();
        Set<Item> useful = new HashSet<>();
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Item item : items) {
                if (!useful.contains(item) && isUseful(item, wanted, needed)) {
                    useful.add(item);
                    changed = true;
                    item.asks().forEach((skill, level) -> wanted.merge(skill, level, Math::min));
                    needed.addAll(item.after());
                }
            }
        }
        return items.stream().filter(useful::contains).toList();
    }

    private boolean isUseful(Item item, Map<ConceptUri, Integer> wanted, Set<OfferingId> needed) {
        return item.isFixed()
                || (countsMatter && item.counts() > 0)
                || needed.contains(item.id())
                || item.gives().entrySet().stream()
                        .anyMatch(given -> given.getValue() >= wanted.getOrDefault(given.getKey(), NEVER));
    }

    private List<Item> best(List<Item> items) {
        Set<OfferingId> named = new HashSet<>();
        items.forEach(item -> named.addAll(item.after()));
        Map<ConceptUri, List<Item>> givers = new HashMap<>();
        items.forEach(item -> item.gives()
                .keySet()
                .forEach(skill ->
                        givers.computeIfAbsent(skill, none -> new ArrayList<>()).add(item)));
        Set<OfferingId> gone = new HashSet<>();
        for (Item item : items) {
            boolean isFree = !item.isFixed() && !named.contains(item.id()) && !(countsMatter && item.counts() > 0);
            if (isFree && !item.gives().isEmpty()) {
                List<Item> rivals = givers.get(item.gives().keySet().iterator().next());
                if (rivals != null
                        && rivals.stream().anyMatch(rival -> !gone.contains(rival.id()) && isNoWorse(rival, item))) {
                    gone.add(item.id());
                }
            }
        }
        return items.stream().filter(item -> !gone.contains(item.id())).toList();
    }

    private static boolean isNoWorse(Item rival, Item item) {
        return !rival.id().equals(item.id())
                && isAsGood(rival, item)
                // Of two that are the same in everything the first stays.
                && (rival.id().compareTo(item.id()) < 0 || !isAsGood(item, rival));
    }

    private static boolean isAsGood(Item rival, Item item) {
        return rival.cents() <= item.cents()
                && rival.weeks() <= item.weeks()
                && rival.minutes() <= item.minutes()
                && rival.wishes() <= item.wishes()
                && item.gives().entrySet().stream().allMatch(given -> rival.covers(given.getKey(), given.getValue()))
                && rival.asks().entrySet().stream()
                        .allMatch(ask -> item.asks().getOrDefault(ask.getKey(), 0) >= ask.getValue())
                && item.after().containsAll(rival.after())
                && !rival.running()
                && beginsWhenever(rival, item);
    }

    private static boolean beginsWhenever(Item rival, Item item) {
        return Arrays.stream(item.starts()).allMatch(start -> Arrays.binarySearch(rival.starts(), start) >= 0);
    }
}
