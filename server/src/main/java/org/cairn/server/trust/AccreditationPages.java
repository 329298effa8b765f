package org.cairn.server.trust;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.StatementId;
import org.cairn.server.trust.Accreditations.Accreditation;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.PageWords;
import org.cairn.server.web.PageWords.Option;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What a quality body accredited and approved, and where it does so.
@Controller
@RequestMapping("/o/{organisation}/accreditations")
class AccreditationPages {
    private final Accreditations accreditations;
    private final Subjects subjects;
    private final StandingWords words;
    private final PageWords pages;
    private final Flash flash;

    AccreditationPages(
            Accreditations accreditations, Subjects subjects, StandingWords words, PageWords pages, Flash flash) {
        this.accreditations = accreditations;
        this.subjects = subjects;
        this.words = words;
        this.pages = pages;
        this.flash = flash;
    }

    /// @param state chip: ACTIVE, EXPIRED, PLANNED or REVOKED
    /// @param mayWithdraw here; an approval ends in its review
    record Row(StatementId id, String kind, String about, String scope, String state, boolean mayWithdraw) {}

    @GetMapping
    String list(@ActingAs(Role.REVIEWER) Acting acting, Model model, Locale locale) {
        Accreditations.requireBody(acting);
        model.addAttribute(
                "rows",
                accreditations.by(acting.organisationId()).stream()
                        .map(a -> row(a, locale))
                        .toList());
        model.addAttribute("home", home(acting));
        return "trust/list";
    }

    private Row row(Accreditation accreditation, Locale locale) {
        return new Row(
                accreditation.statement().id(),
                accreditation.kind().name(),
                subjects.name(accreditation.statement().about(), locale),
                words.scope(accreditation.kind(), accreditation.scope(), locale),
                state(accreditation),
                accreditation.kind() == Accreditations.Kind.INSTITUTION);
    }

    private String state(Accreditation accreditation) {
        if (accreditation.statement().withdrawnAt().isPresent()) {
            return "REVOKED";
        }
        return accreditations.stands(accreditation)
                ? "ACTIVE"
                : accreditation.scope().from().isAfter(accreditations.today()) ? "PLANNED" : "EXPIRED";
    }

    @GetMapping("/new")
    String start(@ActingAs(Role.REVIEWER) Acting acting, Model model, Locale locale) {
        Accreditations.requireBody(acting);
        return form(acting, AccreditationForm.fresh(accreditations.today()), model, locale);
    }

    @PostMapping("/new")
    String sign(
            @ActingAs(Role.REVIEWER) Acting acting,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model,
            Locale locale) {
        Accreditations.requireBody(acting);
        var form = AccreditationForm.sent(request.getParameterMap());
        try {
            accreditations.sign(acting, form.wish(f -> subjects.find(acting, f.subject())));
        } catch (InputException e) {
            pages.refuse(e, model, response, locale);
            return form(acting, form, model, locale);
        }
        flash.ok(next, locale, "trust.signed");
        return "redirect:" + home(acting);
    }

    @GetMapping("/{id}/withdraw")
    String ask(@ActingAs(Role.REVIEWER) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        return withdrawal(acting, id, "", model, locale);
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(
            @ActingAs(Role.REVIEWER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model,
            Locale locale) {
        try {
            accreditations.withdraw(acting, new StatementId(id), reason);
        } catch (InputException e) {
            pages.refuse(e, model, response, locale);
            return withdrawal(acting, id, reason, model, locale);
        }
        flash.ok(next, locale, "trust.withdrawn");
        return "redirect:" + home(acting);
    }

    private String form(Acting acting, AccreditationForm form, Model model, Locale locale) {
        model.addAttribute("form", form);
        unlessRefused(model);
        model.addAttribute("home", home(acting));
        model.addAttribute(
                "levels",
                IntStream.rangeClosed(1, 8)
                        .mapToObj(level ->
                                new Option(Integer.toString(level), pages.say(locale, "trust.scope.level", level)))
                        .toList());
        model.addAttribute(
                "kinds",
                AccreditationForm.KINDS.stream()
                        .map(kind -> new Option(kind, pages.say(locale, "trust.kind." + kind)))
                        .toList());
        return "trust/new";
    }

    private String withdrawal(Acting acting, UUID id, String reason, Model model, Locale locale) {
        Accreditations.requireBody(acting);
        var found = accreditations
                .byId(new StatementId(id))
                .filter(a -> a.statement().organisation().equals(acting.organisationId()))
                .orElseThrow(() -> new NotFoundException("accreditation"));
        model.addAttribute("row", row(found, locale));
        model.addAttribute("reason", reason);
        unlessRefused(model);
        model.addAttribute("home", home(acting));
        return "trust/withdraw";
    }

    /// The forms read `errors` whether something was refused or not.
    private static void unlessRefused(Model model) {
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
    }

    private static String home(Acting acting) {
        return "/o/" + acting.organisation().slug() + "/accreditations";
    }
}
