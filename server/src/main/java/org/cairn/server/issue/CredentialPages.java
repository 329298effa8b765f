package org.cairn.server.issue;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.cairn.credential.json.Json;
import org.cairn.server.award.Award;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.Words.Crumb;
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

/// One credential for those who issue: what it is, what became of it, and what can be done with it.
@Controller
@RequestMapping("/o/{organisation}/credentials/{id}")
class CredentialPages {
    private final Credentials credentials;
    private final Awards awards;
    private final Specs specs;
    private final Words words;
    private final Flash flash;

    CredentialPages(Credentials credentials, Awards awards, Specs specs, Words words, Flash flash) {
        this.credentials = credentials;
        this.awards = awards;
        this.specs = specs;
        this.words = words;
        this.flash = flash;
    }

    /// One line of the history.
    record Step(CredentialStatus to, String reason, String at) {}

    @GetMapping
    String show(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        fill(acting, find(acting, id), model, locale);
        return "issue/credential";
    }

    @GetMapping("/revoke")
    String confirm(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        fill(acting, find(acting, id), model, locale);
        return "issue/revoke";
    }

    @PostMapping("/revoke")
    String revoke(
            @ActingAs(Role.ISSUER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean confirmation,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        var credential = find(acting, id);
        try {
            if (!confirmation) {
                throw new InputException(Fault.of("confirmation", "issue.revoke.unconfirmed"));
            }
            credentials.revoke(acting, credential.id(), reason);
            flash.ok(next, locale, "issue.revoke.done");
            return "redirect:" + here(acting, credential.id());
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            model.addAttribute("reason", reason);
            fill(acting, credential, model, locale);
            return "issue/revoke";
        }
    }

    @PostMapping("/{deed:suspend|reinstate|reissue}")
    String change(
            @ActingAs(Role.ISSUER) Acting acting,
            @PathVariable UUID id,
            @PathVariable String deed,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response,
            Locale locale) {
        var credential = find(acting, id);
        try {
            var shown = done(acting, credential.id(), deed, reason);
            flash.ok(next, locale, "issue." + deed + ".done");
            return "redirect:" + here(acting, shown);
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            model.addAttribute("failed", deed);
            model.addAttribute("reason", reason);
            fill(acting, credential, model, locale);
            return "issue/credential";
        }
    }

    /// @return the credential to show next
    private CredentialId done(Acting acting, CredentialId id, String deed, String reason) {
        if (deed.equals("reissue")) {
            return credentials.reissue(acting, id, reason);
        }
        if (deed.equals("suspend")) {
            credentials.suspend(acting, id, reason);
        } else {
            credentials.reinstate(acting, id, reason);
        }
        return id;
    }

    private IssuedCredential find(Acting acting, UUID id) {
        return credentials
                .byId(acting.organisationId(), new CredentialId(id))
                .orElseThrow(() -> new NotFoundException("credential"));
    }

    private void fill(Acting acting, IssuedCredential credential, Model model, Locale locale) {
        var award = awards.byId(acting.organisationId(), credential.award()).orElseThrow();
        var title = specs.published(award.spec())
                .map(s -> s.content().titleIn(locale))
                .orElse("");
        model.addAttribute("credential", credential);
        model.addAttribute("award", award);
        model.addAttribute("title", title);
        model.addAttribute("issued", words.moment(credential.issuedAt(), locale));
        credential.validUntil().ifPresent(until -> model.addAttribute("until", words.moment(until, locale)));
        model.addAttribute("steps", steps(credential, locale));
        model.addAttribute("pretty", Json.pretty(Json.object(credential.json())));
        model.addAttribute("here", here(acting, credential.id()));
        model.addAttribute("may", Credentials.after(credential.status()));
        model.addAttribute("crumbs", crumbs(acting, award, locale));
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
    }

    private List<Step> steps(IssuedCredential credential, Locale locale) {
        return credentials.history(credential.id()).stream()
                .map(c -> new Step(c.to(), c.reason(), words.moment(c.at(), locale)))
                .toList();
    }

    private List<Crumb> crumbs(Acting acting, Award award, Locale locale) {
        var home = home(acting);
        return List.of(
                new Crumb(home, acting.organisation().legalName()),
                new Crumb(home + "/awards", words.of("issue.crumb.awards", locale)),
                new Crumb(home + "/awards/" + award.id(), award.recipient().name()),
                new Crumb("", words.of("issue.credential.title", locale)));
    }

    static String home(Acting acting) {
        return "/o/" + acting.organisation().slug();
    }

    static String here(Acting acting, CredentialId id) {
        return home(acting) + "/credentials/" + id;
    }
}
