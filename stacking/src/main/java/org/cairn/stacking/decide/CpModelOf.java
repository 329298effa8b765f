package org.cairn.stacking.decide;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearArgument;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.List;

/// A [Problem] written down for CP-SAT.
///
/// Either every need is demanded, or each may fall short and the distance is a variable of its own.
final class CpModelOf {
    static {
        // Writing a model down already calls native code.
        Loader.loadNativeLibraries();
    }

    private final Problem problem;
    private final boolean strict;
    final CpModel model = new CpModel();
    private final BoolVar[][] placed;
    private final LinearArgument[][] amounts;
    private final LinearArgument[] used;
    private final LinearArgument[] counted;
    private final List<IntVar> distances = new ArrayList<>();

    CpModelOf(Problem problem, boolean strict) {
        this.problem = problem;
        this.strict = strict;
        var items = problem.items().size();
        placed = new BoolVar[items][];
        amounts = new LinearArgument[items][];
        used = new LinearArgument[items];
        counted = new LinearArgument[items];
        for (var item = 0; item < items; item++) {
            place(item);
        }
        for (var slot = 0; slot < problem.slots().size(); slot++) {
            limit(slot);
        }
        require(problem.root(), model.trueLiteral());
        problem.linears().forEach(this::add);
        problem.shares().forEach(this::add);
        problem.apart().forEach(this::add);
        problem.sequels()
                .forEach(sequel -> model.addBoolOr(new Literal[] {
                    placed(sequel.item(), sequel.slot()).not(),
                    placed(sequel.otherItem(), sequel.otherSlot()).not()
                }));
    }

    private void place(int number) {
        var item = problem.items().get(number);
        placed[number] = new BoolVar[item.fits().length];
        amounts[number] = new LinearArgument[item.fits().length];
        for (var choice = 0; choice < item.fits().length; choice++) {
            placed[number][choice] = model.newBoolVar("");
            amounts[number][choice] =
                    amount(item, placed[number][choice], problem.slots().get(item.fits()[choice]));
        }
        var sum = LinearExpr.sum(placed[number]);
        if (problem.once() && problem.portion() == 0) {
            model.addLessOrEqual(sum, 1);
            used[number] = sum;
        } else {
            var any = model.newBoolVar("");
            model.addMaxEquality(any, placed[number]);
            used[number] = any;
        }
        counted[number] = counted(item, number);
    }

    private LinearArgument amount(Problem.Item item, BoolVar here, Problem.Place slot) {
        var whole = LinearExpr.term(here, item.credits());
        if (problem.portion() > 0) {
            var portions = model.newIntVar(0, item.credits() / problem.portion(), "");
            var credits = LinearExpr.term(portions, problem.portion());
            model.addLessOrEqual(credits, whole);
            model.addGreaterOrEqual(portions, here);
            return credits;
        }
        if (slot.loses() && slot.limited()) {
            var credits = model.newIntVar(0, item.credits(), "");
            model.addLessOrEqual(credits, whole);
            return credits;
        }
        return whole;
    }

    private LinearArgument counted(Problem.Item item, int number) {
        var sum = LinearExpr.sum(amounts[number]);
        if (problem.portion() > 0) {
            model.addLessOrEqual(sum, item.credits());
            return sum;
        }
        if (problem.once()) {
            return sum;
        }
        var credits = model.newIntVar(0, item.credits(), "");
        model.addMinEquality(credits, new LinearArgument[] {sum, LinearExpr.constant(item.credits())});
        return credits;
    }

    private void limit(int slot) {
        var place = problem.slots().get(slot);
        if (!place.limited()) {
            return;
        }
        var have = have(slot);
        if (place.loses() && problem.portion() == 0) {
            // What is over the limit is lost, and nothing else is.
            var brought = LinearExpr.newBuilder();
            each(
                    slot,
                    (item, choice) -> brought.addTerm(
                            placed[item][choice], problem.items().get(item).credits()));
            var most = LinearExpr.constant(place.most());
            var reached = model.newIntVar(0, place.most(), "");
            model.addMinEquality(reached, new LinearArgument[] {brought.build(), most});
            model.addEquality(have, reached);
        } else {
            model.addLessOrEqual(have, place.most());
        }
    }

