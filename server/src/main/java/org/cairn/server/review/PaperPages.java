package org.cairn.server.review;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cairn.quality.Rule;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.review.ReviewForms.Answer;
import org.cairn.server.review.ReviewForms.Option;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What the institution brings along: a dated document for a rule, and facts that its spec has no
/// field for.
@Controller
@RequestMapping("/o/{organisation}/reviews/{id}")
class PaperPages {
    private final Papers papers;
    private final Dossiers dossiers;
    private final ReviewForms forms;

    PaperPages(Papers papers, Dossiers dossiers, ReviewForms forms) {
        this.papers = papers;
        this.dossiers = dossiers;
        this.forms = forms;
    }

    @GetMapping("/evidence")
    String document(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String rule,
            Locale locale,
            Model model) {
        return document(acting, new ReviewId(id), new Evidence.Wish(rule, "", "", "", "", ""), locale, model);
    }

    @PostMapping("/evidence")
    String attach(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String dated,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(required = false) Optional<MultipartFile> file,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model)
            throws IOException {
        var review = new ReviewId(id);
        var wish = new Evidence.Wish(rule, kind, party, title, dated, link);
        var bytes = file.isPresent() ? file.get().getBytes() : new byte[0];
        return forms.attempt(
                () -> papers.attach(acting, review, wish, bytes),
                "review.evidence.attached",
                ReviewForms.here(acting, review),
                () -> document(acting, review, wish, locale, model),
                new Answer(model, response, next, locale));
    }

    private String document(Acting acting, ReviewId id, Evidence.Wish wish, Locale locale, Model model) {
        var dossier = dossiers.seen(acting, id);
        var rule = dossier.rule(wish.rule()).filter(each -> Asks.document(each).isPresent());
        model.addAttribute("wish", wish);
        model.addAttribute("kinds", rule.map(each -> kinds(each, locale)).orElse(List.of()));
        model.addAttribute("message", rule.map(each -> each.messageIn(locale)).orElse(""));
        model.addAttribute(
                "months",
                rule.flatMap(Asks::document).map(asked -> asked.withinMonths()).orElse(0));
        return forms.page("evidence", acting, dossier, locale, model);
    }

    /// A kind that no bundle knows is shown as the pack writes it.
    private List<Option> kinds(Rule rule, Locale locale) {
        return Asks.document(rule).orElseThrow().from().stream()
                .sorted()
                .map(kind -> new Option(kind, forms.textOr("review.kind." + kind, kind, locale)))
                .toList();
    }

    @GetMapping("/statements")
    String statement(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String path,
            Locale locale,
            Model model) {
        return statement(acting, new ReviewId(id), path, "", locale, model);
    }

    @PostMapping("/statements")
    String state(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "") String value,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var review = new ReviewId(id);
        return forms.attempt(
                () -> papers.state(acting, review, path, value),
                "review.statement.saved",
                ReviewForms.here(acting, review),
                () -> statement(acting, review, path, value, locale, model),
                new Answer(model, response, next, locale));
    }

    private String statement(Acting acting, ReviewId id, String path, String value, Locale locale, Model model) {
        var dossier = dossiers.seen(acting, id);
        model.addAttribute("factPath", path);
        model.addAttribute("value", value);
        model.addAttribute("hint", forms.text("review.statement.form." + Statable.type(path), locale));
        model.addAttribute(
                "paths",
                dossier.findings()
                        .flatMap(finding -> ReviewView.statable(finding).stream())
                        .distinct()
                        .map(each -> new Option(each, each))
                        .toList());
        return forms.page("statement", acting, dossier, locale, model);
    }
}
