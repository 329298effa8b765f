package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.cairn.server.identity.Organisations.Description;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What an organisation says of itself. Its short name stays: it stands in addresses that others have signed.
@Controller
@RequestMapping("/o/{organisation}/settings")
class SettingsPages {
    private final Organisations organisations;
    private final Forms forms;
    private final Flash flash;

    SettingsPages(Organisations organisations, Forms forms, Flash flash) {
        this.organisations = organisations;
        this.forms = forms;
        this.flash = flash;
    }

    @GetMapping
    String form(@ActingAs(Role.ADMIN) Acting acting, Model model, Locale locale) {
        var now = acting.organisation();
        var typed = new Description(
                now.legalName(),
                now.country(),
                now.website().orElse(""),
                now.email().orElse(""));
        return form(acting, typed, model, locale);
    }

    private static String form(Acting acting, Description typed, Model model, Locale locale) {
        model.addAttribute("acting", acting);
        model.addAttribute("typed", typed);
        model.addAttribute("countries", Forms.countries(locale));
        return "identity/settings";
    }

    @PostMapping
    String save(
            @ActingAs(Role.ADMIN) Acting acting,
            @RequestParam(defaultValue = "") String legalName,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String website,
            @RequestParam(defaultValue = "") String email,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        var typed = new Description(legalName, country, website, email);
        try {
            organisations.describe(acting, typed);
            flash.ok(next, locale, "identity.settings.saved");
            return "redirect:/o/" + acting.organisation().slug() + "/settings";
        } catch (InputException e) {
            forms.refuse(e, model, response, locale);
            return form(acting, typed, model, locale);
        }
    }
}