    private LinearExpr have(int slot) {
        var sum = LinearExpr.newBuilder();
        switch (problem.slots().get(slot).kind()) {
            case COUNT -> each(slot, (item, choice) -> sum.add(placed[item][choice]));
            case CREDITS -> each(slot, (item, choice) -> sum.add(amounts[item][choice]));
            case OUTCOMES -> coverage(slot, sum);
        }
        return sum.build();
    }

    private void coverage(int slot, LinearExprBuilder sum) {
        var covers = problem.slots().get(slot).covers();
        var outcomes = covers.stream().mapToInt(java.util.BitSet::length).max().orElse(0);
        for (var number = 0; number < outcomes; number++) {
            var outcome = number;
            var by = LinearExpr.newBuilder();
            each(slot, (item, choice) -> {
                if (covers.get(item).get(outcome)) {
                    by.add(placed[item][choice]);
                }
            });
            var covered = model.newBoolVar("");
            model.addLessOrEqual(covered, by.build());
            sum.add(covered);
        }
    }

    private interface Placement {
        void at(int item, int choice);
    }

    private void each(int slot, Placement placement) {
        for (var item = 0; item < placed.length; item++) {
            var fits = problem.items().get(item).fits();
            for (var choice = 0; choice < fits.length; choice++) {
                if (fits[choice] == slot) {
                    placement.at(item, choice);
                }
            }
        }
    }

    private void require(Problem.Node node, Literal active) {
        switch (node) {
            case Problem.Node.All(var parts) -> parts.forEach(part -> require(part, active));
            case Problem.Node.Any(var atLeast, var parts) -> {
                var chosen = parts.stream().map(_ -> model.newBoolVar("")).toArray(BoolVar[]::new);
                model.addGreaterOrEqual(LinearExpr.sum(chosen), atLeast).onlyEnforceIf(active);
                for (var part = 0; part < chosen.length; part++) {
                    model.addImplication(chosen[part], active);
                    require(parts.get(part), chosen[part]);
                }
            }
            case Problem.Node.Leaf(var slot) -> fill(slot, active);
        }
    }

    private void fill(int slot, Literal active) {
        each(slot, (item, choice) -> model.addImplication(placed[item][choice], active));
        var least = problem.slots().get(slot).least();
        if (strict) {
            model.addGreaterOrEqual(have(slot), least).onlyEnforceIf(active);
        } else if (least > 0) {
            model.addGreaterOrEqual(shortOf(have(slot), least), 1000 * least).onlyEnforceIf(active);
        }
    }

    /// A thousand times the value, and what the distance makes up for.
    private LinearExpr shortOf(LinearArgument value, long measure) {
        var distance = model.newIntVar(0, 1_000_000, "");
        distances.add(distance);
        return LinearExpr.newBuilder()
                .addTerm(value, 1000)
                .addTerm(distance, measure)
                .build();
    }

    private void add(Problem.Linear linear) {
        var sum = LinearExpr.newBuilder();
        for (var item = 0; item < used.length; item++) {
            sum.addTerm(used[item], linear.perItem()[item]);
            sum.addTerm(counted[item], linear.perCredit()[item]);
        }
        if (strict || !linear.soft()) {
            model.addGreaterOrEqual(sum.build(), linear.least());
        } else {
            var measure = Problem.measure(linear, problem.items());
            model.addGreaterOrEqual(shortOf(sum.build(), measure), 1000 * linear.least());
        }
    }

