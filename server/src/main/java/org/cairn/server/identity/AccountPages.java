package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Languages;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.Sure;
import org.cairn.server.web.Text;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A person's own name, language and addresses.
@Controller
@RequestMapping("/account")
class AccountPages {
    private final People people;
    private final AddedAddresses addresses;
    private final Sessions sessions;
    private final LocaleResolver locales;
    private final Forms forms;
    private final Flash flash;

    AccountPages(
            People people,
            AddedAddresses addresses,
            Sessions sessions,
            LocaleResolver locales,
            Forms forms,
            Flash flash) {
        this.people = people;
        this.addresses = addresses;
        this.sessions = sessions;
        this.locales = locales;
        this.forms = forms;
        this.flash = flash;
    }

    @GetMapping
    String account(@AuthenticationPrincipal SignedIn me, Model model) {
        var person = people.byId(me.person()).orElseThrow(() -> new NotFoundException("person"));
        return account(me, person.name(), person.language(), "", model);
    }

    private String account(SignedIn me, String name, Locale language, String email, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("language", Languages.nearest(language).toLanguageTag());
        model.addAttribute("languageOptions", languages());
        model.addAttribute("emails", people.emails(me.person()));
        model.addAttribute("email", email);
        return "identity/account";
    }

    private static List<Forms.Option> languages() {
        return Languages.ALL.stream()
                .map(l -> new Forms.Option(l.toLanguageTag(), l.getDisplayLanguage(l)))
                .toList();
    }

    @PostMapping
    String rename(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String language,
            Model model,
            RedirectAttributes next,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        var chosen = Languages.nearest(Locale.forLanguageTag(language));
        if (name.isBlank() || name.strip().length() > 200 || !Text.isLine(name.strip())) {
            forms.refuse(new InputException(Fault.of("name", "identity.account.name.form")), model, response, locale);
            return account(me, name, chosen, "", model);
        }
        people.rename(me.person(), name.strip(), chosen);
        sessions.rename(me, name.strip(), request, response);
        locales.setLocale(request, response, chosen);
        flash.ok(next, chosen, "identity.account.saved");
        return "redirect:/account";
    }

    @PostMapping("/emails")
    String addEmail(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String email,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        try {
            var address = addresses.ask(me, email, locale);
            flash.ok(next, locale, "identity.account.email.asked", address.value());
            return "redirect:/account";
        } catch (InputException e) {
            forms.refuse(e, model, response, locale);
            var person = people.byId(me.person()).orElseThrow(() -> new NotFoundException("person"));
            return account(me, person.name(), person.language(), email, model);
        }
    }

    /// Only shows the button: mail scanners open links on their own.
    @GetMapping("/emails/confirm")
    String askConfirmation(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        return "identity/confirm-address";
    }

    @PostMapping("/emails/confirm")
    String confirm(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String token,
            RedirectAttributes next,
            Locale locale) {
        var outcome = addresses.confirm(me, token);
        var key = "identity.account.confirmation." + outcome;
        switch (outcome) {
            case ADDED -> flash.ok(next, locale, key);
            case TAKEN, OVER, NOT_YOURS -> flash.error(next, locale, key);
        }
        return "redirect:/account";
    }

    @PostMapping("/emails/primary")
    String makePrimary(
            @AuthenticationPrincipal SignedIn me, @RequestParam String email, RedirectAttributes next, Locale locale) {
        var address = EmailAddress.parse(email).orElseThrow(() -> new NotFoundException("address"));
        if (!people.makePrimary(me.person(), address)) {
            throw new NotFoundException("address");
        }
        flash.ok(next, locale, "identity.account.email.primary.done", address.value());
        return "redirect:/account";
    }

    @PostMapping("/emails/removal")
    String removeEmail(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam String email,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var address = EmailAddress.parse(email).orElseThrow(() -> new NotFoundException("address"));
        if (!sure) {
            var again = Map.of("email", address.value());
            return new Sure(
                            address.value(),
                            "identity.account.email.removal",
                            "/account/emails/removal",
                            "/account",
                            again)
                    .ask(model);
        }
        if (addresses.remove(me, address)) {
            flash.ok(next, locale, "identity.account.email.removed", address.value());
        } else {
            flash.error(next, locale, "identity.account.email.last");
        }
        return "redirect:/account";
    }
}
