package org.cairn.server.review;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.review.DeedForm.Asked;
import org.cairn.server.review.ReviewForms.Answer;
import org.cairn.server.review.ReviewForms.Option;
import org.cairn.server.web.Flash;
import org.cairn.server.web.Sure;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The institution's deeds in a review: another text, taking it back, an appeal.
@Controller
@RequestMapping("/o/{organisation}/reviews/{id}")
class SubmissionPages {
    private final Submissions submissions;
    private final Dossiers dossiers;
    private final Specs specs;
    private final ReviewForms forms;
    private final DeedForm page;
    private final Flash flash;

    SubmissionPages(
            Submissions submissions, Dossiers dossiers, Specs specs, ReviewForms forms, DeedForm page, Flash flash) {
        this.submissions = submissions;
        this.dossiers = dossiers;
        this.specs = specs;
        this.forms = forms;
        this.page = page;
        this.flash = flash;
    }

    @GetMapping("/resubmit")
    String again(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        return again(acting, dossiers.seen(acting, new ReviewId(id)), "", locale, model);
    }

    @PostMapping("/resubmit")
    String resubmit(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String what,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var review = new ReviewId(id);
        return forms.attempt(
                () -> submissions.resubmit(acting, review, what),
                "review.submitted",
                ReviewForms.here(acting, review),
                () -> again(acting, dossiers.seen(acting, review), what, locale, model),
                new Answer(model, response, next, locale));
    }

    private String again(Acting acting, Dossier dossier, String what, Locale locale, Model model) {
        var here = ReviewForms.here(acting, dossier.review().id());
        var asked =
                new Asked("resubmit", here + "/resubmit", "what", sources(dossier, locale), "", Map.of("what", what));
        return page.page(acting, dossier, asked, locale, model);
    }

    private List<Option> sources(Dossier dossier, Locale locale) {
        var review = dossier.review();
        var draft = specs.draft(review.organisation(), review.spec());
        var drafts = Stream.of(new Option(
                "draft:" + draft.spec(),
                forms.text("review.source.draft", locale, forms.title(draft.content(), locale))));
        var versions = specs.versions(review.organisation(), review.spec()).stream()
                .map(version -> new Option(
                        "version:" + version.id(),
                        forms.text(
                                "review.source.version",
                                locale,
                                forms.title(version.content(), locale),
                                version.number())));
        return Stream.concat(drafts, versions).toList();
    }

    @PostMapping("/withdraw")
    String withdraw(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var review = new ReviewId(id);
        var dossier = dossiers.seen(acting, review);
        var here = ReviewForms.here(acting, review);
        if (!sure) {
            var title = forms.title(dossier.round().content(), locale);
            return new Sure(title, "review.withdraw", here + "/withdraw", here, Map.of()).ask(model);
        }
        submissions.withdraw(acting, review);
        flash.ok(next, locale, "review.withdrawn");
        return "redirect:" + here;
    }

    @GetMapping("/appeal")
    String appeal(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id, Locale locale, Model model) {
        return appeal(acting, dossiers.seen(acting, new ReviewId(id)), Optional.empty(), locale, model);
    }

    @PostMapping("/appeal")
    String appealed(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reasons,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var review = new ReviewId(id);
        return forms.attempt(
                () -> submissions.appeal(acting, review, reasons),
                "review.appealed",
                ReviewForms.here(acting, review),
                () -> appeal(acting, dossiers.seen(acting, review), Optional.of(reasons), locale, model),
                new Answer(model, response, next, locale));
    }

    private String appeal(Acting acting, Dossier dossier, Optional<String> reasons, Locale locale, Model model) {
        var action = ReviewForms.here(acting, dossier.review().id()) + "/appeal";
        var asked = new Asked("appeal", action, "", List.of(), "reasons", Map.of("reasons", reasons.orElse("")));
        return page.page(acting, dossier, asked, locale, model);
    }
}
