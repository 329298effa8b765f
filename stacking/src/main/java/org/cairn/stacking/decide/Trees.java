package org.cairn.stacking.decide;

import java.util.ArrayList;
import java.util.function.IntPredicate;

/// How far a tree of requirements is from being met.
final class Trees {
    private Trees() {}

    /// The sum over the parts that count. Of an "any" those count that hold items, and of the others so many of the
    /// nearest as are still asked for. Items in a part that is left incomplete keep the whole from being met.
    ///
    /// @param have by slot, in the unit of its need
    /// @param occupied whether a slot holds items
    static long distance(Problem problem, Problem.Node node, long[] have, IntPredicate occupied) {
        return switch (node) {
            case Problem.Node.Leaf(var slot) -> {
                var least = problem.slots().get(slot).least();
                yield Problem.distance(least - have[slot], least);
            }
            case Problem.Node.All(var parts) -> {
                var sum = 0L;
                for (var part : parts) {
                    sum += distance(problem, part, have, occupied);
                }
                yield sum;
            }
            case Problem.Node.Any(var atLeast, var parts) -> {
                var taken = 0;
                var sum = 0L;
                var others = new ArrayList<Long>();
                for (var part : parts) {
                    var distance = distance(problem, part, have, occupied);
                    if (holdsItems(part, occupied)) {
                        taken++;
                        sum += distance;
                    } else {
                        others.add(distance);
                    }
                }
                yield sum
                        + others.stream()
                                .sorted()
                                .limit(Math.max(0, atLeast - taken))
                                .mapToLong(Long::longValue)
                                .sum();
            }
        };
    }

    static boolean holdsItems(Problem.Node node, IntPredicate occupied) {
        return switch (node) {
            case Problem.Node.Leaf(var slot) -> occupied.test(slot);
            case Problem.Node.All(var parts) -> parts.stream().anyMatch(part -> holdsItems(part, occupied));
            case Problem.Node.Any(var _, var parts) -> parts.stream().anyMatch(part -> holdsItems(part, occupied));
        };
    }
}
