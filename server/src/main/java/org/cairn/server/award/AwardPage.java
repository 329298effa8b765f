package org.cairn.server.award;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.award.AwardForms.Crumb;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One award: who, what, when, its letter, its claim, its credentials, what it is
/// built on, taking it back and taking it up again.
@Controller
@RequestMapping("/o/{organisation}/awards/{id}")
class AwardPage {
    private final Awards awards;
    private final Correspondence letters;
    private final Tickets tickets;
    private final Specs specs;
    private final ObjectProvider<AwardCredentials> credentials;
    private final ComponentLines components;
    private final AwardForms forms;
    private final Flash flash;

    AwardPage(
            Awards awards,
            Correspondence letters,
            Tickets tickets,
            Specs specs,
            ObjectProvider<AwardCredentials> credentials,
            ComponentLines components,
            AwardForms forms,
            Flash flash) {
        this.awards = awards;
        this.letters = letters;
        this.tickets = tickets;
        this.specs = specs;
        this.credentials = credentials;
        this.components = components;
        this.forms = forms;
        this.flash = flash;
    }

    @GetMapping
    String show(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        var award = find(acting, id);
        return show(acting, award, address(award), model, locale);
    }

    private static String address(Award award) {
        return award.recipient().email().map(Object::toString).orElse("");
    }

    private String show(Acting acting, Award award, String email, Model model, Locale locale) {
        fill(acting, award, model, locale);
        letters.newest(award.id()).ifPresent(letter -> model.addAttribute("letter", letter));
        var code = tickets.codes(List.of(award.id())).get(award.id());
        if (code != null && !award.isClaimed()) {
            model.addAttribute("code", code);
        }
        model.addAttribute("email", email);
        model.addAttribute("components", components.components(acting, award, locale));
        model.addAttribute("builtOn", components.builtOn(acting, award, locale));
        components.absorbedHref(acting, award).ifPresent(href -> model.addAttribute("absorbedHref", href));
        var lines = credentials.stream().flatMap(c -> c.of(award.id()).stream()).toList();
        model.addAttribute("credentials", lines);
        model.addAttribute(
                "issued",
                lines.stream()
                        .collect(Collectors.toMap(
                                CredentialLine::manageHref, line -> AwardLetters.minute(line.issuedAt(), locale))));
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        return "award/award";
    }

    private void fill(Acting acting, Award award, Model model, Locale locale) {
        model.addAttribute("award", award);
        model.addAttribute("here", here(acting, award));
        model.addAttribute("home", AwardForms.home(acting));
        model.addAttribute("day", AwardLetters.day(award.awardedOn(), locale));
        model.addAttribute(
                "specTitle",
                specs.published(award.spec())
                        .map(s -> s.content().titleIn(locale))
                        .orElse(""));
        model.addAttribute(
                "crumbs",
                forms.crumbs(acting, locale, new Crumb("", award.recipient().name())));
    }

    @PostMapping("/send")
    String sendAgain(
            @ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, RedirectAttributes next, Locale locale) {
        var award = find(acting, id);
        letters.sendAgain(acting, award.id(), locale);
        flash.ok(next, locale, "award.letter.again.done");
        return "redirect:" + here(acting, award);
    }

    @PostMapping("/email")
    String correctAddress(
            @ActingAs(Role.ISSUER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String email,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        var award = find(acting, id);
        try {
            letters.correctAddress(acting, award.id(), email, locale);
        } catch (InputException e) {
            forms.refuse(e.faults(), model, response, locale);
            return show(acting, award, email, model, locale);
        }
        flash.ok(next, locale, "award.address.done");
        return "redirect:" + here(acting, award);
    }

    @GetMapping("/annul")
    String askToAnnul(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        return annulForm(acting, find(acting, id), "", model, locale);
    }

    @PostMapping("/annul")
    String annul(
            @ActingAs(Role.ISSUER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String confirmation,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        var award = find(acting, id);
        try {
            if (!confirmation.equals("true")) {
                throw new InputException(Fault.of("confirmation", "award.annul.unconfirmed"));
            }
            awards.annul(acting, award.id(), reason);
        } catch (InputException e) {
            forms.refuse(e.faults(), model, response, locale);
            return annulForm(acting, award, reason, model, locale);
        }
        flash.ok(next, locale, "award.annul.done");
        return "redirect:" + here(acting, award);
    }

    @PostMapping("/restore")
    String restore(
            @ActingAs(Role.ISSUER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        var award = find(acting, id);
        try {
            awards.restore(acting, award.id(), reason);
        } catch (InputException e) {
            forms.refuse(e.faults(), model, response, locale);
            model.addAttribute("reason", reason);
            return show(acting, award, address(award), model, locale);
        }
        flash.ok(next, locale, "award.restore.done");
        return "redirect:" + here(acting, award);
    }

    private String annulForm(Acting acting, Award award, String reason, Model model, Locale locale) {
        fill(acting, award, model, locale);
        model.addAttribute("reason", reason);
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
        return "award/annul";
    }

    private Award find(Acting acting, UUID id) {
        return awards.byId(acting.organisationId(), new AwardId(id)).orElseThrow(() -> new NotFoundException("award"));
    }

    private static String here(Acting acting, Award award) {
        return AwardForms.home(acting) + "/" + award.id();
    }
}
