package org.cairn.server.issue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.IssuerIdentity.Method;
import org.cairn.server.issue.IssuerPages.KeyLine;
import org.cairn.server.issue.Words.Crumb;
import org.cairn.server.web.Flash;
import org.cairn.server.web.Sure;
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
        model.addAttribute("here", here(acting));
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
            @ActingAs(Role.ADMIN) Acting acting,
            @RequestParam Method method,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        if (!sure) {
            var words = "issue.keys.choice." + method;
            return new Sure("", words, here(acting) + "/choose", here(acting), Map.of("method", method.name()))
                    .ask(model);
        }
        keys.choose(acting, method);
        flash.ok(next, locale, "issue.keys.chosen");
        return "redirect:" + here(acting);
    }

    @PostMapping("/rotate")
    String rotate(
            @ActingAs(Role.ADMIN) Acting acting,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        if (!sure) {
            return new Sure("", "issue.keys.rotation", here(acting) + "/rotate", here(acting), Map.of()).ask(model);
        }
        keys.rotate(acting);
        flash.ok(next, locale, "issue.keys.rotated");
        return "redirect:" + here(acting);
    }

    private static String here(Acting acting) {
        return CredentialPages.home(acting) + "/keys-and-identity";
    }
}
