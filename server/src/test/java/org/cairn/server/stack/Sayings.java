package org.cairn.server.stack;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.stacking.rule.Anchor;
import org.cairn.stacking.rule.Constraint;
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

/// One of everything that a rule can say.
final class Sayings {
    static final String SPEC = "2b3e7f00-0000-4000-8000-000000000001";
    static final String NOBODY = "2b3e7f00-0000-4000-8000-000000000009";
    static final String COLLEGE = "2b3e7f00-0000-4000-8000-000000000002";
    static final String SKILL = "http://data.europa.eu/esco/skill/1";
    static final Names NAMES = new Names(
            Map.of(SPEC, Map.of("en", "Charts", "es", "Gráficos", "ar", "الرسوم البيانية")),
            Map.of(COLLEGE, "North College"),
            Map.of(SKILL, "read charts"));
    private static final BigDecimal THREE = new BigDecimal(3);

    private Sayings() {}

    static List<Filter> filters() {
        var level = new Filter.Level("EQF", new BigDecimal(6));
        return List.of(
                new Filter.Anything(),
                new Filter.All(List.of(level, new Filter.NotExpired())),
                new Filter.All(List.of(level)),
                new Filter.Any(List.of(level, new Filter.Provider(Set.of(COLLEGE)))),
                new Filter.Not(level),
                new Filter.Spec(Set.of(SPEC, NOBODY)),
                new Filter.Family(Set.of(SPEC)),
                new Filter.Category(Set.of("isced:0613", "mode:ONLINE", "mode:ON_SITE", "mode:BLENDED", "core")),
                new Filter.Category(Set.of("mode:VOLUNTEERING", "mode:WORK_EXPERIENCE")),
                new Filter.Outcome(Set.of(SKILL, "ethics")),
                level,
                new Filter.Grade("Pass scale", "B"),
                new Filter.Provider(Set.of(COLLEGE, NOBODY)),
                new Filter.From(Set.of(Source.values())),
                new Filter.Skill(SKILL, BigDecimal.ONE),
                new Filter.Skill(SKILL, new BigDecimal("0.8")),
                new Filter.AwardedWithin(Period.ofYears(5), Optional.empty()),
                new Filter.AwardedWithin(Period.of(1, 6, 3), Optional.of(Anchor.TODAY)),
                new Filter.AwardedWithin(Period.ofDays(40), Optional.of(Anchor.REGISTRATION)),
                new Filter.AwardedWithin(Period.ofMonths(2), Optional.of(Anchor.TARGET_AWARD)),
                new Filter.NotExpired());
    }

    static List<Need> needs() {
        return List.of(
                new Need.Count(1, Optional.empty()),
                new Need.Count(2, Optional.of(2)),
                new Need.Count(0, Optional.of(4)),
                new Need.Count(0, Optional.empty()),
                new Need.Credits(new BigDecimal(12), Optional.of(new BigDecimal("15.5"))),
                new Need.Outcomes(Set.of(SKILL, "ethics"), 2),
                new Need.Outcomes(Set.of(SKILL, "ethics"), 1));
    }

