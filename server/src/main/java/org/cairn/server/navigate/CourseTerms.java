package org.cairn.server.navigate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.navigate.OpenCatalogue.Course;
import org.cairn.server.offering.OfferingTerms;
import org.cairn.skills.gap.Level;
import org.cairn.skills.pathway.Offering;
import org.cairn.skills.pathway.OfferingId;
import org.cairn.skills.pathway.SkillLevel;
import org.cairn.skills.taxonomy.ConceptUri;

/// Turns what the catalogue says of an offering into what the planner reckons with.
///
/// @param calendar of the plan
/// @param terms of the learner
/// @param advance what brings her stacks forward
record CourseTerms(Calendar calendar, Terms terms, Map<SpecVersionId, Integer> advance) {
    /// The name under which the planner knows a waiver of the fee, and the need that every offering with words on
    /// accessibility is taken to meet.
    static final String WAIVER = "fee";

    static final String ACCESSIBLE = "accessible";

    private static final BigDecimal HOURS_OF_A_CREDIT = new BigDecimal(25);
    /// Where a spec says nothing of its workload.
    private static final BigDecimal HOURS_ASSUMED = new BigDecimal(30);
    private static final BigDecimal HOURS_A_WEEK = BigDecimal.TEN;
    private static final BigDecimal MINUTES = new BigDecimal(60);

    /// Empty for what cannot be part of a plan of hers: it began before, or costs money of another currency.
    Optional<Offering> offering(Course course) {
        var of = course.offering().terms();
        var began = of.startsOn().filter(day -> calendar.weekOf(day).isEmpty()).isPresent();
        var foreign = of.price().signum() > 0 && !of.currency().equals(terms.currency());
        return began || foreign ? Optional.empty() : Optional.of(read(course));
    }

    /// The same for what she has begun already, whenever that was.
    Offering begun(Course course) {
        return read(course);
    }

    private Offering read(Course course) {
        var of = course.offering().terms();
        return new Offering(
                new OfferingId(course.offering().id().toString()),
                levels(Profiles.entry(course.spec().content())),
                Set.of(),
                levels(Profiles.skills(course.spec().content())),
                new Offering.Price(
                        of.price()
                                .movePointRight(2)
                                .setScale(0, RoundingMode.CEILING)
                                .longValueExact(),
                        of.waiver() ? List.of(new Offering.Waiver(WAIVER, 100)) : List.of()),
                workload(of, hours(course.spec().content())),
                traits(of, course.spec()),
                advance.getOrDefault(course.spec().id(), 0));
    }

    private static List<SkillLevel> levels(Map<ConceptUri, Level> of) {
        return of.entrySet().stream()
                .map(skill -> new SkillLevel(skill.getKey(), skill.getValue().steps()))
                .sorted(Comparator.comparing(SkillLevel::uri))
                .toList();
    }

    static BigDecimal hours(SpecContent content) {
        return content.hours()
                .or(() -> content.ects().map(HOURS_OF_A_CREDIT::multiply))
                .filter(hours -> hours.signum() > 0)
                .orElse(HOURS_ASSUMED);
    }

    /// Between two days as long as those say; else as long as it takes at the pace of the provider, or, where that is
    /// free, at the learner's own.
    private Offering.Workload workload(OfferingTerms of, BigDecimal hours) {
        var starts = new TreeSet<Integer>();
        of.startsOn().stream()
                .flatMapToInt(day -> calendar.weekOf(day).stream())
                .forEach(starts::add);
        var pace = of.hoursPerWeek()
                .or(terms::hoursPerWeek)
                .filter(each -> each.signum() > 0)
                .orElse(HOURS_A_WEEK);
        var weeks = of.startsOn()
                .flatMap(from -> of.endsOn().map(to -> Calendar.weeks(from, to)))
                .orElseGet(() ->
                        Math.clamp(hours.divide(pace, 0, RoundingMode.CEILING).longValue(), 1, 520));
        var aWeek = of.hoursPerWeek().orElseGet(() -> hours.divide(BigDecimal.valueOf(weeks), 4, RoundingMode.CEILING));
        var minutes = aWeek.multiply(MINUTES).setScale(0, RoundingMode.CEILING).longValue();
        return new Offering.Workload(weeks, (int) Math.min(minutes, 168L * 60), starts);
    }

    private static Offering.Traits traits(OfferingTerms of, PublishedSpec spec) {
        return new Offering.Traits(
                Set.copyOf(of.languages().stream().map(CourseTerms::language).toList()),
                Optional.of(mode(of.mode())),
                of.accessibility().isEmpty() ? Set.of() : Set.of(ACCESSIBLE),
                Optional.of(place(of.place())).filter(place -> !place.isEmpty()),
                0,
                spec.content().qualityAssurance().stream()
                        .anyMatch(one -> one.type() != SpecContent.QaType.INTERNAL_ONLY));
    }

    static Offering.Mode mode(OfferingTerms.Mode mode) {
        return switch (mode) {
            case ONLINE -> Offering.Mode.ONLINE;
            case BLENDED -> Offering.Mode.BLENDED;
            case ON_SITE -> Offering.Mode.ON_SITE;
        };
    }

    /// `es` for `es-MX`: who follows the one can follow the other.
    static String language(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    static String place(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
