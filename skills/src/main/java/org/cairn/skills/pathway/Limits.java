package org.cairn.skills.pathway;

import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/// What a plan must keep to. Empty means no limit.
///
/// @param budget in cents, for all steps together
/// @param minutes of work in any one week
/// @param weeks in which the plan must be finished
/// @param steps the most offerings that may be taken
/// @param filters what every step must be like
/// @param waivers names of the waivers that the learner may use
/// @param pins what must be taken
/// @param exclusions what must not be taken
/// @param strength what weaker evidence than this shows is not counted as a skill; from 0 to 1
public record Limits(
        OptionalLong budget,
        OptionalInt minutes,
        OptionalInt weeks,
        OptionalInt steps,
        Filters filters,
        Set<String> waivers,
        Set<OfferingId> pins,
        Set<OfferingId> exclusions,
        double strength) {
    public static final Limits NONE = new Limits(
            OptionalLong.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            Filters.NONE,
            Set.of(),
            Set.of(),
            Set.of(),
            0);

    public Limits {
        waivers = Set.copyOf(waivers);
        pins = Set.copyOf(pins);
        exclusions = Set.copyOf(exclusions);
        if (budget.orElse(0) < 0 || minutes.orElse(0) < 0 || weeks.orElse(0) < 0 || steps.orElse(0) < 0) {
            throw new IllegalArgumentException("no limit is below 0");
        }
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException("strength is from 0 to 1: " + strength);
        }
    }

    /// A usual case: so much money, so many hours a week, so many weeks.
    public static Limits of(double budget, double hoursPerWeek, int weeks) {
        return new Limits(
                OptionalLong.of(Math.round(budget * 100)),
                OptionalInt.of((int) Math.floor(hoursPerWeek * 60)),
                OptionalInt.of(weeks),
                OptionalInt.empty(),
                Filters.NONE,
                Set.of(),
                Set.of(),
                Set.of(),
                0);
    }

    public Limits withBudget(long cents) {
        return new Limits(OptionalLong.of(cents), minutes, weeks, steps, filters, waivers, pins, exclusions, strength);
    }

    public Limits withWeeks(int weeks) {
        return new Limits(budget, minutes, OptionalInt.of(weeks), steps, filters, waivers, pins, exclusions, strength);
    }

    public Limits withFilters(Filters filters) {
        return new Limits(budget, minutes, weeks, steps, filters, waivers, pins, exclusions, strength);
    }

    public Limits withPins(Set<OfferingId> pins) {
        return new Limits(budget, minutes, weeks, steps, filters, waivers, pins, exclusions, strength);
    }

    public Limits withExclusions(Set<OfferingId> exclusions) {
        return new Limits(budget, minutes, weeks, steps, filters, waivers, pins, exclusions, strength);
    }

    /// What every step must be like. An offering passes where it says nothing, except that it must say that
    /// it meets every need named in `accessibility`.
    public record Filters(
            Set<String> languages, Set<Offering.Mode> modes, Set<String> accessibility, Set<String> places) {
        public static final Filters NONE = new Filters(Set.of(), Set.of(), Set.of(), Set.of());

        public Filters {
            languages = Set.copyOf(languages);
            modes = Set.copyOf(modes);
            accessibility = Set.copyOf(accessibility);
            places = Set.copyOf(places);
        }
    }
}
