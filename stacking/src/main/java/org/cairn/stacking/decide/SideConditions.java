package org.cairn.stacking.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Constraint.Bound;
import org.cairn.stacking.rule.Denominator;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Fraction;
import org.cairn.stacking.rule.Rounding;
import org.cairn.stacking.rule.Source;
import org.cairn.stacking.rule.Stack;

/// The constraints over the whole, as numbers.
final class SideConditions {
    private static final long POINT = 10_000;

    private final Stack stack;
    private final Matcher matcher;
    private final Availability availability;
    private final List<Problem.Item> items;
    private final List<Problem.Place> slots;
    private final long unit;
    private final List<Problem.Linear> linears = new ArrayList<>();
    private final List<Problem.RoundedShare> shares = new ArrayList<>();
    private final List<Problem.Apart> apart = new ArrayList<>();
    private final List<Problem.Sequel> sequels = new ArrayList<>();

    SideConditions(
            Stack stack,
            Matcher matcher,
            Availability availability,
            List<Problem.Item> items,
            List<Problem.Place> slots,
            long unit) {
        this.stack = stack;
        this.matcher = matcher;
        this.availability = availability;
        this.items = items;
        this.slots = slots;
        this.unit = unit;
        keepApart(-1, (one, other) -> one.family().equals(other.family()));
        for (var place = 0; place < stack.constraints().size(); place++) {
            add(place, stack.constraints().get(place));
        }
    }

    List<Problem.Linear> linears() {
        return List.copyOf(linears);
    }

    List<Problem.RoundedShare> shares() {
        return List.copyOf(shares);
    }

    List<Problem.Apart> apart() {
        return List.copyOf(apart);
    }

    List<Problem.Sequel> sequels() {
        return List.copyOf(sequels);
    }

    private void add(int place, Constraint constraint) {
        switch (constraint) {
            case Constraint.TotalCredits(var least) -> credits(place, Bound.AT_LEAST, _ -> true, scaled(least));
            case Constraint.Share(var bound, var of, var fraction, var denominator, var rounding) ->
                share(
                        place,
                        bound,
                        held -> matcher.accepts(of, held),
                        fraction,
                        denominator.orElse(stack.options().denominator()),
                        rounding.orElse(stack.options().rounding()));
            case Constraint.ResidencyShare(var fraction, var denominator, var rounding) ->
                share(
                        place,
                        Bound.AT_LEAST,
                        SideConditions::own,
                        fraction,
                        denominator.orElse(stack.options().denominator()),
                        rounding.orElse(stack.options().rounding()));
            case Constraint.CreditLimit(var bound, var of, var credits) ->
                credits(place, bound, held -> matcher.accepts(of, held), scaled(credits));
            case Constraint.ResidencyCredits(var least) ->
                credits(place, Bound.AT_LEAST, SideConditions::own, scaled(least));
            case Constraint.CountLimit(var bound, var of, var limit) -> count(place, bound, of, limit);
            case Constraint.GradeAverage average -> average(place, average);
            case Constraint.SharedCredits(var most, var levels) ->
                credits(place, Bound.AT_MOST, held -> usedAt(levels, held), scaled(most));
            case Constraint.Capstone(var slot, var after, var _) ->
                after.forEach(before -> sequence(place, before, slot));
            case Constraint.Order(var before, var after) -> sequence(place, before, after);
            case Constraint.Distinct(var what, var _) -> {
                if (what == Constraint.Distinct.What.OUTCOME) {
                    keepApart(place, (one, other) -> !Collections.disjoint(one.outcomes(), other.outcomes()));
                }
            }
            case Constraint.Equivalent(var specs) ->
                keepApart(place, (one, other) -> among(specs, one) && among(specs, other));
            case Constraint.SharedOutcomes(var most) -> keepApart(place, (one, other) -> inCommon(one, other) > most);
            case Constraint.Completion completion -> {
                if (completion.from() == Constraint.Completion.From.FIRST_ITEM) {
                    keepApart(place, (one, other) -> tooFar(completion, one, other));
                }
            }
            case Constraint.Registration _,
                    Constraint.Absorbs _,
                    Constraint.Entry _,
                    Constraint.ExitOnly _,
                    Constraint.Review _ -> {}
        }
    }

    private static boolean own(Holding held) {
        return held.source() == Source.OWN;
    }

    private boolean usedAt(Set<String> levels, Holding held) {
        return availability.uses(held).stream().anyMatch(use -> levels.contains(use.level()));
    }

    private static boolean among(Set<String> specs, Holding held) {
        return specs.contains(held.spec()) || specs.contains(held.family());
    }

    private static long inCommon(Holding one, Holding other) {
        return one.outcomes().stream().filter(other.outcomes()::contains).count();
    }

    private static boolean tooFar(Constraint.Completion completion, Holding one, Holding other) {
        return one.awardedOn().plus(completion.within()).isBefore(other.awardedOn())
                || other.awardedOn().plus(completion.within()).isBefore(one.awardedOn());
    }

    private long scaled(BigDecimal credits) {
        return Compiler.scaled(credits, unit);
    }

