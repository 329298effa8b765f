package org.cairn.stacking.decide;

import java.util.Arrays;
import java.util.BitSet;

/// Exact search by hand for the usual sizes: whole items, each in one slot, no preference between slots.
///
/// Items are decided in their fixed order, each first in its earliest slot and last not at all, so that the first
/// allocation found with the fewest items is the one that the order of preference asks for. What cannot lead to an
/// allocation any more is cut off early: by the items still allowed, by what each slot can still get, and by what each
/// condition can still reach. Not thread-safe; one search per decision.
final class Search {
    private static final int LARGEST = 63;
    /// More than any distance: a limit is exceeded and nothing that follows can mend it.
    private static final long BROKEN = Long.MAX_VALUE;

    private final Problem problem;
    private final Suffixes suffixes;
    private final int[] inevitable;
    private final long[] rivals;
    private final int count;
    private final int[] slotOf;
    private final long[] have;
    private final BitSet[] covered;
    private final long[] sums;
    private long usedMask;
    private int used;
    private long work;

    /// @param work how many steps may be taken before giving up
    Search(Problem problem, long work) {
        this.problem = problem;
        this.work = work;
        count = problem.items().size();
        suffixes = new Suffixes(problem);
        inevitable = problem.inevitable().stream().mapToInt(Integer::intValue).toArray();
        rivals = new long[count];
        problem.apart().forEach(pair -> {
            rivals[pair.one()] |= 1L << pair.other();
            rivals[pair.other()] |= 1L << pair.one();
        });
        slotOf = new int[count];
        Arrays.fill(slotOf, -1);
        have = new long[problem.slots().size()];
        covered = new BitSet[problem.slots().size()];
        Arrays.setAll(covered, _ -> new BitSet());
        sums = new long[problem.linears().size()];
    }

    static boolean covers(Problem problem) {
        return problem.once()
                && !problem.inParts()
                && problem.items().size() <= LARGEST
                && problem.slots().stream().allMatch(slot -> slot.cost() == 0);
    }

    /// The best allocation that meets the rule.
    Outcome meeting() {
        for (var allowed = 0; allowed <= count; allowed++) {
            if (meets(0, allowed)) {
                return new Outcome.Best(Allocation.of(problem, slotOf));
            }
            if (work < 0) {
                return new Outcome.Unknown();
            }
        }
        return new Outcome.Impossible();
    }

    private boolean meets(int item, int allowed) {
        if (--work < 0 || !promising(item, allowed)) {
            return false;
        }
        if (item == count) {
            return complete();
        }
        if (allowed > 0 && (usedMask & rivals[item]) == 0) {
            for (var slot : problem.items().get(item).fits()) {
                if (place(item, slot)) {
                    if (meets(item + 1, allowed - 1)) {
                        return true;
                    }
                    remove(item, slot);
                }
            }
        }
        return meets(item + 1, allowed);
    }

    private boolean promising(int item, int allowed) {
        var needed = 0L;
        for (var slot : inevitable) {
            needed += suffixes.itemsNeeded(item, slot, have[slot]);
            if (needed > allowed) {
                return false;
            }
        }
        for (var place = 0; place < sums.length; place++) {
            if (sums[place] + suffixes.reachable(item, place, allowed)
                    < problem.linears().get(place).least()) {
                return false;
            }
        }
        return true;
    }

    private boolean complete() {
        return Trees.distance(problem, problem.root(), have, this::occupied) == 0 && sharesHold(true);
    }

    private boolean sharesHold(boolean softToo) {
        if (problem.shares().isEmpty()) {
            return true;
        }
        var allocation = Allocation.of(problem, slotOf);
        return problem.shares().stream()
                .filter(share -> softToo || !share.atLeast())
                .allMatch(share -> Shares.missing(problem, share, allocation) == 0);
    }

    private boolean occupied(int slot) {
        for (var each : slotOf) {
            if (each == slot) {
                return true;
            }
        }
        return false;
    }

    /// The allocation that comes nearest to the rule without breaking a limit, found by branch and bound.
    Outcome nearest() {
        var best = new Nearest();
        best.search(0);
        return work < 0 ? new Outcome.Unknown() : new Outcome.Best(Allocation.of(problem, best.slots));
    }

    private final class Nearest {
        private long distance = Long.MAX_VALUE;
        private int items = Integer.MAX_VALUE;
        private int[] slots = slotOf.clone();

        private void search(int item) {
            if (--work < 0) {
                return;
            }
            var bound = bound(item);
            if (bound == BROKEN || bound > distance || (bound == distance && used >= items)) {
                return;
            }
            if (item == count) {
                keep();
                return;
            }
            if ((usedMask & rivals[item]) == 0) {
                for (var slot : problem.items().get(item).fits()) {
                    if (place(item, slot)) {
                        search(item + 1);
                        remove(item, slot);
                    }
                }
            }
            search(item + 1);
        }

        private long bound(int item) {
            var bound = 0L;
            for (var slot : inevitable) {
                var place = problem.slots().get(slot);
                var missing = place.least() - have[slot] - suffixes.potential(item, slot);
                bound += Problem.distance(missing, place.least());
            }
            for (var place = 0; place < sums.length; place++) {
                var linear = problem.linears().get(place);
                var missing = linear.least() - sums[place] - suffixes.reachable(item, place, count);
                if (missing > 0 && !linear.soft()) {
                    return BROKEN;
                }
                bound += Problem.distance(missing, suffixes.measure(place));
            }
            return bound;
        }

        private void keep() {
            if (!sharesHold(false)) {
                return;
            }
            var reached = Nearness.of(problem, Allocation.of(problem, slotOf));
            if (reached < distance || (reached == distance && used < items)) {
                distance = reached;
                items = used;
                slots = slotOf.clone();
            }
        }
    }

    /// False, with nothing changed, when a limit of the slot or an order stands against it.
    private boolean place(int item, int slot) {
        var place = problem.slots().get(slot);
        var amount = suffixes.amount(item, slot);
        if (place.kind() != Problem.Kind.OUTCOMES && have[slot] + amount > place.most()) {
            return false;
        }
        if (outOfOrder(item, slot)) {
            return false;
        }
        slotOf[item] = slot;
        used++;
        usedMask |= 1L << item;
        if (place.kind() == Problem.Kind.OUTCOMES) {
            recount(slot);
        } else {
            have[slot] += amount;
        }
        for (var linear = 0; linear < sums.length; linear++) {
            sums[linear] += suffixes.weight(linear, item);
        }
        return true;
    }

    private void remove(int item, int slot) {
        slotOf[item] = -1;
        used--;
        usedMask &= ~(1L << item);
        if (problem.slots().get(slot).kind() == Problem.Kind.OUTCOMES) {
            recount(slot);
        } else {
            have[slot] -= suffixes.amount(item, slot);
        }
        for (var linear = 0; linear < sums.length; linear++) {
            sums[linear] -= suffixes.weight(linear, item);
        }
    }

    private void recount(int slot) {
        covered[slot].clear();
        for (var item = 0; item < count; item++) {
            if (slotOf[item] == slot) {
                covered[slot].or(problem.slots().get(slot).covers().get(item));
            }
        }
        have[slot] = covered[slot].cardinality();
    }

    private boolean outOfOrder(int item, int slot) {
        for (var sequel : problem.sequels()) {
            if ((sequel.item() == item && sequel.slot() == slot && slotOf[sequel.otherItem()] == sequel.otherSlot())
                    || (sequel.otherItem() == item
                            && sequel.otherSlot() == slot
                            && slotOf[sequel.item()] == sequel.slot())) {
                return true;
            }
        }
        return false;
    }
}
