package org.cairn.stacking.decide;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Rule and facts as numbers: which item fits which slot, what slots need, and what holds over everything counted.
///
/// Credits are whole numbers of `1 / unit` credits. Items stand in the order that decides between equal allocations.
///
/// @param once whether an item fills one slot at most
/// @param portion into multiples of what an item may be split, 0 when it stays whole
/// @param apart pairs of items of which one at most is counted
/// @param sequels placements of which one at most is made
record Problem(
        long unit,
        List<Item> items,
        List<Place> slots,
        Node root,
        List<Linear> linears,
        List<RoundedShare> shares,
        List<Apart> apart,
        List<Sequel> sequels,
        boolean once,
        long portion) {

    /// @param fits slots by place in the list, ascending
    record Item(Holding held, long credits, int[] fits) {}

    enum Kind {
        COUNT,
        CREDITS,
        OUTCOMES
    }

    /// @param most no limit: [Long#MAX_VALUE]
    /// @param loses whether credits beyond `most` are lost instead of the item refused
    /// @param covers by item, the outcomes of the slot it covers; empty for other kinds
    record Place(String id, Kind kind, long least, long most, boolean loses, int cost, List<BitSet> covers) {
        boolean limited() {
            return most != Long.MAX_VALUE;
        }
    }

    sealed interface Node {
        record All(List<Node> parts) implements Node {}

        record Any(int atLeast, List<Node> parts) implements Node {}

        record Leaf(int slot) implements Node {}
    }

    /// Over counted items: the sum of `perItem`, and `perCredit` times the credits counted, is `least` or more.
    ///
    /// @param constraint its place in the stack's list
    /// @param soft whether more items could mend it, so that a shortfall can be stated
    record Linear(int constraint, long[] perItem, long[] perCredit, long least, boolean soft) {
        /// What one item adds when all its credits are counted.
        long weight(int item, long credits) {
            return perItem[item] + perCredit[item] * credits;
        }
    }

    enum Mode {
        UP,
        DOWN,
        HALF_UP
    }

    /// The credits of some items are at least, or at most, a fraction of all that is counted, rounded.
    record RoundedShare(
            int constraint, boolean atLeast, BitSet of, long numerator, long denominator, long step, Mode mode) {
        long threshold(long total) {
            var over = numerator * total;
            var under = denominator * step;
            return step
                    * switch (mode) {
                        case UP -> Math.ceilDiv(over, under);
                        case DOWN -> Math.floorDiv(over, under);
                        case HALF_UP -> Math.floorDiv(2 * over + under, 2 * under);
                    };
        }
    }

    /// @param constraint the rule that keeps them apart; -1 when they are the same microcredential
    record Apart(int one, int other, int constraint) {}

    record Sequel(int item, int slot, int otherItem, int otherSlot, int constraint) {}

    /// Whether credits have to be counted slot by slot, because an item can be counted in part.
    boolean inParts() {
        return portion > 0 || slots.stream().anyMatch(slot -> slot.loses() && slot.limited());
    }

    /// The slots that every allocation has to fill.
    List<Integer> inevitable() {
        var found = new ArrayList<Integer>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Integer> found) {
        switch (node) {
            case Node.Leaf(var slot) -> found.add(slot);
            case Node.All(var parts) -> parts.forEach(part -> collect(part, found));
            case Node.Any(var atLeast, var parts) -> {
                if (atLeast == parts.size()) {
                    parts.forEach(part -> collect(part, found));
                }
            }
        }
    }

    /// How far a need is from being met, in thousandths of the need, rounded up: 0 means met.
    static long distance(long missing, long need) {
        return missing <= 0 ? 0 : Math.ceilDiv(1000 * missing, need);
    }

    /// What a shortfall of a linear condition is measured against.
    static long measure(Linear linear, List<Item> items) {
        if (linear.least() > 0) {
            return linear.least();
        }
        var all = 0L;
        for (var item = 0; item < items.size(); item++) {
            all += Math.abs(linear.weight(item, items.get(item).credits()));
        }
        return Math.max(1, all);
    }
}
