package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.server.identity.Organisation.Kind;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The platform's own staff found organisations here. To everybody else these pages do not exist.
@Controller
@RequestMapping("/operator")
class OperatorPages {
    private final Operators operators;
    private final Organisations organisations;
    private final Forms forms;
    private final Flash flash;

    OperatorPages(Operators operators, Organisations organisations, Forms forms, Flash flash) {
        this.operators = operators;
        this.organisations = organisations;
        this.forms = forms;
        this.flash = flash;
    }

    /// What was typed into the founding form.
    record Typed(String kind, String legalName, String slug, String country, String email) {
        Optional<Kind> kindChosen() {
            return kind.matches("INSTITUTION|EMPLOYER|QUALITY_BODY")
                    ? Optional.of(Kind.valueOf(kind))
                    : Optional.empty();
        }
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model model, Locale locale) {
        operators.require(me);
        return list(new Typed(Kind.INSTITUTION.name(), "", "", "", ""), model, locale);
    }

    private String list(Typed typed, Model model, Locale locale) {
        var all = organisations.all();
        model.addAttribute("organisations", all);
        model.addAttribute(
                "countryNames",
                all.stream()
                        .map(Organisation::country)
                        .distinct()
                        .collect(Collectors.toMap(
                                code -> code, code -> Locale.of("", code).getDisplayCountry(locale))));
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", forms.kinds(locale));
        model.addAttribute("countries", Forms.countries(locale));
        return "identity/operator";
    }

    @PostMapping("/organisations")
    String found(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String legalName,
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String email,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        operators.require(me);
        var typed = new Typed(kind, legalName, slug.strip().toLowerCase(Locale.ROOT), country, email);
        try {
            var founded = operators.found(me, typed, locale);
            flash.ok(next, locale, "identity.operator.founded", founded.legalName());
            return "redirect:/operator";
        } catch (InputException e) {
            forms.refuse(e, model, response, locale);
            return list(typed, model, locale);
        }
    }
}
