package org.cairn.server.navigate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.skills.gap.Gap;
import org.cairn.skills.pathway.Answer;
import org.cairn.skills.pathway.Offering;
import org.cairn.skills.pathway.OfferingId;
import org.cairn.skills.pathway.Outcome;
import org.cairn.skills.pathway.Plan;
import org.cairn.skills.pathway.SkillLevel;
import org.springframework.stereotype.Component;

/// Why this, why not that, in words. Thread-safe.
@Component
class PlanAnswers {
    private static final int MOST_CHOICES = 60;

    private final Saying saying;

    PlanAnswers(Saying saying) {
        this.saying = saying;
    }

    /// An offering to ask about.
    record Asked(UUID offering, String title) {}

    /// What she chose herself.
    ///
    /// @param how `pin` or `exclude`
    record Chosen(UUID offering, String title, String how) {}

    String name(OfferingId id, Planning.Look look, Locale locale) {
        return Optional.ofNullable(look.courses().get(id))
                .map(course -> course.titleIn(locale))
                .orElse("");
    }

    String obstacle(Outcome.Obstacle obstacle, Planning.Look look, Locale locale) {
        return saying.say(
                locale,
                "navigate.obstacle",
                name(obstacle.offering(), look, locale),
                saying.say(locale, "navigate.reason." + obstacle.reason()));
    }

    /// Offerings that bring something the goal still lacks and are not in the plan, by name.
    List<Asked> choices(Outcome outcome, Planning.Look look, Locale locale) {
        Set<OfferingId> taken = Planning.found(outcome).stream()
                .flatMap(plan -> plan.steps().stream())
                .map(Plan.Step::offering)
                .collect(Collectors.toSet());
        var lacking = look.gap().open().stream()
                .map(Gap.Line::need)
                .map(need -> need.skill())
                .collect(Collectors.toSet());
        return look.instance().offerings().stream()
                .filter(offering -> !taken.contains(offering.id()))
                .filter(offering ->
                        offering.provides().stream().map(SkillLevel::uri).anyMatch(lacking::contains))
                .map(Offering::id)
                .map(id -> new Asked(UUID.fromString(id.value()), name(id, look, locale)))
                .sorted(Comparator.comparing(Asked::title).thenComparing(Asked::offering))
                .limit(MOST_CHOICES)
                .toList();
    }

    List<Chosen> chosen(Planning.Look look, Locale locale) {
        var terms = look.goal().terms();
        return Stream.concat(
                        terms.pins().stream().map(id -> chosen(id, "pin", look, locale)),
                        terms.exclusions().stream().map(id -> chosen(id, "exclude", look, locale)))
                .filter(one -> !one.title().isEmpty())
                .sorted(Comparator.comparing(Chosen::title).thenComparing(Chosen::offering))
                .toList();
    }

    private Chosen chosen(UUID id, String how, Planning.Look look, Locale locale) {
        return new Chosen(id, name(new OfferingId(id.toString()), look, locale), how);
    }

    /// The answer in sentences.
    List<String> answer(Answer answer, Plan plan, Planning.Look look, Locale locale) {
        return switch (answer) {
            case Answer.Chosen(var step, var without) ->
                List.of(
                        saying.say(
                                locale,
                                "navigate.why.chosen",
                                saying.percent(
                                        step.closes().stream()
                                                .mapToDouble(Plan.Closing::share)
                                                .sum(),
                                        locale)),
                        compared("navigate.why.without", without, plan, look, locale));
            case Answer.Barred(var reasons) ->
                reasons.stream()
                        .map(reason -> saying.say(locale, "navigate.reason." + reason))
                        .toList();
            case Answer.Beside() -> List.of(saying.say(locale, "navigate.why.beside"));
            case Answer.Possible(var with) -> List.of(compared("navigate.why.with", with, plan, look, locale));
        };
    }

    private String compared(String key, Outcome other, Plan plan, Planning.Look look, Locale locale) {
        var currency = look.goal().terms().currency();
        return Planning.found(other)
                .map(instead -> saying.say(
                        locale,
                        key,
                        saying.percent(instead.value(), locale),
                        saying.percent(plan.value(), locale),
                        saying.money(instead.totals().cents(), currency, locale),
                        saying.money(plan.totals().cents(), currency, locale)))
                .orElseGet(() -> saying.say(locale, "navigate.why.impossible"));
    }
}
