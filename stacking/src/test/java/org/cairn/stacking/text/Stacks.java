package org.cairn.stacking.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.cairn.stacking.rule.Anchor;
import org.cairn.stacking.rule.Constraint;
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

/// Rules of every shape that a text can have, with the words that YAML is known to trip over.
class Stacks extends DomainContextBase {
    private static final Map<String, GradeScale> GRADES = Map.of(
            "letter",
            new GradeScale(
                    List.of(step("F", "0"), step("no", "1.0"), step("A+", "4.3")),
                    Map.of(new GradeScale.Foreign("percent: a", "70"), "no")),
            "pass",
            new GradeScale(
                    List.of(new GradeScale.Step("fail", Optional.empty()), new GradeScale.Step("1", Optional.empty())),
                    Map.of()));

    @Provide
    Arbitrary<Stack> stacks() {
        return requirement(2)
                .map(Stacks::numbered)
                .flatMap(root -> Combinators.combine(
                                prose(),
                                text(),
                                number(),
                                rounding(),
                                constraint(root.slots().stream()
                                                .map(Requirement.Slot::id)
                                                .toList())
                                        .list()
                                        .ofMaxSize(6),
                                options(),
                                Arbitraries.of(true, false))
                        .as((title, text, rate, rounding, constraints, options, open) -> new Stack(
                                "stack-1",
                                7,
                                title,
                                text,
                                text,
                                new Stack.Period(
                                        LocalDate.of(2026, 2, 28),
                                        open ? Optional.empty() : Optional.of(LocalDate.of(2028, 2, 29))),
                                new CreditRule("ECTS", Map.of(text, rate), rounding),
                                GRADES,
                                root,
                                withTotal(constraints),
                                options)));
    }

    private static List<Constraint> withTotal(List<Constraint> constraints) {
        var all = new ArrayList<Constraint>(List.of(new Constraint.TotalCredits(new BigDecimal("60.0"))));
        all.addAll(constraints);
        return all;
    }

    /// The slots of generated parts do not know of each other.
    private static Requirement numbered(Requirement root) {
        return numbered(root, new AtomicInteger());
    }

    private static Requirement numbered(Requirement part, AtomicInteger next) {
        return switch (part) {
            case Requirement.AllOf(var parts) ->
                new Requirement.AllOf(
                        parts.stream().map(each -> numbered(each, next)).toList());
            case Requirement.AnyOf(var atLeast, var parts) ->
                new Requirement.AnyOf(
                        atLeast,
                        parts.stream().map(each -> numbered(each, next)).toList());
            case Requirement.Slot(var _, var title, var need, var accepts, var cost) ->
                new Requirement.Slot("slot." + next.incrementAndGet(), title, need, accepts, cost);
        };
    }

    private Arbitrary<Requirement> requirement(int depth) {
        Arbitrary<Requirement> slot = Combinators.combine(
                        prose(), need(), filter(2), Arbitraries.integers().between(0, 3))
                .as((title, need, accepts, cost) -> new Requirement.Slot("", title, need, accepts, cost));
        if (depth == 0) {
            return slot;
        }
        var parts = requirement(depth - 1).list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.oneOf(
                slot, parts.map(Requirement.AllOf::new), parts.map(of -> new Requirement.AnyOf(of.size(), of)));
    }

    private Arbitrary<Need> need() {
        return Arbitraries.oneOf(
                number().map(least -> new Need.Credits(least, Optional.empty())),
                number().map(least -> new Need.Credits(least, Optional.of(least.add(BigDecimal.TEN)))),
                Arbitraries.integers().between(0, 9).map(least -> new Need.Count(least, Optional.empty())),
                Arbitraries.integers().between(0, 9).map(least -> new Need.Count(least, Optional.of(least + 1))),
                texts().map(of -> new Need.Outcomes(of, of.size())));
    }

