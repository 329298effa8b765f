package org.cairn.server.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.review.DeedForm.Asked;
import org.cairn.server.review.ReviewForms.Answer;
import org.cairn.server.review.ReviewForms.Option;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What the body does beside and after the decision: giving a review or an appeal to somebody,
/// deciding appeals, looking after conditions, taking an approval back.
@Controller
@RequestMapping("/o/{organisation}/reviews")
class AftermathPages {
    private final Reviewing reviewing;
    private final Aftermath aftermath;
    private final Independence independence;
    private final OutcomeRepository outcomes;
    private final Dossiers dossiers;
    private final ReviewForms forms;
    private final DeedForm page;

    AftermathPages(
            Reviewing reviewing,
            Aftermath aftermath,
            Independence independence,
            OutcomeRepository outcomes,
            Dossiers dossiers,
            ReviewForms forms,
            DeedForm page) {
        this.reviewing = reviewing;
        this.aftermath = aftermath;
        this.independence = independence;
        this.outcomes = outcomes;
        this.dossiers = dossiers;
        this.forms = forms;
        this.page = page;
    }

    @GetMapping("/{id}/assign")
    String assign(@ActingAs(Role.ADMIN) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        return people("assign", acting, new ReviewId(id), "/assign", locale, model);
    }

    @PostMapping("/{id}/assign")
    String assigned(
            @ActingAs(Role.ADMIN) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String person,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var review = new ReviewId(id);
        return forms.attempt(
                () -> reviewing.assign(acting, review, person),
                "review.assigned",
                ReviewForms.here(acting, review),
                () -> people("assign", acting, review, "/assign", locale, model),
                new Answer(model, response, next, locale));
    }

    @GetMapping("/{id}/appeal/assign")
    String name(@ActingAs(Role.ADMIN) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        return people("appealAssign", acting, new ReviewId(id), "/appeal/assign", locale, model);
    }

    @PostMapping("/{id}/appeal/assign")
    String named(
            @ActingAs(Role.ADMIN) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String person,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var review = new ReviewId(id);
        return forms.attempt(
                () -> aftermath.nameForAppeal(acting, review, person),
                "review.assigned",
                ReviewForms.here(acting, review),
                () -> people("appealAssign", acting, review, "/appeal/assign", locale, model),
                new Answer(model, response, next, locale));
    }

    /// Only who may judge is offered; somebody else sent all the same is refused in words.
    private String people(String name, Acting acting, ReviewId id, String path, Locale locale, Model model) {
        var dossier = dossiers.seen(acting, id);
        var offered = independence.reviewers(dossier.review().body()).stream()
                .filter(member -> (name.equals("assign")
                                ? independence.against(dossier, member.person())
                                : independence.againstAppeal(dossier, member.person()))
                        .isEmpty())
                .map(member -> new Option(member.person().toString(), member.name()))
                .toList();
        var asked = new Asked(name, ReviewForms.here(acting, id) + path, "person", offered, "", Map.of());
        return page.page(acting, dossier, asked, locale, model);
    }

    @GetMapping("/{id}/appeal/decide")
    String answer(@ActingAs(Role.REVIEWER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        return answer(acting, new ReviewId(id), Map.of(), locale, model);
    }

    @PostMapping("/{id}/appeal/decide")
    String answered(
            @ActingAs(Role.REVIEWER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var review = new ReviewId(id);
        return forms.attempt(
                () -> aftermath.decideAppeal(acting, review, verdict, reason),
                "review.appealDecided",
                ReviewForms.here(acting, review),
                () -> answer(acting, review, Map.of("verdict", verdict, "reason", reason), locale, model),
                new Answer(model, response, next, locale));
    }

    private String answer(Acting acting, ReviewId id, Map<String, String> typed, Locale locale, Model model) {
        var asked = new Asked(
                "appealDecide",
                ReviewForms.here(acting, id) + "/appeal/decide",
                "verdict",
                page.choices("appealDecide", locale, "upheld", "overturned"),
                "reason",
                typed);
        return page.page(acting, dossiers.seen(acting, id), asked, locale, model);
    }

    @GetMapping("/{id}/end")
    String end(@ActingAs(Role.REVIEWER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        return end(acting, new ReviewId(id), "", locale, model);
    }

    @PostMapping("/{id}/end")
    String ended(
            @ActingAs(Role.REVIEWER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var review = new ReviewId(id);
        return forms.attempt(
                () -> aftermath.withdrawApproval(acting, review, reason),
                "review.ended",
                ReviewForms.here(acting, review),
                () -> end(acting, review, reason, locale, model),
                new Answer(model, response, next, locale));
    }

    private String end(Acting acting, ReviewId id, String reason, Locale locale, Model model) {
        var action = ReviewForms.here(acting, id) + "/end";
        var asked = new Asked("end", action, "", List.of(), "reason", Map.of("reason", reason));
        return page.page(acting, dossiers.seen(acting, id), asked, locale, model);
    }

    @GetMapping("/conditions/{id}")
    String condition(@ActingAs(Role.REVIEWER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        return condition(acting, own(acting, id), Map.of(), locale, model);
    }

    @PostMapping("/conditions/{id}")
    String settled(
            @ActingAs(Role.REVIEWER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String met,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var condition = own(acting, id);
        return forms.attempt(
                () -> aftermath.settle(acting, id, met, reason),
                "review.condition.settled",
                ReviewForms.here(acting, condition.review()),
                () -> condition(acting, condition, Map.of("met", met, "reason", reason), locale, model),
                new Answer(model, response, next, locale));
    }

    private Condition own(Acting acting, UUID id) {
        return outcomes.condition(acting.organisationId(), id).orElseThrow(() -> new NotFoundException("condition"));
    }

    private String condition(
            Acting acting, Condition condition, Map<String, String> typed, Locale locale, Model model) {
        model.addAttribute("about", condition.text());
        var asked = new Asked(
                "condition",
                ReviewForms.home(acting) + "/conditions/" + condition.id(),
                "met",
                page.choices("condition", locale, "yes", "no"),
                "reason",
                typed);
        return page.page(acting, dossiers.seen(acting, condition.review()), asked, locale, model);
    }
}
