package org.cairn.stacking.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.cairn.stacking.rule.Anchor;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Constraint.Bound;
import org.cairn.stacking.rule.CreditRule;
import org.cairn.stacking.rule.Denominator;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Fraction;
import org.cairn.stacking.rule.GradeScale;
import org.cairn.stacking.rule.Need;
import org.cairn.stacking.rule.Options;
import org.cairn.stacking.rule.Requirement;
import org.cairn.stacking.rule.Rounding;
import org.cairn.stacking.rule.Source;
import org.cairn.stacking.rule.Stack;

/// Rules and learners by the dice: small enough for brute force, and crowded enough that greed goes wrong.
final class Generated {
    private static final List<String> KINDS = List.of("a", "b", "c");
    private static final List<String> OUTCOMES = List.of("o1", "o2", "o3", "o4");

    private final Random dice;
    private final boolean simple;

    /// @param simple whole items in one slot each, no preference between slots: what the search by hand covers
    Generated(long seed, boolean simple) {
        dice = new Random(seed);
        this.simple = simple;
    }

    Stack stack(int slots) {
        var total = 6 + dice.nextInt(20);
        var constraints = new ArrayList<Constraint>();
        if (simple || dice.nextInt(3) > 0) {
            constraints.add(
                    new Constraint.Distinct(Constraint.Distinct.What.ITEM, Constraint.Distinct.Scope.WITHIN_AWARD));
        }
        constraints.add(new Constraint.TotalCredits(credits(total)));
        for (var more = dice.nextInt(4); more > 0; more--) {
            constraints.add(constraint(slots));
        }
        return new Stack(
                "s",
                1,
                Map.of("en", "S"),
                "spec",
                "L7",
                new Stack.Period(LocalDate.of(2026, 1, 1), Optional.empty()),
                new CreditRule("ECTS", Map.of("US", new BigDecimal("2")), new Rounding.Exact()),
                Map.of("letter", scale()),
                root(slots),
                constraints,
                new Options(
                        pick(List.of(Denominator.values())),
                        rounding(),
                        simple || dice.nextInt(3) > 0
                                ? new Options.Splitting.Whole()
                                : new Options.Splitting.By(credits(1)),
                        simple ? Options.Surplus.REFUSED : pick(List.of(Options.Surplus.values())),
                        Anchor.TODAY,
                        Options.Expiry.STANDS,
                        Options.Annulment.REVIEW,
                        Options.Confirmation.REGISTRAR));
    }

    private static GradeScale scale() {
        return new GradeScale(
                IntStream.range(0, 4)
                        .mapToObj(points -> new GradeScale.Step("g" + points, Optional.of(BigDecimal.valueOf(points))))
                        .toList(),
                Map.of());
    }

    private Requirement root(int slots) {
        var all = new ArrayList<Requirement>();
        IntStream.range(0, slots).mapToObj(this::slot).forEach(all::add);
        if (slots < 3 || dice.nextBoolean()) {
            return new Requirement.AllOf(all);
        }
        var choice =
                new Requirement.AnyOf(1, List.of(all.removeLast(), new Requirement.AllOf(List.of(all.removeLast()))));
        all.add(choice);
        return new Requirement.AllOf(all);
    }

    private Requirement.Slot slot(int number) {
        return new Requirement.Slot(
                "slot" + number, Map.of("en", "Slot"), need(), filter(), simple ? 0 : dice.nextInt(3));
    }

    private Need need() {
        return switch (dice.nextInt(4)) {
            case 0, 1 -> {
                var least = dice.nextInt(3);
                yield new Need.Count(
                        least,
                        dice.nextBoolean() ? Optional.empty() : Optional.of(Math.max(1, least) + dice.nextInt(2)));
            }
            case 2 -> {
                var least = 1 + dice.nextInt(10);
                yield new Need.Credits(
                        credits(least),
                        dice.nextBoolean() ? Optional.empty() : Optional.of(credits(least + dice.nextInt(6))));
            }
            default -> new Need.Outcomes(Set.copyOf(OUTCOMES.subList(0, 3)), 1 + dice.nextInt(3));
        };
    }

