package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.cairn.server.identity.ApiKeys.Listed;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Keys for programs. The secret travels to the next page in the session, is shown there and is gone after that.
@Controller
@RequestMapping("/o/{organisation}/keys")
class KeyPages {
    private final ApiKeys keys;
    private final Forms forms;
    private final Flash flash;

    KeyPages(ApiKeys keys, Forms forms, Flash flash) {
        this.keys = keys;
        this.forms = forms;
        this.flash = flash;
    }

    @GetMapping
    String list(@ActingAs(Role.ADMIN) Acting acting, Model model, Locale locale) {
        return list(acting, "", Set.of(), model, locale);
    }

    private String list(Acting acting, String name, Set<Role> roles, Model model, Locale locale) {
        model.addAttribute("acting", acting);
        model.addAttribute("keys", keys.of(acting.organisationId()));
        model.addAttribute("roleOptions", forms.roles(grantable(acting), locale));
        model.addAttribute("name", name);
        model.addAttribute("roles", roles.stream().map(Role::name).toList());
        model.addAttribute("dates", new Dates(locale));
        return "identity/keys";
    }

    private static Set<Role> grantable(Acting acting) {
        return acting.organisation().kind().roles().stream()
                .filter(ApiKeys.GRANTABLE::contains)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    @PostMapping
    String make(
            @ActingAs(Role.ADMIN) Acting acting,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") Set<Role> roles,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        try {
            if (!grantable(acting).containsAll(roles)) {
                throw new InputException(Fault.of("roles", "identity.key.roles.form"));
            }
            next.addFlashAttribute("secret", keys.make(acting, name, roles).secret());
            return "redirect:" + home(acting);
        } catch (InputException e) {
            forms.refuse(e, model, response, locale);
            return list(acting, name, roles, model, locale);
        }
    }

    @GetMapping("/{id}/revocation")
    String askRevocation(@ActingAs(Role.ADMIN) Acting acting, @PathVariable UUID id, Model model) {
        return askRevocation(acting, live(acting, id), "", model);
    }

    private static String askRevocation(Acting acting, Listed key, String reason, Model model) {
        model.addAttribute("acting", acting);
        model.addAttribute("key", key);
        model.addAttribute("reason", reason);
        return "identity/revoke-key";
    }

    @PostMapping("/{id}/revocation")
    String revoke(
            @ActingAs(Role.ADMIN) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirmation,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        var key = live(acting, id);
        try {
            requireReason(reason);
            if (!confirmation) {
                throw new InputException(Fault.of("confirmation", "identity.sure.form"));
            }
            keys.revoke(acting, id, reason.strip());
            flash.ok(next, locale, "identity.key.revoked", key.name());
            return "redirect:" + home(acting);
        } catch (InputException e) {
            forms.refuse(e, model, response, locale);
            return askRevocation(acting, key, reason, model);
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new InputException(Fault.of("reason", "identity.reason.form"));
        }
    }

    private Listed live(Acting acting, UUID id) {
        return keys.of(acting.organisationId()).stream()
                .filter(key -> key.id().equals(id) && key.revokedAt().isEmpty())
                .findFirst()
                .orElseThrow(() -> new NotFoundException("key"));
    }

    private static String home(Acting acting) {
        return "/o/" + acting.organisation().slug() + "/keys";
    }
}
