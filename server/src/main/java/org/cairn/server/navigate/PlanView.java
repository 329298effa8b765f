package org.cairn.server.navigate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.server.identity.OrganisationId;
import org.cairn.skills.gap.Level;
import org.cairn.skills.pathway.OfferingId;
import org.cairn.skills.pathway.Outcome;
import org.cairn.skills.pathway.Plan;
import org.cairn.skills.taxonomy.ConceptUri;

/// A plan as pages show it.
///
/// @param proven whether no plan is better
/// @param bound what no plan closes more than, in per cent, where that is not proven
/// @param closes how much of the gap, in per cent
/// @param bars the picture: each step in its weeks
record PlanView(
        boolean proven,
        String bound,
        String closes,
        String cost,
        String hours,
        String finished,
        List<StepView> steps,
        List<OpenView> open,
        List<Bar> bars,
        int height) {
    private static final int WIDTH = 720;
    private static final int NAMES = 300;
    private static final int ROW = 30;
    private static final int LONGEST_NAME = 40;
    private static final int MOST_OPEN = 40;

    /// @param text where the label begins
    record Bar(String label, int y, int text, int x, int width) {}

    record StepView(
            UUID offering,
            String href,
            String title,
            String provider,
            String from,
            String to,
            String cost,
            String hours,
            List<String> closes,
            List<String> unlocks,
            boolean pinned) {}

    record OpenView(String label, String share, List<String> reasons) {}

    static Optional<PlanView> of(
            Outcome outcome,
            Planning.Look look,
            Map<OrganisationId, String> providers,
            Saying saying,
            Locale locale,
            boolean mirrored) {
        var writer = new Writer(look, providers, saying, locale, mirrored);
        return switch (outcome) {
            case Outcome.Proven(var plan) -> Optional.of(writer.view(plan, true, ""));
            case Outcome.Bounded(var plan, var bound) ->
                Optional.of(writer.view(plan, false, saying.percent(bound, locale)));
            case Outcome.Impossible _ -> Optional.empty();
        };
    }

    private record Writer(
            Planning.Look look, Map<OrganisationId, String> providers, Saying saying, Locale locale, boolean mirrored) {

        PlanView view(Plan plan, boolean proven, String bound) {
            var labels = saying.labels(named(plan), locale);
            var totals = plan.totals();
            return new PlanView(
                    proven,
                    bound,
                    saying.percent(plan.value(), locale),
                    money(totals.cents()),
                    saying.say(locale, "navigate.hours", Math.round(totals.hours())),
                    totals.weeks() == 0 ? "" : saying.day(look.calendar().ends(totals.weeks()), locale),
                    plan.steps().stream().map(step -> step(step, labels)).toList(),
                    plan.open().stream()
                            .limit(MOST_OPEN)
                            .map(open -> open(open, labels))
                            .toList(),
                    bars(plan),
                    plan.steps().size() * ROW);
        }

        private static List<ConceptUri> named(Plan plan) {
            return Stream.concat(
                            plan.steps().stream()
                                    .flatMap(step -> step.closes().stream())
                                    .map(Plan.Closing::skill),
                            plan.open().stream().map(Plan.Open::skill))
                    .distinct()
                    .toList();
        }

        private StepView step(Plan.Step step, Saying.Labels labels) {
            var course = course(step.offering());
            return new StepView(
                    course.offering().id().value(),
                    "/catalogue/" + course.spec().id(),
                    title(step.offering()),
                    providers.getOrDefault(course.offering().organisation(), ""),
                    saying.day(look.calendar().begins(step.from()), locale),
                    saying.day(look.calendar().ends(step.to()), locale),
                    money(step.cents()),
                    saying.say(locale, "navigate.hours", Math.round(step.hours())),
                    step.closes().stream()
                            .map(closing -> closing(closing, labels))
                            .toList(),
                    step.unlocks().stream().sorted().map(this::title).toList(),
                    look.goal().terms().pins().contains(course.offering().id().value()));
        }

        private String closing(Plan.Closing closing, Saying.Labels labels) {
            return saying.say(
                    locale,
                    "navigate.closes",
                    labels.of(closing.skill()),
                    saying.level(Level.ofSteps((int) Math.round(closing.to())), locale),
                    saying.percent(closing.share(), locale));
        }

        private OpenView open(Plan.Open open, Saying.Labels labels) {
            return new OpenView(
                    labels.of(open.skill()),
                    saying.percent(open.share(), locale),
                    open.reasons().stream()
                            .map(reason -> saying.say(locale, "navigate.reason." + reason))
                            .toList());
        }

        private List<Bar> bars(Plan plan) {
            var weeks = Math.max(1, plan.totals().weeks());
            var track = WIDTH - NAMES;
            return IntStream.range(0, plan.steps().size())
                    .mapToObj(n -> {
                        var step = plan.steps().get(n);
                        var left = track * (step.from() - 1) / weeks;
                        var width = Math.max(6, track * (step.to() - step.from() + 1) / weeks);
                        var title = title(step.offering());
                        return new Bar(
                                Saying.shortened(title, LONGEST_NAME),
                                n * ROW,
                                mirrored ? WIDTH : 0,
                                mirrored ? track - left - width : NAMES + left,
                                width);
                    })
                    .toList();
        }

        private String title(OfferingId offering) {
            return course(offering).titleIn(locale);
        }

        private OpenCatalogue.Course course(OfferingId id) {
            return Optional.ofNullable(look.courses().get(id)).orElseThrow();
        }

        private String money(long cents) {
            return saying.money(cents, look.goal().terms().currency(), locale);
        }
    }
}