    private Filter filter() {
        return switch (dice.nextInt(5)) {
            case 0 -> new Filter.Anything();
            case 1 ->
                new Filter.Any(
                        List.of(new Filter.Category(Set.of(pick(KINDS))), new Filter.Category(Set.of(pick(KINDS)))));
            case 2 -> new Filter.Level("EQF", BigDecimal.valueOf(5 + dice.nextInt(2)));
            case 3 -> new Filter.Not(new Filter.Category(Set.of(pick(KINDS))));
            default -> new Filter.Category(Set.of(pick(KINDS)));
        };
    }

    private Constraint constraint(int slots) {
        var bound = pick(List.of(Bound.values()));
        return switch (dice.nextInt(10)) {
            case 0 ->
                new Constraint.Share(
                        bound,
                        filter(),
                        new Fraction(1 + dice.nextInt(3), 4),
                        Optional.of(pick(List.of(Denominator.values()))),
                        Optional.of(rounding()));
            case 1 -> new Constraint.CreditLimit(bound, filter(), credits(4 + dice.nextInt(12)));
            case 2 -> new Constraint.CountLimit(bound, filter(), 1 + dice.nextInt(3));
            case 3 -> new Constraint.ResidencyShare(new Fraction(1, 2), Optional.empty(), Optional.empty());
            case 4 ->
                new Constraint.GradeAverage(
                        "letter",
                        new BigDecimal("1.5"),
                        pick(List.of(Constraint.GradeAverage.Weight.values())),
                        Constraint.GradeAverage.Ungraded.LEFT_OUT);
            case 5 -> slots < 2 ? new Constraint.SharedOutcomes(1) : new Constraint.Order("slot0", "slot1");
            case 6 -> new Constraint.Capstone("slot0", List.of("slot" + (slots - 1)), Optional.empty());
            case 7 -> new Constraint.SharedOutcomes(1);
            case 8 -> new Constraint.Completion(Period.ofYears(2), Constraint.Completion.From.FIRST_ITEM);
            default -> new Constraint.Equivalent(Set.of("f1", "f2"));
        };
    }

    private Rounding rounding() {
        return switch (dice.nextInt(4)) {
            case 0 -> new Rounding.Exact();
            case 1 -> new Rounding.Up(credits(3));
            case 2 -> new Rounding.Down(credits(2));
            default -> new Rounding.HalfUp(credits(1));
        };
    }

    Facts facts(int items) {
        var today = LocalDate.of(2026, 6, 1);
        return new Facts(
                IntStream.range(0, items).mapToObj(this::holding).toList(), Optional.empty(), today, today, false);
    }

    private Holding holding(int number) {
        return new Holding(
                "award" + number,
                "spec" + dice.nextInt(100),
                "f" + (dice.nextInt(8) == 0 ? dice.nextInt(3) : 10 + number),
                Map.of("ECTS", credits(1 + dice.nextInt(6))),
                Map.of("EQF", BigDecimal.valueOf(4 + dice.nextInt(3))),
                dice.nextInt(4) == 0 ? Map.of() : Map.of("letter", "g" + dice.nextInt(4)),
                Set.of(pick(KINDS)),
                dice.nextBoolean()
                        ? Set.of(pick(OUTCOMES))
                        : Set.of(OUTCOMES.get(0), OUTCOMES.get(2 + dice.nextInt(2))),
                Map.of(),
                LocalDate.of(2022 + dice.nextInt(4), 1 + dice.nextInt(12), 1),
                Optional.empty(),
                pick(List.of(Source.values())),
                "p",
                Holding.Standing.LIVE,
                List.of());
    }

    private <T> T pick(List<T> from) {
        return from.get(dice.nextInt(from.size()));
    }

    private static BigDecimal credits(int number) {
        return BigDecimal.valueOf(number);
    }
}
