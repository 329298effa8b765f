package org.cairn.stacking.decide;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import org.cairn.stacking.rule.Anchor;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.Fraction;
import org.cairn.stacking.rule.GradeScale;
import org.cairn.stacking.rule.Stack;

/// Answers what a rule asks about one holding.
final class Matcher {
    private static final Fraction WHOLE = new Fraction(1, 1);

    private final Stack stack;
    private final Facts facts;

    Matcher(Stack stack, Facts facts) {
        this.stack = stack;
        this.facts = facts;
    }

    boolean accepts(Filter filter, Holding held) {
        return switch (filter) {
            case Filter.Anything() -> true;
            case Filter.All(var of) -> of.stream().allMatch(each -> accepts(each, held));
            case Filter.Any(var of) -> of.stream().anyMatch(each -> accepts(each, held));
            case Filter.Not(var of) -> !accepts(of, held);
            case Filter.Spec(var in) -> in.contains(held.spec());
            case Filter.Family(var in) -> in.contains(held.family());
            case Filter.Category(var in) -> !Collections.disjoint(in, held.categories());
            case Filter.Outcome(var in) -> !Collections.disjoint(in, held.outcomes());
            case Filter.Level(var framework, var atLeast) ->
                reaches(Optional.ofNullable(held.levels().get(framework)), atLeast);
            case Filter.Grade grade -> reachesGrade(grade, held);
            case Filter.Provider(var in) -> in.contains(held.provider());
            case Filter.From(var in) -> in.contains(held.source());
            case Filter.Skill(var uri, var similarity) ->
                reaches(Optional.ofNullable(held.skills().get(uri)), similarity);
            case Filter.AwardedWithin(var period, var anchor) ->
                !lastDay(held, period)
                        .isBefore(day(anchor.orElse(stack.options().recency())));
            case Filter.NotExpired() ->
                held.expiresOn()
                        .map(last -> !last.isBefore(day(stack.options().recency())))
                        .orElse(true);
        };
    }

    private static boolean reaches(Optional<BigDecimal> value, BigDecimal atLeast) {
        return value.map(each -> each.compareTo(atLeast) >= 0).orElse(false);
    }

    private boolean reachesGrade(Filter.Grade grade, Holding held) {
        var scale = Optional.ofNullable(stack.grades().get(grade.scheme()));
        var least = scale.flatMap(each -> each.rank(grade.atLeast()));
        var rank = scale.flatMap(each -> gradeOf(grade.scheme(), held).flatMap(each::rank));
        return least.isPresent() && rank.isPresent() && rank.get() >= least.get();
    }

    /// The grade in the scheme, or what the scheme says a foreign grade counts as: the best of several.
    Optional<String> gradeOf(String scheme, Holding held) {
        var scale = Optional.ofNullable(stack.grades().get(scheme));
        if (scale.isEmpty()) {
            return Optional.empty();
        }
        var own = Optional.ofNullable(held.grades().get(scheme))
                .filter(grade -> scale.get().rank(grade).isPresent());
        return own.or(() -> held.grades().entrySet().stream()
                .map(entry -> new GradeScale.Foreign(entry.getKey(), entry.getValue()))
                .flatMap(foreign -> Optional.ofNullable(scale.get().equals().get(foreign)).stream())
                .max(Comparator.comparing(grade -> scale.get().rank(grade).orElse(-1))));
    }

    /// The points of the grade in the scheme.
    Optional<BigDecimal> pointsOf(String scheme, Holding held) {
        var steps =
                Optional.ofNullable(stack.grades().get(scheme)).stream().flatMap(scale -> scale.worstFirst().stream());
        var grade = gradeOf(scheme, held);
        return steps.filter(step -> grade.filter(step.grade()::equals).isPresent())
                .findFirst()
                .flatMap(GradeScale.Step::points);
    }

    /// Credits in the stack's scheme; empty when none of the holding's schemes is counted.
    Optional<BigDecimal> creditsOf(Holding held) {
        var rule = stack.credit();
        var own = Optional.ofNullable(held.credits().get(rule.scheme()));
        return own.or(() -> held.credits().entrySet().stream()
                .flatMap(credits -> Optional.ofNullable(rule.worth().get(credits.getKey())).stream()
                        .map(worth -> credits.getValue().multiply(worth)))
                .map(product -> rule.rounding().apply(product, WHOLE))
                .max(Comparator.naturalOrder()));
    }

    /// The last day on which an award is within the period.
    static LocalDate lastDay(Holding held, Period period) {
        return held.awardedOn().plus(period);
    }

    private LocalDate day(Anchor anchor) {
        return switch (anchor) {
            case TODAY -> facts.today();
            case REGISTRATION -> facts.registration().map(Facts.Registered::on).orElse(facts.today());
            case TARGET_AWARD -> facts.targetAward();
        };
    }
}
