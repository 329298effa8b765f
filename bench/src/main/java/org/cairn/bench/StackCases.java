package org.cairn.bench;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.cairn.stacking.decide.Facts;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.rule.Anchor;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Constraint.Bound;
import org.cairn.stacking.rule.CreditRule;
import org.cairn.stacking.rule.Denominator;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Fraction;
import org.cairn.stacking.rule.Need;
import org.cairn.stacking.rule.Options;
import org.cairn.stacking.rule.Requirement;
import org.cairn.stacking.rule.Rounding;
import org.cairn.stacking.rule.Source;
import org.cairn.stacking.rule.Stack;

/// Rules and learners for the figures of stacking, by the dice from a fixed seed.
final class StackCases {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    private final Random dice;

    StackCases(long seed) {
        dice = new Random(seed);
    }

    /// A diploma of 60 credits as registrars write it: two core slots by count, electives by credits and by choice,
    /// outcomes, a final project; shares by level and residence, a cap on prior learning.
    static Stack typical() {
        return stack(
                List.of(
                        slot("methods", new Need.Count(2, Optional.of(2)), "methods"),
                        slot("practice", new Need.Count(2, Optional.empty()), "practice"),
                        slot("depth", new Need.Credits(credits(15), Optional.empty()), "methods", "depth"),
                        slot("breadth", new Need.Credits(credits(10), Optional.empty()), "breadth", "depth"),
                        new Requirement.Slot(
                                "ethics",
                                Map.of("en", "ethics"),
                                new Need.Outcomes(Set.of("o1", "o2"), 2),
                                new Filter.Category(Set.of("ethics", "breadth")),
                                0),
                        slot("project", new Need.Count(1, Optional.of(1)), "project")),
                List.of(
                        new Constraint.TotalCredits(credits(60)),
                        new Constraint.Share(
                                Bound.AT_LEAST,
                                new Filter.Level("EQF", credits(6)),
                                new Fraction(1, 2),
                                Optional.empty(),
                                Optional.empty()),
                        new Constraint.ResidencyShare(new Fraction(1, 2), Optional.empty(), Optional.empty()),
                        new Constraint.Share(
                                Bound.AT_MOST,
                                new Filter.From(Set.of(Source.RPL)),
                                new Fraction(1, 3),
                                Optional.empty(),
                                Optional.empty()),
                        new Constraint.Capstone("project", List.of("methods"), Optional.empty())));
    }

    /// Twelve awards of 5 to 10 credits; about half of such learners meet the typical rule.
    Facts typicalLearner() {
        var kinds = List.of(
                "methods",
                "methods",
                "methods",
                "practice",
                "practice",
                "practice",
                "depth",
                "depth",
                "breadth",
                "breadth",
                "ethics",
                "project");
        return facts(IntStream.range(0, kinds.size())
                .mapToObj(number -> holding(number, Set.of(dice.nextInt(8) == 0 ? pick(kinds) : kinds.get(number)), 5))
                .toList());
    }

    /// Fifteen slots by credits, each of three of 24 kinds, with the most each takes, shares and caps.
    Stack hard() {
        var slots = new ArrayList<Requirement>();
        for (var number = 0; number < 15; number++) {
            var kinds = new HashSet<String>();
            while (kinds.size() < 3) {
                kinds.add("k" + dice.nextInt(24));
            }
            var least = credits(8 + dice.nextInt(8));
            slots.add(slot(
                    "slot" + number,
                    new Need.Credits(least, Optional.of(least.add(credits(5)))),
                    kinds.toArray(String[]::new)));
        }
        return stack(
                slots,
                List.of(
                        new Constraint.TotalCredits(credits(190)),
                        new Constraint.Share(
                                Bound.AT_LEAST,
                                new Filter.Level("EQF", credits(6)),
                                new Fraction(2, 5),
                                Optional.of(Denominator.COUNTED),
                                Optional.of(new Rounding.Exact())),
                        new Constraint.ResidencyShare(
                                new Fraction(2, 5), Optional.of(Denominator.COUNTED), Optional.empty()),
                        new Constraint.Share(
                                Bound.AT_MOST,
                                new Filter.From(Set.of(Source.RPL)),
                                new Fraction(1, 5),
                                Optional.empty(),
                                Optional.empty()),
                        new Constraint.CreditLimit(Bound.AT_MOST, new Filter.From(Set.of(Source.MOOC)), credits(40))));
    }

    Facts hardLearner() {
        return facts(IntStream.range(0, 60)
                .mapToObj(number -> holding(number, Set.of("k" + number % 20, "k" + (20 + dice.nextInt(4))), 2))
                .toList());
    }

    private static Stack stack(List<Requirement> slots, List<Constraint> constraints) {
        var all = new ArrayList<>(constraints);
        all.add(new Constraint.Distinct(Constraint.Distinct.What.ITEM, Constraint.Distinct.Scope.WITHIN_AWARD));
        return new Stack(
                "bench",
                1,
                Map.of("en", "Bench"),
                "spec",
                "L6",
                new Stack.Period(LocalDate.of(2026, 1, 1), Optional.empty()),
                new CreditRule("ECTS", Map.of(), new Rounding.Exact()),
                Map.of(),
                new Requirement.AllOf(slots),
                all,
                new Options(
                        Denominator.AWARD_TOTAL,
                        new Rounding.Up(credits(1)),
                        new Options.Splitting.Whole(),
                        Options.Surplus.REFUSED,
                        Anchor.TODAY,
                        Options.Expiry.STANDS,
                        Options.Annulment.REVIEW,
                        Options.Confirmation.REGISTRAR));
    }

    private static Requirement.Slot slot(String id, Need need, String... kinds) {
        return new Requirement.Slot(id, Map.of("en", id), need, new Filter.Category(Set.of(kinds)), 0);
    }

    private static Facts facts(List<Holding> holdings) {
        return new Facts(holdings, Optional.empty(), TODAY, TODAY, false);
    }

    private Holding holding(int number, Set<String> kinds, int least) {
        return new Holding(
                "award" + number,
                "spec%03d".formatted(dice.nextInt(1000)),
                "family" + number,
                Map.of("ECTS", credits(least + dice.nextInt(6))),
                Map.of("EQF", credits(5 + dice.nextInt(3))),
                Map.of(),
                kinds,
                dice.nextInt(3) == 0 ? Set.of("o1", "o2") : Set.of("o" + (1 + dice.nextInt(4))),
                Map.of(),
                LocalDate.of(2024, 1 + (number % 12), 1 + dice.nextInt(28)),
                Optional.empty(),
                pick(List.of(Source.OWN, Source.OWN, Source.OWN, Source.PARTNER, Source.RPL, Source.MOOC)),
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
