package org.cairn.server.navigate;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.identity.PersonId;
import org.cairn.server.navigate.OpenCatalogue.Course;
import org.cairn.server.stack.StackAdvance;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.skills.gap.Evidence;
import org.cairn.skills.gap.Gap;
import org.cairn.skills.gap.Level;
import org.cairn.skills.gap.SkillProfile;
import org.cairn.skills.pathway.Alternatives;
import org.cairn.skills.pathway.Answer;
import org.cairn.skills.pathway.Effort;
import org.cairn.skills.pathway.Instance;
import org.cairn.skills.pathway.Learner;
import org.cairn.skills.pathway.Limits;
import org.cairn.skills.pathway.Objective;
import org.cairn.skills.pathway.Offering;
import org.cairn.skills.pathway.OfferingId;
import org.cairn.skills.pathway.Outcome;
import org.cairn.skills.pathway.Plan;
import org.cairn.skills.pathway.Planner;
import org.cairn.skills.pathway.SkillLevel;
import org.cairn.skills.pathway.Wishes;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Component;

/// Makes the planner's instance of a goal, a person's skills, her terms and the catalogue of today. Thread-safe.
@Component
class Planning {
    /// Of what the best plan closes, so much the cheapest and the fastest close, too.
    static final double LEAST = 0.6;

    private static final Effort EFFORT = new Effort(Duration.ofSeconds(10));

    private final Planner planner = new Planner();
    private final Profiles profiles;
    private final OpenCatalogue catalogue;
    private final Begun begun;
    private final StackAdvance advance;
    private final Taxonomies taxonomies;
    private final InstantSource time;

    Planning(
            Profiles profiles,
            OpenCatalogue catalogue,
            Begun begun,
            StackAdvance advance,
            Taxonomies taxonomies,
            InstantSource time) {
        this.profiles = profiles;
        this.catalogue = catalogue;
        this.begun = begun;
        this.advance = advance;
        this.taxonomies = taxonomies;
        this.time = time;
    }

    /// Everything that a plan for a goal is made from.
    ///
    /// @param courses by the name the planner knows them by
    /// @param leftOut offerings that begin too early or cost other money
    record Look(
            OwnGoal goal,
            Gap gap,
            Instance instance,
            Map<OfferingId, Course> courses,
            Calendar calendar,
            int leftOut) {}

    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneOffset.UTC);
    }

    Gap gap(PersonId person, OwnGoal goal, Locale locale) {
        return gaps(person, List.of(goal), locale).getFirst();
    }

    /// The gaps of several goals, in their order, with her skills read once.
    List<Gap> gaps(PersonId person, List<OwnGoal> goals, Locale locale) {
        var all = profiles.of(person, locale);
        var taxonomy = taxonomies.current();
        return goals.stream()
                .map(goal -> Gap.between(counting(all, goal.terms()), goal.goal(), taxonomy))
                .toList();
    }

    private static SkillProfile counting(SkillProfile all, Terms terms) {
        return terms.verified() ? all.only(one -> one.strength() == Evidence.Strength.VERIFIED) : all;
    }

    Look look(PersonId person, OwnGoal goal, Locale locale) {
        var terms = goal.terms();
        var today = today();
        var calendar =
                new Calendar(terms.start().filter(day -> day.isAfter(today)).orElse(today));
        var reading = new CourseTerms(calendar, terms, advance.of(person));
        var latest = begun.of(person);
        var open = catalogue.open(today, latest.keySet());
        var offerings = new ArrayList<Offering>();
        var courses = new HashMap<OfferingId, Course>();
        open.forEach((id, course) -> (latest.containsKey(id)
                        ? Optional.of(reading.begun(course))
                        : reading.offering(course))
                .ifPresent(offering -> {
                    offerings.add(offering);
                    courses.put(offering.id(), course);
                }));
        var profile = counting(profiles.of(person, locale), terms);
        var gap = Gap.between(profile, goal.goal(), taxonomies.current());
        var learner = new Learner(held(profile, gap), Begun.past(latest, open, reading));
        var instance = new Instance(
                learner, objective(gap), offerings, limits(terms, calendar, courses.keySet()), wishes(terms));
        return new Look(goal, gap, instance, Map.copyOf(courses), calendar, open.size() - courses.size());
    }

    /// Her skills at the levels that count: what is near a need counts for it, as the gap says.
    private static List<Learner.Held> held(SkillProfile profile, Gap gap) {
        var levels = new HashMap<ConceptUri, Level>();
        profile.skills().forEach(skill -> profile.best(skill).ifPresent(best -> levels.put(skill, best.level())));
        gap.lines()
                .forEach(line ->
                        line.held().ifPresent(level -> levels.put(line.need().skill(), level)));
        return levels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(skill -> new Learner.Held(
                        new SkillLevel(skill.getKey(), skill.getValue().steps()), 1))
                .toList();
    }

    private static Objective objective(Gap gap) {
        return new Objective.CloseGap(gap.lines().stream()
                .map(Gap.Line::need)
                .map(need -> new Objective.Wanted(
                        new SkillLevel(need.skill(), need.level().steps()), Math.max(0.001, need.importance())))
                .toList());
    }

    private static Limits limits(Terms terms, Calendar calendar, Set<OfferingId> known) {
        return new Limits(
                terms.budget()
                        .map(budget -> OptionalLong.of(budget.movePointRight(2).longValue()))
                        .orElse(OptionalLong.empty()),
                terms.hoursPerWeek()
                        .map(hours -> OptionalInt.of((int) (hours.doubleValue() * 60)))
                        .orElse(OptionalInt.empty()),
                terms.deadline()
                        .map(day -> OptionalInt.of(calendar.weeksUntil(day)))
                        .orElse(OptionalInt.empty()),
                OptionalInt.empty(),
                new Limits.Filters(
                        terms.languages().stream().map(CourseTerms::language).collect(Collectors.toSet()),
                        terms.modes().stream().map(CourseTerms::mode).collect(Collectors.toSet()),
                        terms.accessible() ? Set.of(CourseTerms.ACCESSIBLE) : Set.of(),
                        terms.place().isBlank() ? Set.of() : Set.of(CourseTerms.place(terms.place()))),
                terms.waiver() ? Set.of(CourseTerms.WAIVER) : Set.of(),
                ids(terms.pins(), known),
                ids(terms.exclusions(), known),
                0);
    }

    private static Set<OfferingId> ids(Set<UUID> some, Set<OfferingId> known) {
        return some.stream()
                .map(id -> new OfferingId(id.toString()))
                .filter(known::contains)
                .collect(Collectors.toSet());
    }

    private static Wishes wishes(Terms terms) {
        return terms.recognised() ? new Wishes(Set.of(), Set.of(), Set.of(), true, 0) : Wishes.NONE;
    }

    Outcome plan(Look look) {
        return planner.plan(look.instance(), EFFORT);
    }

    Alternatives alternatives(Look look) {
        return planner.alternatives(look.instance(), LEAST, EFFORT);
    }

    Answer why(Look look, Plan plan, OfferingId offering) {
        return planner.whyNot(look.instance(), plan, offering, EFFORT);
    }

    /// The plan that was found, proven or not.
    static Optional<Plan> found(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Proven(var plan) -> Optional.of(plan);
            case Outcome.Bounded(var plan, var _) -> Optional.of(plan);
            case Outcome.Impossible _ -> Optional.empty();
        };
    }
}
