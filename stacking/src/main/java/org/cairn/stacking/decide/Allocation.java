package org.cairn.stacking.decide;

import java.util.Arrays;
import java.util.BitSet;

/// Which items are counted where.
///
/// @param credits by item and slot, in the problem's units; -1 where the item is not placed
record Allocation(long[][] credits) {

    static Allocation empty(Problem problem) {
        var none = new long[problem.items().size()][problem.slots().size()];
        for (var row : none) {
            Arrays.fill(row, -1);
        }
        return new Allocation(none);
    }

    /// Whole items, one slot each; -1 for an item that is not placed.
    static Allocation of(Problem problem, int[] slotOf) {
        var allocation = empty(problem);
        for (var item = 0; item < slotOf.length; item++) {
            if (slotOf[item] >= 0) {
                allocation.credits[item][slotOf[item]] =
                        problem.items().get(item).credits();
            }
        }
        return allocation;
    }

    boolean placed(int item, int slot) {
        return credits[item][slot] >= 0;
    }

    boolean used(int item) {
        return Arrays.stream(credits[item]).anyMatch(each -> each >= 0);
    }

    int items() {
        return (int) java.util.stream.IntStream.range(0, credits.length)
                .filter(this::used)
                .count();
    }

    /// Credits of an item that count in the total: once, even where the item fills several slots.
    long counted(Problem problem, int item) {
        var sum = 0L;
        for (var each : credits[item]) {
            sum += Math.max(0, each);
        }
        return Math.min(sum, problem.items().get(item).credits());
    }

    /// What a slot has, in the unit of its need.
    long have(Problem problem, int slot) {
        var place = problem.slots().get(slot);
        var covered = new BitSet();
        var sum = 0L;
        for (var item = 0; item < credits.length; item++) {
            if (!placed(item, slot)) {
                continue;
            }
            switch (place.kind()) {
                case COUNT -> sum++;
                case CREDITS -> sum += credits[item][slot];
                case OUTCOMES -> covered.or(place.covers().get(item));
            }
        }
        return place.kind() == Problem.Kind.OUTCOMES ? covered.cardinality() : sum;
    }

    long value(Problem problem, Problem.Linear linear) {
        var sum = 0L;
        for (var item = 0; item < credits.length; item++) {
            if (used(item)) {
                sum += linear.perItem()[item] + linear.perCredit()[item] * counted(problem, item);
            }
        }
        return sum;
    }

    long total(Problem problem) {
        var sum = 0L;
        for (var item = 0; item < credits.length; item++) {
            sum += counted(problem, item);
        }
        return sum;
    }

    long part(Problem problem, BitSet of) {
        return of.stream().mapToLong(item -> counted(problem, item)).sum();
    }
}
