package org.cairn.stacking.decide;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Constraint.Bound;
import org.cairn.stacking.rule.Denominator;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Fraction;
import org.cairn.stacking.rule.Rounding;
import org.cairn.stacking.rule.Source;
import org.cairn.stacking.rule.Stack;

/// What each constraint asks and what there is, computed from the rule itself and not from the numbers that the search
/// works on: a second opinion, and the words of the explanation.
final class Measures {
    /// @param unit empty where nothing is counted
    record Measure(boolean met, Optional<Decision.Unit> unit, BigDecimal need, BigDecimal have) {
        private static Measure plain(boolean met) {
            return new Measure(met, Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO);
        }

        private static Measure of(Bound bound, Decision.Unit unit, BigDecimal need, BigDecimal have) {
            var compared = have.compareTo(need);
            var met = bound == Bound.AT_LEAST ? compared >= 0 : compared <= 0;
            return new Measure(met, Optional.of(unit), need, have);
        }
    }

    /// @param credits counted, in the credits of the stack
    record Counted(Holding held, List<String> slots, BigDecimal credits) {}

    private final Stack stack;
    private final Facts facts;
    private final Matcher matcher;
    private final Availability availability;
    private final List<Counted> counted;

    Measures(Stack stack, Facts facts, List<Counted> counted) {
        this.stack = stack;
        this.facts = facts;
        this.counted = counted;
        matcher = new Matcher(stack, facts);
        availability = new Availability(stack, facts);
    }

    Measure of(Constraint constraint) {
        return switch (constraint) {
            case Constraint.TotalCredits(var least) -> credits(Bound.AT_LEAST, least, _ -> true);
            case Constraint.Share(var bound, var of, var fraction, var denominator, var rounding) ->
                share(bound, fraction, denominator, rounding, held -> matcher.accepts(of, held));
            case Constraint.ResidencyShare(var fraction, var denominator, var rounding) ->
                share(Bound.AT_LEAST, fraction, denominator, rounding, Measures::own);
            case Constraint.CreditLimit(var bound, var of, var limit) ->
                credits(bound, limit, held -> matcher.accepts(of, held));
            case Constraint.ResidencyCredits(var least) -> credits(Bound.AT_LEAST, least, Measures::own);
            case Constraint.SharedCredits(var most, var levels) ->
                credits(
                        Bound.AT_MOST,
                        most,
                        held -> availability.uses(held).stream().anyMatch(use -> levels.contains(use.level())));
            case Constraint.CountLimit(var bound, var of, var limit) -> items(bound, limit, of);
            case Constraint.GradeAverage average -> average(average);
            case Constraint.Capstone(var slot, var after, var _) ->
                Measure.plain(after.stream().allMatch(before -> inOrder(before, slot)));
            case Constraint.Order(var before, var after) -> Measure.plain(inOrder(before, after));
            case Constraint.Registration _ -> Measure.plain(registered());
            case Constraint.Entry(var of, var items) -> entry(of, items);
            case Constraint.ExitOnly _ -> Measure.plain(facts.leaving());
            case Constraint.Equivalent(var specs) ->
                Measure.plain(counted.stream()
                                .map(Counted::held)
                                .filter(held -> specs.contains(held.spec()) || specs.contains(held.family()))
                                .count()
                        <= 1);
            // What is counted was chosen so that these hold, and a person judges the last.
            case Constraint.Distinct _,
                    Constraint.SharedOutcomes _,
                    Constraint.Completion _,
                    Constraint.Absorbs _,
                    Constraint.Review _ -> Measure.plain(true);
        };
    }

    /// Whether a constraint is about the learner and not about what is counted.
    static boolean isCondition(Constraint constraint) {
        return constraint instanceof Constraint.Registration
                || constraint instanceof Constraint.Entry
                || constraint instanceof Constraint.ExitOnly;
    }

    private static boolean own(Holding held) {
        return held.source() == Source.OWN;
    }

    private BigDecimal sum(Predicate<Holding> of) {
        return counted.stream()
                .filter(each -> of.test(each.held()))
                .map(Counted::credits)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Measure credits(Bound bound, BigDecimal need, Predicate<Holding> of) {
        return Measure.of(bound, Decision.Unit.CREDITS, need, sum(of));
    }

    private Measure share(
            Bound bound,
            Fraction fraction,
            Optional<Denominator> denominator,
            Optional<Rounding> rounding,
            Predicate<Holding> of) {
        var whole = switch (denominator.orElse(stack.options().denominator())) {
            case AWARD_TOTAL ->
                stack.total().map(Constraint.TotalCredits::atLeast).orElse(BigDecimal.ZERO);
            case COUNTED -> sum(_ -> true);
        };
        var need = rounding.orElse(stack.options().rounding()).apply(whole, fraction);
        return credits(bound, need, of);
    }

    private Measure items(Bound bound, int limit, Filter of) {
        var have = counted.stream()
                .filter(each -> matcher.accepts(of, each.held()))
                .count();
        return Measure.of(bound, Decision.Unit.ITEMS, BigDecimal.valueOf(limit), BigDecimal.valueOf(have));
    }

    private Measure entry(Filter of, int items) {
        var have = facts.holdings().stream()
                .filter(held -> held.standing() == Holding.Standing.LIVE)
                .filter(held -> matcher.accepts(of, held))
                .count();
        return Measure.of(Bound.AT_LEAST, Decision.Unit.ITEMS, BigDecimal.valueOf(items), BigDecimal.valueOf(have));
    }

    private Measure average(Constraint.GradeAverage average) {
        var weights = BigDecimal.ZERO;
        var sum = BigDecimal.ZERO;
        for (var each : counted) {
            var points = matcher.pointsOf(average.scheme(), each.held());
            if (points.isPresent()) {
                var weight = average.weight() == Constraint.GradeAverage.Weight.EQUAL ? BigDecimal.ONE : each.credits();
                weights = weights.add(weight);
                sum = sum.add(weight.multiply(points.get()));
            }
        }
        if (weights.signum() == 0) {
            return new Measure(true, Optional.of(Decision.Unit.POINTS), average.atLeast(), BigDecimal.ZERO);
        }
        // Down, so that an average that is shown as reached is reached.
        var have = sum.divide(weights, 4, RoundingMode.FLOOR);
        var met = sum.compareTo(average.atLeast().multiply(weights)) >= 0;
        return new Measure(met, Optional.of(Decision.Unit.POINTS), average.atLeast(), have);
    }

    private boolean inOrder(String before, String after) {
        return counted.stream()
                .filter(each -> each.slots().contains(before))
                .allMatch(first -> counted.stream()
                        .filter(each -> each.slots().contains(after) && !each.equals(first))
                        .noneMatch(last ->
                                first.held().awardedOn().isAfter(last.held().awardedOn())));
    }

    private boolean registered() {
        return facts.registration()
                .map(registered -> registered.stack().equals(stack.id()) && registered.version() == stack.version())
                .orElse(false);
    }
}
