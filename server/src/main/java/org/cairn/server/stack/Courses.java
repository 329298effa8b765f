package org.cairn.server.stack;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.stacking.decide.Facts;
import org.cairn.stacking.decide.Holding;
import org.cairn.stacking.rule.Filter;
import org.cairn.stacking.rule.GradeScale;
import org.cairn.stacking.rule.Source;
import org.cairn.stacking.rule.Stack;
import org.springframework.stereotype.Component;

/// Published microcredentials that fit a rule: what a learner could still take. Thread-safe.
@Component
class Courses {
    /// So many can be chosen from, the institution's own first.
    static final int MOST = 60;

    private static final int MOST_READ = 300;
    private static final BigDecimal HOURS_A_WEEK = BigDecimal.TEN;
    private static final BigDecimal HOURS_OF_A_CREDIT = new BigDecimal(25);
    private static final int DAYS_WITHOUT_WORKLOAD = 30;

    private final Specs specs;
    private final Organisations organisations;
    private final StackRepository stacks;
    private final Decisions decisions;

    Courses(Specs specs, Organisations organisations, StackRepository stacks, Decisions decisions) {
        this.specs = specs;
        this.organisations = organisations;
        this.stacks = stacks;
        this.decisions = decisions;
    }

    /// What the learner does not hold and some part of the rule would take.
    List<Course> open(StackVersion version, Facts facts) {
        var partners = Set.copyOf(stacks.partners(version.organisation()));
        var names = new HashMap<OrganisationId, String>();
        return published(version, partners).stream()
                .filter(spec -> !spec.id().equals(version.awards()))
                .filter(spec -> !holds(facts, spec))
                .map(spec -> course(version, spec, partners, facts.today(), names))
                .filter(course ->
                        !decisions.slotsFor(version, course.holding(), facts).isEmpty())
                .sorted(Comparator.comparing((Course course) -> course.holding().source())
                        .thenComparing(course ->
                                SpecContent.best(course.spec().content().title(), Locale.ENGLISH))
                        .thenComparing(Course::key))
                .limit(MOST)
                .toList();
    }

    private static boolean holds(Facts facts, PublishedSpec spec) {
        return facts.holdings().stream()
                .filter(held -> held.standing() == Holding.Standing.LIVE)
                .anyMatch(held -> held.family().equals(spec.spec().toString()));
    }

    private Collection<PublishedSpec> published(StackVersion version, Set<OrganisationId> partners) {
        var near = new ArrayList<PublishedSpec>(specs.catalogue("", Optional.of(version.organisation()), MOST_READ, 0));
        partners.forEach(partner -> near.addAll(specs.catalogue("", Optional.of(partner), MOST_READ, 0)));
        near.addAll(specs.published(named(version.rule())));
        near.addAll(specs.catalogue("", Optional.empty(), MOST_READ, 0));
        var once = new LinkedHashMap<SpecVersionId, PublishedSpec>();
        near.forEach(spec -> once.putIfAbsent(spec.id(), spec));
        return once.values();
    }

    private static List<SpecVersionId> named(Stack rule) {
        return CatalogueNames.filters(rule)
                .filter(Filter.Spec.class::isInstance)
                .flatMap(filter -> ((Filter.Spec) filter).in().stream())
                .flatMap(id -> CatalogueNames.uuid(id).stream())
                .map(SpecVersionId::new)
                .distinct()
                .toList();
    }

    private Course course(
            StackVersion version,
            PublishedSpec spec,
            Set<OrganisationId> partners,
            LocalDate today,
            Map<OrganisationId, String> names) {
        var days = days(spec.content());
        var source = spec.organisation().equals(version.organisation())
                ? Source.OWN
                : partners.contains(spec.organisation()) ? Source.PARTNER : Source.EXTERNAL;
        var plain = SpecFacts.holding("spec:" + spec.id(), spec, today.plusDays(days), source);
        var graded = withBestGrades(plain, version.rule());
        var from = names.computeIfAbsent(
                spec.organisation(),
                id -> organisations.byId(id).map(Organisation::legalName).orElse(""));
        return new Course(spec, graded, from, days);
    }

    /// As if it had been passed as well as one can.
    static Holding withBestGrades(Holding plain, Stack rule) {
        return new Holding(
                plain.award(),
                plain.spec(),
                plain.family(),
                plain.credits(),
                plain.levels(),
                bestGrades(rule),
                plain.categories(),
                plain.outcomes(),
                plain.skills(),
                plain.awardedOn(),
                plain.expiresOn(),
                plain.source(),
                plain.provider(),
                plain.standing(),
                plain.usedIn());
    }

    private static Map<String, String> bestGrades(Stack rule) {
        var best = new HashMap<String, String>();
        rule.grades().forEach((scheme, scale) -> {
            if (!scale.worstFirst().isEmpty()) {
                GradeScale.Step step = scale.worstFirst().getLast();
                best.put(scheme, step.grade());
            }
        });
        return best;
    }

    /// At ten hours a week.
    private static int days(SpecContent content) {
        return content.hours()
                .or(() -> content.ects().map(HOURS_OF_A_CREDIT::multiply))
                .map(hours -> hours.multiply(BigDecimal.valueOf(7)).divide(HOURS_A_WEEK, 0, RoundingMode.CEILING))
                .map(BigDecimal::intValue)
                .orElse(DAYS_WITHOUT_WORKLOAD);
    }
}
