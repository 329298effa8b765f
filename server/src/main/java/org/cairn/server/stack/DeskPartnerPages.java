package org.cairn.server.stack;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Role;
import org.cairn.server.stack.DeskForms.Crumb;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Organisations with whom there is an agreement: what they award counts as a partner's.
@Controller
@RequestMapping("/o/{organisation}/stacks/partners")
class DeskPartnerPages {
    private final Stacks stacks;
    private final DeskForms forms;
    private final Flash flash;

    DeskPartnerPages(Stacks stacks, DeskForms forms, Flash flash) {
        this.stacks = stacks;
        this.forms = forms;
        this.flash = flash;
    }

    @GetMapping
    String list(@ActingAs(Role.DESIGNER) Acting acting, Locale locale, Model model) {
        var partners = stacks.partners(acting.organisationId()).stream()
                .map(OrganisationId::toString)
                .toList();
        var others = forms.others(acting);
        model.addAttribute("base", DeskForms.stacks(acting));
        model.addAttribute(
                "partners",
                others.stream().filter(each -> partners.contains(each.value())).toList());
        model.addAttribute(
                "others",
                others.stream().filter(each -> !partners.contains(each.value())).toList());
        model.addAttribute(
                "crumbs", forms.crumbs(acting, locale, new Crumb("", forms.text("stackdesk.partners.title", locale))));
        return "stack/desk/partners";
    }

    @PostMapping
    String change(
            @ActingAs(Role.DESIGNER) Acting acting,
            @RequestParam(defaultValue = "") String add,
            @RequestParam(defaultValue = "") String remove,
            RedirectAttributes next,
            Locale locale) {
        if (remove.isBlank()) {
            stacks.addPartner(acting, organisation(add));
            flash.ok(next, locale, "stackdesk.partners.added");
        } else {
            stacks.removePartner(acting, organisation(remove));
            flash.ok(next, locale, "stackdesk.partners.removed");
        }
        return "redirect:" + DeskForms.stacks(acting) + "/partners";
    }

    private static OrganisationId organisation(String id) {
        return uuid(id).map(OrganisationId::new)
                .orElseThrow(() -> new InputException(Fault.of("add", "stackdesk.partners.choose")));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
