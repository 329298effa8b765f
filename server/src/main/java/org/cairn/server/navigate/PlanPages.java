package org.cairn.server.navigate;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.offering.OfferingTerms;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.cairn.skills.pathway.Exposure;
import org.cairn.skills.pathway.OfferingId;
import org.cairn.skills.pathway.Outcome;
import org.cairn.skills.pathway.Plan;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The plan for a goal: its terms, the plan, what else there is, why, and following it.
@Controller
@RequestMapping("/portfolio/goals/{id}/plan")
class PlanPages {
    private final Goals goals;
    private final Planning planning;
    private final Pathways pathways;
    private final OpenCatalogue catalogue;
    private final PlanAnswers answers;
    private final Saying saying;
    private final Flash flash;

    PlanPages(
            Goals goals,
            Planning planning,
            Pathways pathways,
            OpenCatalogue catalogue,
            PlanAnswers answers,
            Saying saying,
            Flash flash) {
        this.goals = goals;
        this.planning = planning;
        this.pathways = pathways;
        this.catalogue = catalogue;
        this.answers = answers;
        this.saying = saying;
        this.flash = flash;
    }

    record Choice(String value, String label) {}

    /// The share of what is shown beside the share of the catalogue, in per cent.
    record Share(String key, String shown, String catalogue) {}

    @GetMapping
    String plan(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model, Locale locale) {
        var goal = goals.one(me.person(), new GoalId(id));
        return page(me, goal, TermsForm.of(goal.terms()), Map.of(), model, locale);
    }

    private String page(
            SignedIn me, OwnGoal goal, TermsForm form, Map<String, String> errors, Model model, Locale locale) {
        var look = planning.look(me.person(), goal, locale);
        var outcome = planning.plan(look);
        frame(goal, model, locale);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("modes", modes(locale));
        model.addAttribute("plan", view(outcome, look, locale));
        model.addAttribute(
                "obstacles",
                outcome instanceof Outcome.Impossible(var obstacles)
                        ? obstacles.stream()
                                .map(one -> answers.obstacle(one, look, locale))
                                .toList()
                        : List.of());
        model.addAttribute("considered", look.courses().size());
        model.addAttribute("leftOut", look.leftOut());
        model.addAttribute("shares", shares(outcome, look, locale));
        model.addAttribute("choices", answers.choices(outcome, look, locale));
        model.addAttribute("chosen", answers.chosen(look, locale));
        model.addAttribute("nothingOpen", look.gap().open().isEmpty());
        return "navigate/plan";
    }

    private void frame(OwnGoal goal, Model model, Locale locale) {
        model.addAttribute("home", GoalPages.HOME + "/" + goal.id() + "/plan");
        model.addAttribute("goalHref", GoalPages.HOME + "/" + goal.id());
        model.addAttribute("title", goal.title());
        model.addAttribute(
                "crumbs",
                Trail.to(
                        saying,
                        locale,
                        new Trail(GoalPages.HOME, saying.say(locale, "navigate.goals.title")),
                        new Trail(GoalPages.HOME + "/" + goal.id(), goal.title()),
                        new Trail("", saying.say(locale, "navigate.plan.title"))));
    }

    private Optional<PlanView> view(Outcome outcome, Planning.Look look, Locale locale) {
        var providers = catalogue.providers(Planning.found(outcome).stream()
                .flatMap(plan -> plan.steps().stream())
                .flatMap(step -> Stream.ofNullable(look.courses().get(step.offering()))));
        return PlanView.of(outcome, look, providers, saying, locale, GoalPages.isMirrored(locale));
    }

    private List<Choice> modes(Locale locale) {
        return Stream.of(OfferingTerms.Mode.values())
                .map(mode -> new Choice(mode.name(), saying.say(locale, "offering.mode." + mode)))
                .toList();
    }

    private List<Share> shares(Outcome outcome, Planning.Look look, Locale locale) {
        var shown = Planning.found(outcome).stream()
                .flatMap(plan -> plan.steps().stream())
                .map(Plan.Step::offering)
                .collect(java.util.stream.Collectors.toSet());
        var places = look.instance().limits().filters().places();
        var exposure = Exposure.of(look.instance(), shown, places);
        return shown.isEmpty()
                ? List.of()
                : List.of(
                        share(
                                "free",
                                exposure.shown().free(),
                                exposure.catalogue().free(),
                                locale),
                        share(
                                "local",
                                exposure.shown().local(),
                                exposure.catalogue().local(),
                                locale),
                        share(
                                "accessible",
                                exposure.shown().accessible(),
                                exposure.catalogue().accessible(),
                                locale));
    }

