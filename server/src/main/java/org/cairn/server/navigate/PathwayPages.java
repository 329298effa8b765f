package org.cairn.server.navigate;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.offering.Enrolments;
import org.cairn.server.offering.OfferingId;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.Flash;
import org.cairn.server.web.NotFoundException;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A plan that a person follows: what to do next, how far she is.
@Controller
@RequestMapping("/portfolio/pathways")
class PathwayPages {
    static final String HOME = "/portfolio/pathways";
    private static final EnumSet<Step.State> OFF_THE_PLAN =
            EnumSet.of(Step.State.FAILED, Step.State.DROPPED, Step.State.MISSED);

    private final Pathways pathways;
    private final Goals goals;
    private final Planning planning;
    private final Enrolments enrolments;
    private final Saying saying;
    private final Flash flash;

    PathwayPages(Pathways pathways, Goals goals, Planning planning, Enrolments enrolments, Saying saying, Flash flash) {
        this.pathways = pathways;
        this.goals = goals;
        this.planning = planning;
        this.enrolments = enrolments;
        this.saying = saying;
        this.flash = flash;
    }

    record Row(
            UUID offering,
            String href,
            String title,
            String from,
            String to,
            String cost,
            List<String> closes,
            Step.State state) {}

    @GetMapping("/{id}")
    String one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model, Locale locale) {
        var pathway = pathways.one(me.person(), new PathwayId(id));
        var goal = goals.one(me.person(), pathway.goal());
        var progress = pathways.progress(me.person(), pathway);
        var labels = saying.labels(
                progress.stream()
                        .flatMap(going -> going.step().closes().stream())
                        .map(ConceptUri::new)
                        .distinct()
                        .toList(),
                locale);
        var done = progress.stream()
                .filter(going -> going.state() == Step.State.DONE)
                .count();
        model.addAttribute("home", HOME + "/" + id);
        model.addAttribute("goalHref", GoalPages.HOME + "/" + goal.id());
        model.addAttribute("title", goal.title());
        model.addAttribute("over", pathway.endedAt().isPresent());
        model.addAttribute("done", done);
        model.addAttribute("total", progress.size());
        model.addAttribute(
                "covered",
                saying.percent(planning.gap(me.person(), goal, locale).covered(), locale));
        model.addAttribute(
                "offPlan", progress.stream().map(Pathways.Going::state).anyMatch(OFF_THE_PLAN::contains));
        model.addAttribute(
                "rows",
                progress.stream().map(going -> row(going, goal, labels, locale)).toList());
        model.addAttribute(
                "crumbs",
                Trail.to(
                        saying,
                        locale,
                        new Trail(GoalPages.HOME, saying.say(locale, "navigate.goals.title")),
                        new Trail(GoalPages.HOME + "/" + goal.id(), goal.title()),
                        new Trail("", saying.say(locale, "navigate.pathway.title"))));
        return "navigate/pathway";
    }

    private Row row(Pathways.Going going, OwnGoal goal, Saying.Labels labels, Locale locale) {
        var step = going.step();
        return new Row(
                step.offering(),
                "/catalogue/" + step.version(),
                SpecContent.best(step.title(), locale),
                saying.day(step.from(), locale),
                saying.day(step.to(), locale),
                saying.money(step.cents(), goal.terms().currency(), locale),
                step.closes().stream().map(ConceptUri::new).map(labels::of).toList(),
                going.state());
    }

    @PostMapping("/{id}/enrol")
    String enrol(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam Optional<UUID> offering,
            RedirectAttributes next,
            Locale locale) {
        var pathway = pathways.one(me.person(), new PathwayId(id));
        var wish = offering.filter(
                        one -> pathway.steps().stream().map(Step::offering).anyMatch(one::equals))
                .orElseThrow(() -> new NotFoundException("offering"));
        try {
            enrolments.enrol(me, new OfferingId(wish));
            flash.ok(next, locale, "enrolment.made");
        } catch (ConflictException e) {
            flash.warn(next, locale, e.key());
        }
        return "redirect:" + HOME + "/" + id;
    }
}
