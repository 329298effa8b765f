package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.server.identity.PersonalKeys.Listed;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.Sure;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A person's keys for her own programs. The secret travels to the next page in the session, is shown there and is
/// gone after that.
@Controller
@RequestMapping(PersonalKeyPages.HOME)
class PersonalKeyPages {
    static final String HOME = "/account/keys";

    private final PersonalKeys keys;
    private final Forms forms;
    private final Flash flash;

    PersonalKeyPages(PersonalKeys keys, Forms forms, Flash flash) {
        this.keys = keys;
        this.forms = forms;
        this.flash = flash;
    }

    @GetMapping
    String list(@AuthenticationPrincipal SignedIn me, Model model, Locale locale) {
        return list(me, "", model, locale);
    }

    private String list(SignedIn me, String name, Model model, Locale locale) {
        model.addAttribute("keys", keys.of(me.person()));
        model.addAttribute("name", name);
        model.addAttribute("dates", new Dates(locale));
        return "identity/personal-keys";
    }

    @PostMapping
    String make(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String name,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        try {
            next.addFlashAttribute("secret", keys.make(me, name).whole());
            return "redirect:" + HOME;
        } catch (InputException e) {
            forms.refuse(e, model, response, locale);
            return list(me, name, model, locale);
        }
    }

    @PostMapping("/{id}/revocation")
    String revoke(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            RedirectAttributes next,
            Locale locale) {
        var key = own(me, id);
        if (!sure) {
            var action = HOME + "/" + id + "/revocation";
            return new Sure(key.name(), "identity.keys.revoke", action, HOME, Map.of()).ask(model);
        }
        if (!keys.revoke(me, id)) {
            throw new NotFoundException("key");
        }
        flash.ok(next, locale, "identity.key.revoked", key.name());
        return "redirect:" + HOME;
    }

    private Listed own(SignedIn me, UUID id) {
        return keys.of(me.person()).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("key"));
    }
}