    private Share share(String key, double shown, double of, Locale locale) {
        return new Share("navigate.share." + key, saying.percent(shown, locale), saying.percent(of, locale));
    }

    @PostMapping("/terms")
    String terms(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var goal = goals.one(me.person(), new GoalId(id));
        var form = TermsForm.sent(request.getParameterMap());
        try {
            var terms = form.terms(goal.terms());
            goals.plan(me.person(), goal.id(), now -> terms.choosing(now.pins(), now.exclusions()));
        } catch (InputException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(me, goal, form, saying.errors(e, locale), model, locale);
        }
        return "redirect:" + GoalPages.HOME + "/" + id + "/plan";
    }

    /// She pins an offering, excludes it, or leaves it to the planner again.
    @PostMapping("/choose")
    String choose(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam Optional<UUID> offering,
            @RequestParam(defaultValue = "") String how,
            RedirectAttributes next,
            Locale locale) {
        var goal = goals.one(me.person(), new GoalId(id));
        var meant = offering.orElseThrow(() -> new NotFoundException("offering"));
        UnaryOperator<Terms> change = switch (how) {
            case "pin" -> terms -> terms.pinning(meant);
            case "exclude" -> terms -> terms.excluding(meant);
            default -> terms -> terms.leaving(meant);
        };
        goals.plan(me.person(), goal.id(), change);
        flash.ok(next, locale, "navigate.chosen.saved");
        return "redirect:" + GoalPages.HOME + "/" + id + "/plan";
    }

    /// The front around the plan: cheapest, fastest, best covered, most towards a degree.
    @GetMapping("/alternatives")
    String alternatives(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id, Model model, Locale locale) {
        var goal = goals.one(me.person(), new GoalId(id));
        var look = planning.look(me.person(), goal, locale);
        var front = planning.alternatives(look);
        frame(goal, model, locale);
        model.addAttribute("least", saying.percent(front.least(), locale));
        model.addAttribute(
                "front",
                Stream.of(Which.values())
                        .flatMap(which ->
                                view(which.of(front), look, locale).map(view -> new Alternative(which, view)).stream())
                        .toList());
        return "navigate/alternatives";
    }

    record Alternative(Which which, PlanView plan) {}

    /// Why an offering is in the plan, or is not.
    @GetMapping("/why")
    String why(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam Optional<UUID> offering,
            Model model,
            Locale locale) {
        var goal = goals.one(me.person(), new GoalId(id));
        var look = planning.look(me.person(), goal, locale);
        var asked = new OfferingId(
                offering.orElseThrow(() -> new NotFoundException("offering")).toString());
        if (!look.courses().containsKey(asked)) {
            throw new NotFoundException("offering");
        }
        frame(goal, model, locale);
        var plan = Planning.found(planning.plan(look));
        model.addAttribute("offering", asked);
        model.addAttribute("what", answers.name(asked, look, locale));
        model.addAttribute(
                "answer", plan.map(found -> answers.answer(planning.why(look, found, asked), found, look, locale)));
        return "navigate/why";
    }

    /// She follows the plan, or one of its alternatives, from now on.
    @PostMapping("/follow")
    String follow(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String which,
            RedirectAttributes next,
            Locale locale) {
        var goal = goals.one(me.person(), new GoalId(id));
        var look = planning.look(me.person(), goal, locale);
        var chosen = Stream.of(Which.values())
                .filter(one -> one.name().equals(which))
                .findFirst()
                .map(one -> one.of(planning.alternatives(look)))
                .orElseGet(() -> planning.plan(look));
        var plan = Planning.found(chosen).filter(found -> !found.steps().isEmpty());
        if (plan.isEmpty()) {
            flash.warn(next, locale, "navigate.follow.nothing");
            return "redirect:" + GoalPages.HOME + "/" + id + "/plan";
        }
        flash.ok(next, locale, "navigate.following");
        return "redirect:" + PathwayPages.HOME + "/" + pathways.follow(me.person(), look, plan.get());
    }
}
