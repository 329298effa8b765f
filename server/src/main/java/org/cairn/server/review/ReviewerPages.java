package org.cairn.server.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.review.DeedForm.Asked;
import org.cairn.server.review.ReviewForms.Answer;
import org.cairn.server.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The reviewer's deeds: taking and giving back, judging a rule, deciding.
@Controller
@RequestMapping("/o/{organisation}/reviews/{id}")
class ReviewerPages {
    /// Lines for conditions; who needs more saves what cannot be one in fewer words.
    private static final int CONDITIONS = 5;

    private final Reviewing reviewing;
    private final Deciding deciding;
    private final ReviewBodies bodies;
    private final Dossiers dossiers;
    private final ReviewView view;
    private final ReviewForms forms;
    private final DeedForm page;
    private final Flash flash;

    ReviewerPages(
            Reviewing reviewing,
            Deciding deciding,
            ReviewBodies bodies,
            Dossiers dossiers,
            ReviewView view,
            ReviewForms forms,
            DeedForm page,
            Flash flash) {
        this.reviewing = reviewing;
        this.deciding = deciding;
        this.bodies = bodies;
        this.dossiers = dossiers;
        this.view = view;
        this.forms = forms;
        this.page = page;
        this.flash = flash;
    }

    @PostMapping("/take")
    String take(@ActingAs(Role.REVIEWER) Acting acting, @PathVariable UUID id, RedirectAttributes next, Locale locale) {
        reviewing.take(acting, new ReviewId(id));
        flash.ok(next, locale, "review.taken");
        return "redirect:" + ReviewForms.here(acting, new ReviewId(id));
    }

    @GetMapping("/hand-back")
    String handBack(@ActingAs(Role.REVIEWER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        return handBack(acting, dossiers.seen(acting, new ReviewId(id)), "", "", locale, model);
    }

    @PostMapping("/hand-back")
    String handedBack(
            @ActingAs(Role.REVIEWER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String conflict,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var review = new ReviewId(id);
        return forms.attempt(
                () -> reviewing.handBack(acting, review, conflict.equals("yes"), reason),
                "review.handedBack",
                ReviewForms.home(acting),
                () -> handBack(acting, dossiers.seen(acting, review), conflict, reason, locale, model),
                new Answer(model, response, next, locale));
    }

    private String handBack(
            Acting acting, Dossier dossier, String conflict, String reason, Locale locale, Model model) {
        var asked = new Asked(
                "handBack",
                ReviewForms.here(acting, dossier.review().id()) + "/hand-back",
                "conflict",
                page.choices("handBack", locale, "no", "yes"),
                "reason",
                Map.of("conflict", conflict, "reason", reason));
        return page.page(acting, dossier, asked, locale, model);
    }

    @GetMapping("/attest")
    String judge(
            @ActingAs(Role.REVIEWER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String rule,
            Locale locale,
            Model model) {
        return judge(acting, new ReviewId(id), new Attestation.Wish(rule, "", "", ""), locale, model);
    }

    @PostMapping("/attest")
    String attest(
            @ActingAs(Role.REVIEWER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String basis,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var review = new ReviewId(id);
        var wish = new Attestation.Wish(rule, answer, reason, basis);
        return forms.attempt(
                () -> reviewing.attest(acting, review, wish),
                "review.attested",
                ReviewForms.here(acting, review),
                () -> judge(acting, review, wish, locale, model),
                new Answer(model, response, next, locale));
    }

    private String judge(Acting acting, ReviewId id, Attestation.Wish wish, Locale locale, Model model) {
        var dossier = dossiers.seen(acting, id);
        model.addAttribute("wish", wish);
        model.addAttribute(
                "message",
                dossier.rule(wish.rule()).map(rule -> rule.messageIn(locale)).orElse(""));
        model.addAttribute("answers", forms.options("review.attest.", Stream.of("yes", "no"), locale));
        return forms.page("attest", acting, dossier, locale, model);
    }

    @GetMapping("/decide")
    String decide(@ActingAs(Role.REVIEWER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        return decide(acting, new ReviewId(id), new Deciding.Wish("", "", "", List.of()), locale, model);
    }

    @PostMapping("/decide")
    String decided(
            @ActingAs(Role.REVIEWER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "-1") int seen,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var review = new ReviewId(id);
        var wish = new Deciding.Wish(decision, reason, until, conditions(request));
        return forms.attempt(
                () -> deciding.decide(acting, review, wish, seen),
                "review.decided",
                ReviewForms.here(acting, review),
                () -> decide(acting, review, wish, locale, model),
                new Answer(model, response, next, locale));
    }

    /// Read from the request itself: a list parameter would cut a text at its commas.
    private static List<Condition.Wish> conditions(HttpServletRequest request) {
        var texts = sent(request, "conditionText");
        var rules = sent(request, "conditionRule");
        var days = sent(request, "conditionDue");
        return IntStream.range(0, Math.min(texts.size(), 50))
                .mapToObj(at -> new Condition.Wish(texts.get(at), at(rules, at), at(days, at)))
                .toList();
    }

    private static List<String> sent(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameterValues(name))
                .map(List::of)
                .orElse(List.of());
    }

    private static String at(List<String> values, int at) {
        return at < values.size() ? values.get(at) : "";
    }

    private String decide(Acting acting, ReviewId id, Deciding.Wish wish, Locale locale, Model model) {
        var dossier = dossiers.seen(acting, id);
        var usual = dossiers.today()
                .plusMonths(bodies.habits(dossier.review().body()).validMonths());
        var blank = Stream.generate(() -> new Condition.Wish("", "", "")).limit(CONDITIONS);
        model.addAttribute("wish", wish);
        model.addAttribute("seen", deciding.seen(dossier.review()));
        model.addAttribute("until", wish.decision().isBlank() ? usual.toString() : wish.until());
        model.addAttribute(
                "lines",
                Stream.concat(wish.conditions().stream(), blank)
                        .limit(Math.max(CONDITIONS, wish.conditions().size()))
                        .toList());
        model.addAttribute(
                "decisions",
                forms.options("review.decision.", Stream.of(Decision.values()).map(Enum::name), locale));
        model.addAttribute("rules", view.rules(dossier, locale));
        model.addAttribute("failed", String.join(", ", dossier.failed()));
        model.addAttribute("open", String.join(", ", dossier.open()));
        return forms.page("decide", acting, dossier, locale, model);
    }
}