    private void add(Problem.RoundedShare share) {
        var total = LinearExpr.sum(counted);
        var under = share.denominator() * share.step();
        var steps = model.newIntVar(0, 1_000_000_000, "");
        // With over = numerator * total: up is 0 <= under * steps - over < under, and so on for the others.
        var doubled = share.mode() == Problem.Mode.HALF_UP ? 2 : 1;
        var rest = LinearExpr.newBuilder()
                .addTerm(steps, doubled * under)
                .addTerm(total, -doubled * share.numerator())
                .build();
        switch (share.mode()) {
            case UP -> model.addLinearConstraint(rest, 0, under - 1);
            case DOWN -> model.addLinearConstraint(rest, 1 - under, 0);
            case HALF_UP -> model.addLinearConstraint(rest, 1 - under, under);
        }
        var part = LinearExpr.newBuilder();
        share.of().stream().forEach(item -> part.add(counted[item]));
        part.addTerm(steps, -share.step());
        if (!share.atLeast()) {
            model.addLessOrEqual(part.build(), 0);
        } else if (strict) {
            model.addGreaterOrEqual(part.build(), 0);
        } else {
            model.addGreaterOrEqual(shortOf(part.build(), Shares.measure(problem, share)), 0);
        }
    }

    private void add(Problem.Apart pair) {
        model.addLessOrEqual(LinearExpr.sum(new LinearArgument[] {used[pair.one()], used[pair.other()]}), 1);
    }

    private BoolVar placed(int item, int slot) {
        var choice = java.util.Arrays.binarySearch(problem.items().get(item).fits(), slot);
        return placed[item][choice];
    }

    LinearExpr distance() {
        return LinearExpr.sum(distances.toArray(IntVar[]::new));
    }

    /// Fewest items first, then the cheapest slots.
    LinearExpr consumption() {
        var perItem = consumptionOfAnItem();
        var sum = LinearExpr.newBuilder();
        for (var item = 0; item < used.length; item++) {
            sum.addTerm(used[item], perItem);
            var fits = problem.items().get(item).fits();
            for (var choice = 0; choice < fits.length; choice++) {
                sum.addTerm(
                        placed[item][choice], problem.slots().get(fits[choice]).cost());
            }
        }
        return sum.build();
    }

    /// How many items an amount of consumption stands for.
    int itemsIn(long consumption) {
        return (int) (consumption / consumptionOfAnItem());
    }

    /// More than all slots together can cost, so that one item less always weighs more.
    private long consumptionOfAnItem() {
        var dearest =
                problem.slots().stream().mapToInt(Problem.Place::cost).max().orElse(0);
        return (long) dearest * Math.max(1, used.length) * problem.slots().size() + 1;
    }

    /// One thing that decides between equal allocations: larger is better.
    ///
    /// @param most its largest value
    record Preference(LinearArgument value, long most) {}

    /// What decides between equal allocations, most important first.
    List<Preference> preferences() {
        var all = new ArrayList<Preference>();
        for (var item = 0; item < placed.length; item++) {
            if (problem.once() && problem.portion() == 0) {
                all.add(earliest(item));
            } else {
                List.of(placed[item]).forEach(here -> all.add(new Preference(here, 1)));
            }
        }
        if (problem.inParts()) {
            for (var item = 0; item < amounts.length; item++) {
                for (var amount : amounts[item]) {
                    all.add(new Preference(amount, problem.items().get(item).credits()));
                }
            }
        }
        return all;
    }

    /// The earlier the one slot that an item fills, the more; 0 where it fills none.
    private Preference earliest(int item) {
        var rank = LinearExpr.newBuilder();
        var choices = placed[item].length;
        for (var choice = 0; choice < choices; choice++) {
            rank.addTerm(placed[item][choice], choices - choice);
        }
        return new Preference(rank.build(), choices);
    }

    Allocation read(CpSolver solver) {
        var allocation = Allocation.empty(problem);
        for (var item = 0; item < placed.length; item++) {
            var fits = problem.items().get(item).fits();
            for (var choice = 0; choice < fits.length; choice++) {
                if (solver.booleanValue(placed[item][choice])) {
                    allocation.credits()[item][fits[choice]] = solver.value(amounts[item][choice]);
                }
            }
        }
        return allocation;
    }

    LinearArgument used(int item) {
        return used[item];
    }
}