    private Arbitrary<Filter> filter(int depth) {
        Arbitrary<Filter> simple = Arbitraries.oneOf(
                Arbitraries.of(new Filter.Anything(), new Filter.NotExpired()),
                texts().map(Filter.Spec::new),
                texts().map(Filter.Family::new),
                texts().map(Filter.Category::new),
                texts().map(Filter.Outcome::new),
                texts().map(Filter.Provider::new),
                Arbitraries.of(Source.class).set().ofMinSize(1).map(Filter.From::new),
                Combinators.combine(text(), Arbitraries.integers().between(0, 999))
                        .as((framework, level) -> new Filter.Level(framework, BigDecimal.valueOf(level))),
                grade().map(grade -> grade),
                text().map(uri -> new Filter.Skill(uri, new BigDecimal("0.85"))),
                Combinators.combine(period(), Arbitraries.of(Anchor.class).optional())
                        .as(Filter.AwardedWithin::new));
        if (depth == 0) {
            return simple;
        }
        var below = filter(depth - 1).list().ofMinSize(1).ofMaxSize(3);
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, simple),
                net.jqwik.api.Tuple.of(1, below.map(Filter.All::new)),
                net.jqwik.api.Tuple.of(1, below.map(Filter.Any::new)),
                net.jqwik.api.Tuple.of(1, filter(depth - 1).map(Filter.Not::new)));
    }

    private static Arbitrary<Filter.Grade> grade() {
        return Arbitraries.of(
                new Filter.Grade("letter", "no"), new Filter.Grade("letter", "A+"), new Filter.Grade("pass", "1"));
    }

    private Arbitrary<Constraint> constraint(List<String> slots) {
        var bound = Arbitraries.of(Constraint.Bound.class);
        var fraction = Arbitraries.of(new Fraction(3, 4), new Fraction(1, 3), new Fraction(0, 1), new Fraction(2, 2));
        var denominator = Arbitraries.of(Denominator.class).optional();
        var few = Arbitraries.integers().between(1, 9);
        var here = Arbitraries.oneOf(
                Combinators.combine(
                                bound,
                                filter(1),
                                fraction,
                                denominator,
                                rounding().optional())
                        .as(Constraint.Share::new),
                Combinators.combine(bound, filter(1), number()).as(Constraint.CreditLimit::new),
                Combinators.combine(bound, filter(1), few).as(Constraint.CountLimit::new),
                number().map(Constraint.ResidencyCredits::new),
                Combinators.combine(fraction, denominator, rounding().optional())
                        .as(Constraint.ResidencyShare::new),
                Combinators.combine(
                                number(),
                                Arbitraries.of(Constraint.GradeAverage.Weight.class),
                                Arbitraries.of(Constraint.GradeAverage.Ungraded.class))
                        .as((least, weight, ungraded) ->
                                new Constraint.GradeAverage("letter", least, weight, ungraded)),
                Combinators.combine(
                                Arbitraries.of(Constraint.Distinct.What.class),
                                Arbitraries.of(Constraint.Distinct.Scope.class))
                        .as(Constraint.Distinct::new),
                texts().filter(specs -> specs.size() > 1).map(Constraint.Equivalent::new),
                few.map(Constraint.SharedOutcomes::new),
                Combinators.combine(number(), texts()).as(Constraint.SharedCredits::new),
                Combinators.combine(period(), Arbitraries.of(Constraint.Completion.From.class))
                        .as(Constraint.Completion::new),
                Arbitraries.of(new Constraint.Registration(), new Constraint.ExitOnly()),
                Combinators.combine(text(), Arbitraries.of(Constraint.Absorbs.Policy.class))
                        .as(Constraint.Absorbs::new),
                Combinators.combine(filter(1), few).as(Constraint.Entry::new),
                prose().map(Constraint.Review::new));
        return slots.size() < 2
                ? here.map(each -> each)
                : Arbitraries.oneOf(
                        here.map(each -> each),
                        grade().optional()
                                .map(grade -> new Constraint.Capstone(
                                        slots.getLast(), slots.subList(0, slots.size() - 1), grade)),
                        Arbitraries.just(new Constraint.Order(slots.getFirst(), slots.getLast())));
    }

    private static Arbitrary<Options> options() {
        return Combinators.combine(
                        Arbitraries.of(Denominator.class),
                        rounding(),
                        Arbitraries.oneOf(
                                Arbitraries.just(new Options.Splitting.Whole()),
                                number().map(Options.Splitting.By::new)),
                        Arbitraries.of(Options.Surplus.class),
                        Arbitraries.of(Anchor.class),
                        Arbitraries.of(Options.Expiry.class),
                        Arbitraries.of(Options.Annulment.class),
                        Arbitraries.of(Options.Confirmation.class))
                .as(Options::new);
    }

    private static Arbitrary<Rounding> rounding() {
        return Arbitraries.oneOf(
                Arbitraries.just(new Rounding.Exact()),
                number().map(Rounding.Up::new),
                number().map(Rounding.Down::new),
                number().map(Rounding.HalfUp::new));
    }

    private static Arbitrary<BigDecimal> number() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("0.0001"), BigDecimal.valueOf(90_000))
                .ofScale(4)
                .flatMap(number -> Arbitraries.of(number, BigDecimal.valueOf(12), new BigDecimal("7.50")));
    }

    private static Arbitrary<Period> period() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 99),
                        Arbitraries.integers().between(0, 24),
                        Arbitraries.integers().between(1, 400))
                .as(Period::of);
    }

    private static Arbitrary<Map<String, String>> prose() {
        return Arbitraries.maps(
                        Arbitraries.of("en", "no", "pt-BR", "zh-Hant-TW", "de-1996"),
                        Arbitraries.oneOf(text(), text().map(text -> text + "\n " + text + "\n")))
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<Set<String>> texts() {
        return text().set().ofMinSize(1).ofMaxSize(4);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.oneOf(
                        Arbitraries.of(
                                "no",
                                "Yes",
                                "null",
                                "~",
                                "2.0",
                                "010",
                                "0x1F",
                                "1_000",
                                "12:30",
                                "2026-01-01",
                                "true",
                                "-",
                                "- a",
                                "a: b",
                                "a:",
                                ":",
                                "#x",
                                "a #b",
                                "'",
                                "\"",
                                " lead",
                                "tail ",
                                "é",
                                "𝄞",
                                "{",
                                "[a",
                                "&a",
                                "*a",
                                "!a",
                                "%a",
                                "@a",
                                "`a",
                                "|",
                                ">",
                                "?",
                                "? a",
                                "<<",
                                "=",
                                "\\",
                                "a,b",
                                "---",
                                "...",
                                "\u2028",
                                "\u00a0x",
                                "\ufeffx",
                                "https://example.org/a?b=c#d",
                                "مرحبا"),
                        Arbitraries.strings()
                                .withCharRange(' ', '~')
                                .ofMinLength(1)
                                .ofMaxLength(30),
                        Arbitraries.strings()
                                .withCharRange('\u00a1', '\ud7ff')
                                .ofMinLength(1)
                                .ofMaxLength(8))
                .filter(text -> !text.isBlank());
    }

    private static GradeScale.Step step(String grade, String points) {
        return new GradeScale.Step(grade, Optional.of(new BigDecimal(points)));
    }

    static Stream<String> awkward() {
        return Stream.of("«", "&a", "*a", "!!map", "<<: *a", "? ", "- ", ": ", "|\n", "\t", "%YAML 9.9\n", "\u0000");
    }
}
