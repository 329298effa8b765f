package org.cairn.stacking.decide;

import java.util.BitSet;

/// What the items from a place in the order onwards could still bring, computed once for a search.
final class Suffixes {
    private final Problem problem;
    private final long[][] amounts;
    private final long[][] potential;
    private final long[][] largest;
    private final long[][] weights;
    private final long[][] gain;
    private final long[][] largestGain;
    private final long[] measures;

    Suffixes(Problem problem) {
        this.problem = problem;
        var count = problem.items().size();
        var slots = problem.slots().size();
        amounts = new long[count][slots];
        potential = new long[count + 1][slots];
        largest = new long[count + 1][slots];
        var open = new BitSet[slots];
        for (var item = count - 1; item >= 0; item--) {
            potential[item] = potential[item + 1].clone();
            largest[item] = largest[item + 1].clone();
            for (var slot : problem.items().get(item).fits()) {
                add(item, slot, open);
            }
        }
        var linears = problem.linears().size();
        weights = new long[linears][count];
        gain = new long[linears][count + 1];
        largestGain = new long[linears][count + 1];
        measures = new long[linears];
        for (var linear = 0; linear < linears; linear++) {
            fill(linear, count);
        }
    }

    private void add(int item, int slot, BitSet[] open) {
        var place = problem.slots().get(slot);
        amounts[item][slot] = switch (place.kind()) {
            case COUNT -> 1;
            case CREDITS -> problem.items().get(item).credits();
            case OUTCOMES -> place.covers().get(item).cardinality();
        };
        largest[item][slot] = Math.max(largest[item][slot], amounts[item][slot]);
        if (place.kind() == Problem.Kind.OUTCOMES) {
            if (open[slot] == null) {
                open[slot] = new BitSet();
            }
            open[slot].or(place.covers().get(item));
            potential[item][slot] = open[slot].cardinality();
        } else {
            potential[item][slot] += amounts[item][slot];
        }
    }

    private void fill(int place, int count) {
        var linear = problem.linears().get(place);
        for (var item = count - 1; item >= 0; item--) {
            var weight = linear.weight(item, problem.items().get(item).credits());
            weights[place][item] = weight;
            gain[place][item] = gain[place][item + 1] + Math.max(0, weight);
            largestGain[place][item] = Math.max(largestGain[place][item + 1], weight);
        }
        measures[place] = Problem.measure(linear, problem.items());
    }

    /// What the item adds to the slot, in the unit of its need.
    long amount(int item, int slot) {
        return amounts[item][slot];
    }

    /// No more than this can still be added to the slot.
    long potential(int from, int slot) {
        return potential[from][slot];
    }

    /// Fewer items cannot fill the slot; more than there are when nothing can.
    long itemsNeeded(int from, int slot, long have) {
        var missing = problem.slots().get(slot).least() - have;
        if (missing <= 0) {
            return 0;
        }
        return missing > potential[from][slot] ? Integer.MAX_VALUE : Math.ceilDiv(missing, largest[from][slot]);
    }

    long weight(int linear, int item) {
        return weights[linear][item];
    }

    /// No more than this can still be added to the condition's sum by so many items.
    long reachable(int from, int linear, int items) {
        return Math.min(gain[linear][from], largestGain[linear][from] * items);
    }

    long measure(int linear) {
        return measures[linear];
    }
}
