package org.cairn.server.issue;

import java.util.List;
import java.util.Locale;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.IssuerIdentity.Method;
import org.cairn.server.issue.IssuerPages.KeyLine;
import org.cairn.server.issue.Words.Crumb;
import org.cairn.server.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// An institution's name as issuer and its keys, for its admin.
@Controller
@RequestMapping("/o/{organisation}/keys-and-identity")
class SigningKeyPages {
    private final IssuerKeys keys;
    private final Words words;
    private final Flash flash;

    SigningKeyPages(IssuerKeys keys, Words words, Flash flash) {
        this.keys = keys;
        this.words = words;
        this.flash = flash;
    }

    @GetMapping
    String show(@ActingAs(Role.ADMIN) Acting acting, Model model, Locale locale) {
        var home = CredentialPages.home(acting);
        keys.identity(acting.organisationId()).ifPresent(i -> model.addAttribute("identity", i));
        model.addAttribute(
                "keys",
                keys.keys(acting.organisationId()).stream()
                        .map(k -> new KeyLine(
                                k.multibase(),
                                words.moment(k.createdAt(), locale),
                                k.retiredAt()
                                        .map(at -> words.moment(at, locale))
                                        .orElse("")))
                        .toList());
        model.addAttribute("canHaveWeb", keys.hostHasName());
        model.addAttribute("here", home + "/keys-and-identity");
        model.addAttribute("publicPage", "/issuers/" + acting.organisation().slug());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(home, acting.organisation().legalName()),
                        new Crumb("", words.of("issue.keys.title", locale))));
        return "issue/keys";
    }

    @PostMapping("/choose")
    String choose(
            @ActingAs(Role.ADMIN) Acting acting, @RequestParam Method method, RedirectAttributes next, Locale locale) {
        keys.choose(acting, method);
        flash.ok(next, locale, "issue.keys.chosen");
        return "redirect:" + CredentialPages.home(acting) + "/keys-and-identity";
    }

    @PostMapping("/rotate")
    String rotate(@ActingAs(Role.ADMIN) Acting acting, RedirectAttributes next, Locale locale) {
        keys.rotate(acting);
        flash.ok(next, locale, "issue.keys.rotated");
        return "redirect:" + CredentialPages.home(acting) + "/keys-and-identity";
    }
}