    private void credits(int place, Bound bound, Predicate<Holding> of, long limit) {
        linear(place, bound, new long[items.size()], mask(of), limit);
    }

    private void count(int place, Bound bound, Filter of, int limit) {
        linear(place, bound, mask(held -> matcher.accepts(of, held)), new long[items.size()], limit);
    }

    private long[] mask(Predicate<Holding> of) {
        return items.stream().mapToLong(item -> of.test(item.held()) ? 1 : 0).toArray();
    }

    private void linear(int place, Bound bound, long[] perItem, long[] perCredit, long limit) {
        var soft = bound == Bound.AT_LEAST;
        var sign = soft ? 1 : -1;
        linears.add(new Problem.Linear(place, times(perItem, sign), times(perCredit, sign), sign * limit, soft));
    }

    private static long[] times(long[] numbers, long factor) {
        return java.util.Arrays.stream(numbers).map(each -> each * factor).toArray();
    }

    private void share(
            int place, Bound bound, Predicate<Holding> of, Fraction part, Denominator denominator, Rounding rounding) {
        switch (denominator) {
            case AWARD_TOTAL -> shareOfAward(place, bound, of, part, rounding);
            case COUNTED -> shareOfCounted(place, bound, of, part, rounding);
        }
    }

    private void shareOfAward(int place, Bound bound, Predicate<Holding> of, Fraction part, Rounding rounding) {
        var total = stack.total()
                .orElseThrow(() -> new IllegalArgumentException("a share of the award's total needs a total"))
                .atLeast();
        if (rounding instanceof Rounding.Exact) {
            // Both sides times the lower number of the fraction: a third of 40 has no end in decimals.
            var coefficients = times(mask(of), part.denominator());
            linear(place, bound, new long[items.size()], coefficients, part.numerator() * scaled(total));
        } else {
            credits(place, bound, of, scaled(rounding.apply(total, part)));
        }
    }

    private void shareOfCounted(int place, Bound bound, Predicate<Holding> of, Fraction part, Rounding rounding) {
        switch (rounding) {
            case Rounding.Exact() -> {
                var coefficients = mask(of);
                for (var item = 0; item < coefficients.length; item++) {
                    coefficients[item] = coefficients[item] * part.denominator() - part.numerator();
                }
                linear(place, bound, new long[items.size()], coefficients, 0);
            }
            case Rounding.Up(var step) -> rounded(place, bound, of, part, step, Problem.Mode.UP);
            case Rounding.Down(var step) -> rounded(place, bound, of, part, step, Problem.Mode.DOWN);
            case Rounding.HalfUp(var step) -> rounded(place, bound, of, part, step, Problem.Mode.HALF_UP);
        }
    }

    private void rounded(
            int place, Bound bound, Predicate<Holding> of, Fraction part, BigDecimal step, Problem.Mode mode) {
        var counted = new BitSet();
        for (var item = 0; item < items.size(); item++) {
            counted.set(item, of.test(items.get(item).held()));
        }
        shares.add(new Problem.RoundedShare(
                place, bound == Bound.AT_LEAST, counted, part.numerator(), part.denominator(), scaled(step), mode));
    }

    /// The sum of weight times (points - minimum) is not negative: an average without a division.
    private void average(int place, Constraint.GradeAverage average) {
        var perItem = new long[items.size()];
        var perCredit = new long[items.size()];
        for (var item = 0; item < items.size(); item++) {
            var above = matcher.pointsOf(average.scheme(), items.get(item).held())
                    .map(points -> Compiler.scaled(points.subtract(average.atLeast()), POINT))
                    .orElse(0L);
            switch (average.weight()) {
                case EQUAL -> perItem[item] = above;
                case CREDITS -> perCredit[item] = above;
            }
        }
        linear(place, Bound.AT_LEAST, perItem, perCredit, 0);
    }

    private void keepApart(int place, BiPredicate<Holding, Holding> rule) {
        for (var one = 0; one < items.size(); one++) {
            for (var other = one + 1; other < items.size(); other++) {
                if (rule.test(items.get(one).held(), items.get(other).held())) {
                    apart.add(new Problem.Apart(one, other, place));
                }
            }
        }
    }

    private void sequence(int place, String before, String after) {
        var first = slot(before);
        var last = slot(after);
        for (var item = 0; item < items.size(); item++) {
            for (var other = 0; other < items.size(); other++) {
                if (item != other && late(item, first, other, last)) {
                    sequels.add(new Problem.Sequel(item, first, other, last, place));
                }
            }
        }
    }

    /// Whether the item of the first slot came after that of the last.
    private boolean late(int item, int first, int other, int last) {
        return contains(items.get(item).fits(), first)
                && contains(items.get(other).fits(), last)
                && items.get(item)
                        .held()
                        .awardedOn()
                        .isAfter(items.get(other).held().awardedOn());
    }

    private static boolean contains(int[] fits, int slot) {
        return java.util.Arrays.binarySearch(fits, slot) >= 0;
    }

    private int slot(String id) {
        for (var slot = 0; slot < slots.size(); slot++) {
            if (slots.get(slot).id().equals(id)) {
                return slot;
            }
        }
        throw new IllegalArgumentException("no slot is named " + id);
    }
}