    static List<Constraint> constraints() {
        var any = new Filter.From(Set.of(Source.RPL));
        var third = new Fraction(1, 3);
        var quarters = new Fraction(3, 4);
        return List.of(
                new Constraint.TotalCredits(new BigDecimal(30)),
                new Constraint.Share(Constraint.Bound.AT_MOST, any, third, Optional.empty(), Optional.empty()),
                new Constraint.Share(
                        Constraint.Bound.AT_LEAST,
                        any,
                        quarters,
                        Optional.of(Denominator.COUNTED),
                        Optional.of(new Rounding.Exact())),
                new Constraint.CreditLimit(Constraint.Bound.AT_LEAST, any, THREE),
                new Constraint.CreditLimit(Constraint.Bound.AT_MOST, any, THREE),
                new Constraint.CountLimit(Constraint.Bound.AT_MOST, any, 2),
                new Constraint.ResidencyCredits(THREE),
                new Constraint.ResidencyShare(quarters, Optional.empty(), Optional.of(new Rounding.Down(THREE))),
                new Constraint.GradeAverage(
                        "Pass scale",
                        THREE,
                        Constraint.GradeAverage.Weight.CREDITS,
                        Constraint.GradeAverage.Ungraded.LEFT_OUT),
                new Constraint.GradeAverage(
                        "Pass scale",
                        THREE,
                        Constraint.GradeAverage.Weight.EQUAL,
                        Constraint.GradeAverage.Ungraded.REFUSED),
                new Constraint.Capstone("last", List.of("core"), Optional.of(new Filter.Grade("Pass scale", "B"))),
                new Constraint.Capstone("last", List.of(), Optional.empty()),
                new Constraint.Order("core", "last"),
                distinct(Constraint.Distinct.What.ITEM, Constraint.Distinct.Scope.WITHIN_AWARD),
                distinct(Constraint.Distinct.What.ITEM, Constraint.Distinct.Scope.SAME_LEVEL_AWARDS),
                distinct(Constraint.Distinct.What.ITEM, Constraint.Distinct.Scope.ALL_AWARDS),
                distinct(Constraint.Distinct.What.OUTCOME, Constraint.Distinct.Scope.WITHIN_AWARD),
                distinct(Constraint.Distinct.What.OUTCOME, Constraint.Distinct.Scope.SAME_LEVEL_AWARDS),
                distinct(Constraint.Distinct.What.OUTCOME, Constraint.Distinct.Scope.ALL_AWARDS),
                new Constraint.Equivalent(Set.of(SPEC, NOBODY)),
                new Constraint.SharedOutcomes(0),
                new Constraint.SharedOutcomes(2),
                new Constraint.SharedCredits(THREE, Set.of("EQF6", "EQF7")),
                new Constraint.Completion(Period.ofYears(3), Constraint.Completion.From.FIRST_ITEM),
                new Constraint.Completion(Period.ofYears(3), Constraint.Completion.From.REGISTRATION),
                new Constraint.Registration(),
                new Constraint.Absorbs(SPEC, Constraint.Absorbs.Policy.SURRENDER),
                new Constraint.Absorbs(SPEC, Constraint.Absorbs.Policy.KEEP),
                new Constraint.Absorbs(NOBODY, Constraint.Absorbs.Policy.KEEP_UNLESS_COMPLETED),
                new Constraint.Entry(any, 2),
                new Constraint.ExitOnly(),
                new Constraint.Review(Map.of("en", "An interview", "es", "Una entrevista", "ar", "مقابلة")));
    }

    private static Constraint distinct(Constraint.Distinct.What what, Constraint.Distinct.Scope scope) {
        return new Constraint.Distinct(what, scope);
    }

    static List<Options> options() {
        return List.of(
                new Options(
                        Denominator.AWARD_TOTAL,
                        new Rounding.Up(THREE),
                        new Options.Splitting.Whole(),
                        Options.Surplus.LOST,
                        Anchor.TODAY,
                        Options.Expiry.STANDS,
                        Options.Annulment.STANDS,
                        Options.Confirmation.REGISTRAR),
                new Options(
                        Denominator.COUNTED,
                        new Rounding.HalfUp(THREE),
                        new Options.Splitting.By(BigDecimal.ONE),
                        Options.Surplus.COUNTED,
                        Anchor.REGISTRATION,
                        Options.Expiry.REVIEW,
                        Options.Annulment.REVIEW,
                        Options.Confirmation.AUTOMATIC),
                new Options(
                        Denominator.COUNTED,
                        new Rounding.Exact(),
                        new Options.Splitting.Whole(),
                        Options.Surplus.REFUSED,
                        Anchor.TARGET_AWARD,
                        Options.Expiry.STANDS,
                        Options.Annulment.STANDS,
                        Options.Confirmation.REGISTRAR));
    }

    /// Two places, one after the other, below a choice.
    static Stack rule() {
        var core = new Requirement.Slot(
                "core",
                Map.of("en", "Core", "es", "Núcleo", "ar", "الأساس"),
                new Need.Count(1, Optional.empty()),
                new Filter.Anything(),
                0);
        var last = new Requirement.Slot(
                "last",
                Map.of("en", "Project", "es", "Proyecto", "ar", "المشروع"),
                new Need.Credits(THREE, Optional.empty()),
                new Filter.Anything(),
                0);
        return new Stack(
                "sample",
                1,
                Map.of("en", "Sample", "es", "Muestra", "ar", "عيّنة"),
                SPEC,
                "EQF6",
                new Stack.Period(LocalDate.of(2026, 1, 1), Optional.empty()),
                new CreditRule("ECTS", Map.of("SCQF", new BigDecimal("0.5")), new Rounding.Exact()),
                Map.of(),
                new Requirement.AllOf(List.of(core, new Requirement.AnyOf(1, List.of(last)))),
                constraints(),
                options().getFirst());
    }
}
