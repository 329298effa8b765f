package org.cairn.skills.pathway;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.skills.taxonomy.ConceptUri;

/// Reads offerings of an instance.
///
/// @param start the day on which week 1 begins
/// @param hours that the learner has in a week, for what she can spread as she likes
record OfferingJson(Optional<LocalDate> start, double hours) {
    static final double USUAL_HOURS = 10;
    private static final double MOST_HOURS = 100_000;

    Optional<Offering> read(JsonPart part) {
        if (!part.isObject("an offering")) {
            return Optional.empty();
        }
        Optional<OfferingId> id = part.at("id").flatMap(OfferingJson::id);
        if (id.isEmpty()) {
            part.fault("\"id\" is missing: give each offering a text of 1 to 200 characters.");
            return Optional.empty();
        }
        Set<OfferingId> after = part.set("after", OfferingJson::id);
        if (after.remove(id.get())) {
            part.fault("An offering cannot come after itself: take it out of \"after\".");
        }
        return Optional.of(new Offering(
                id.get(),
                skills(part, "requires"),
                after,
                skills(part, "provides"),
                new Offering.Price(part.has("cost") ? cents(part, "cost") : 0, waivers(part)),
                workload(part),
                traits(part),
                part.whole("counts", 0, 1_000_000, 0)));
    }

    static Optional<OfferingId> id(JsonPart part) {
        String text = part.node().isIntegralNumber() ? part.node().asString() : part.text();
        if (text.length() > OfferingId.LONGEST) {
            part.fault("An id has at most 200 characters.");
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(new OfferingId(text));
    }

    static long cents(JsonPart part, String name) {
        return Math.round(part.number(name, 0, Offering.Price.HIGHEST / 100.0, 0) * 100);
    }

    private static List<SkillLevel> skills(JsonPart part, String name) {
        List<SkillLevel> skills = new ArrayList<>();
        Set<ConceptUri> seen = new HashSet<>();
        for (JsonPart each : part.list(name, Offering.MOST_SKILLS)) {
            if (each.number("level", 0, SkillLevel.HIGHEST, 1) == 0) {
                continue;
            }
            skill(each).ifPresent(skill -> {
                if (!seen.add(skill.uri())) {
                    each.fault("This skill is in the list twice: keep one.");
                }
                skills.add(skill);
            });
        }
        return skills;
    }

    /// A skill with its level, or its URI alone.
    static Optional<SkillLevel> skill(JsonPart part) {
        String uri = part.node().isObject() ? part.text("uri") : part.text();
        if (!uri.isEmpty() && !ConceptUri.isOne(uri)) {
            part.fault("A skill is named by an absolute URI of at most 400 characters without spaces.");
            return Optional.empty();
        }
        double level = part.number("level", 0.001, SkillLevel.HIGHEST, 1);
        return uri.isEmpty() ? Optional.empty() : Optional.of(SkillLevel.of(uri, level));
    }

    private static List<Offering.Waiver> waivers(JsonPart part) {
        return part.list("waivers", Offering.MOST_SKILLS).stream()
                .map(each -> new Offering.Waiver(nonEmpty(each.text("name")), each.whole("percent", 0, 100, 100)))
                .toList();
    }

    /// Where a text was missing the fault is noted already.
    private static String nonEmpty(String text) {
        return text.isEmpty() ? "?" : text;
    }

    private Offering.Workload workload(JsonPart part) {
        OptionalDouble all = part.number("hours", 0, MOST_HOURS);
        OptionalDouble weekly = part.number("hoursPerWeek", 0, 168);
        int weeks = part.has("weeks")
                ? part.whole("weeks", 1, Offering.Workload.LONGEST, 1)
                : (int) Math.max(1, Math.ceil(all.orElse(0) / weekly.orElse(spread())));
        if (weeks > Offering.Workload.LONGEST) {
            part.fault("This would take more than 520 weeks: state \"weeks\", or fewer \"hours\".");
            return Offering.Workload.NONE;
        }
        double minutes = Math.ceil(weekly.orElse(all.orElse(0) / weeks) * 60 - 1e-6);
        if (minutes > Offering.Workload.HEAVIEST) {
            part.fault("A week has 168 hours: state more \"weeks\", or fewer \"hours\".");
            return Offering.Workload.NONE;
        }
        return new Offering.Workload(weeks, (int) minutes, starts(part));
    }

    private double spread() {
        return hours > 0 ? Math.min(hours, USUAL_HOURS) : USUAL_HOURS;
    }

    private TreeSet<Integer> starts(JsonPart part) {
        TreeSet<Integer> starts = new TreeSet<>();
        for (JsonPart each : part.list("starts", Offering.Workload.LONGEST)) {
            if (each.node().isNumber()) {
                starts.add(each.whole(1, Offering.Workload.LONGEST));
            } else {
                day(each).flatMap(day -> week(each, day)).ifPresent(starts::add);
            }
        }
        if (starts.isEmpty() && part.has("starts")) {
            // All days are past: it can be begun no more, which is not the same as at any time.
            starts.add(Integer.MAX_VALUE);
        }
        return starts;
    }

    static Optional<LocalDate> day(JsonPart part) {
        try {
            return Optional.of(LocalDate.parse(part.text()));
        } catch (DateTimeParseException e) {
            part.fault("A day is expected here, such as \"2026-09-07\".");
            return Optional.empty();
        }
    }

    /// The week that a day lies in; what lies before the plan can no longer be taken.
    private Optional<Integer> week(JsonPart part, LocalDate day) {
        if (start.isEmpty()) {
            part.fault("To reckon with days, state at the top on which day week 1 begins: \"start\".");
            return Optional.empty();
        }
        long days = ChronoUnit.DAYS.between(start.get(), day);
        return days < 0 ? Optional.empty() : Optional.of((int) Math.min(Integer.MAX_VALUE, days / 7 + 1));
    }

    private static Offering.Traits traits(JsonPart part) {
        return new Offering.Traits(
                part.texts("languages"),
                part.word("mode", Offering.Mode.values()),
                part.texts("accessibility"),
                part.at("place").map(JsonPart::text).filter(text -> !text.isEmpty()),
                part.whole("quality", 0, 100, 0),
                part.flag("recognised"));
    }
}
