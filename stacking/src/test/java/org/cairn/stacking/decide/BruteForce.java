package org.cairn.stacking.decide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Tries every allocation there is. Slow, short, and hard to get wrong: what the others are held against.
final class BruteForce {
    private final Problem problem;
    private final Allocation current;
    private Optional<Allocation> best = Optional.empty();
    private final boolean strict;

    private BruteForce(Problem problem, boolean strict) {
        this.problem = problem;
        this.strict = strict;
        current = Allocation.empty(problem);
    }

    static Optional<Allocation> meeting(Problem problem) {
        return new BruteForce(problem, true).run();
    }

    static Optional<Allocation> nearest(Problem problem) {
        return new BruteForce(problem, false).run();
    }

    private Optional<Allocation> run() {
        item(0);
        return best;
    }

    private void item(int item) {
        if (item == problem.items().size()) {
            consider();
            return;
        }
        choice(item, 0, problem.items().get(item).credits());
    }

    private void choice(int item, int choice, long left) {
        var fits = problem.items().get(item).fits();
        if (choice == fits.length) {
            item(item + 1);
            return;
        }
        var slot = fits[choice];
        choice(item, choice + 1, left);
        var alone = problem.once() && problem.portion() == 0;
        if (alone && current.used(item)) {
            return;
        }
        for (var amount : amounts(item, slot, left)) {
            current.credits()[item][slot] = amount;
            choice(item, choice + 1, problem.portion() > 0 ? left - amount : left);
            current.credits()[item][slot] = -1;
        }
    }

    private List<Long> amounts(int item, int slot, long left) {
        var credits = problem.items().get(item).credits();
        var place = problem.slots().get(slot);
        var amounts = new ArrayList<Long>();
        if (problem.portion() > 0) {
            for (var amount = problem.portion(); amount <= left; amount += problem.portion()) {
                amounts.add(amount);
            }
        } else if (place.loses() && place.limited()) {
            for (var amount = 0L; amount <= credits; amount += problem.unit()) {
                amounts.add(amount);
            }
        } else {
            amounts.add(credits);
        }
        return amounts;
    }

    private void consider() {
        if (allowed() && (!strict || Nearness.of(problem, current) == 0)) {
            var copy = new Allocation(java.util.Arrays.stream(current.credits())
                    .map(long[]::clone)
                    .toArray(long[][]::new));
            if (best.isEmpty() || order().compare(copy, best.get()) < 0) {
                best = Optional.of(copy);
            }
        }
    }

    private Comparator<Allocation> order() {
        return Comparator.comparingLong((Allocation each) -> Nearness.of(problem, each))
                .thenComparingInt(Allocation::items)
                .thenComparingLong(this::cost)
                .thenComparing(this::placements, Comparator.reverseOrder())
                .thenComparing(this::credits, Comparator.reverseOrder());
    }

    private long cost(Allocation allocation) {
        var sum = 0L;
        for (var item = 0; item < problem.items().size(); item++) {
            for (var slot : problem.items().get(item).fits()) {
                sum += allocation.placed(item, slot) ? problem.slots().get(slot).cost() : 0;
            }
        }
        return sum;
    }

    private String placements(Allocation allocation) {
        var text = new StringBuilder();
        for (var item = 0; item < problem.items().size(); item++) {
            for (var slot : problem.items().get(item).fits()) {
                text.append(allocation.placed(item, slot) ? '1' : '0');
            }
        }
        return text.toString();
    }

    private String credits(Allocation allocation) {
        var text = new StringBuilder();
        for (var item = 0; item < problem.items().size(); item++) {
            for (var slot : problem.items().get(item).fits()) {
                text.append("%06d".formatted(Math.max(0, allocation.credits()[item][slot])));
            }
        }
        return text.toString();
    }

    private boolean allowed() {
        return slotsHold()
                && problem.linears().stream()
                        .allMatch(linear -> linear.soft() || current.value(problem, linear) >= linear.least())
                && problem.shares().stream()
                        .allMatch(share -> share.atLeast() || Shares.missing(problem, share, current) == 0)
                && problem.apart().stream().noneMatch(pair -> current.used(pair.one()) && current.used(pair.other()))
                && problem.sequels().stream()
                        .noneMatch(each -> current.placed(each.item(), each.slot())
                                && current.placed(each.otherItem(), each.otherSlot()));
    }

    private boolean slotsHold() {
        for (var slot = 0; slot < problem.slots().size(); slot++) {
            var place = problem.slots().get(slot);
            var have = current.have(problem, slot);
            if (place.limited() && have > place.most()) {
                return false;
            }
            if (place.loses()
                    && place.limited()
                    && problem.portion() == 0
                    && have != Math.min(place.most(), brought(slot))) {
                return false;
            }
        }
        return true;
    }

    private long brought(int slot) {
        var sum = 0L;
        for (var item = 0; item < problem.items().size(); item++) {
            sum += current.placed(item, slot) ? problem.items().get(item).credits() : 0;
        }
        return sum;
    }
}
