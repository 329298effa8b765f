package org.cairn.server.trust;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.StatementId;
import org.cairn.server.trust.Accreditations.Accreditation;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.context.MessageSource;
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
    private final MessageSource messages;
    private final Flash flash;

    AccreditationPages(
            Accreditations accreditations,
            Subjects subjects,
            StandingWords words,
            MessageSource messages,
            Flash flash) {
        this.accreditations = accreditations;
        this.subjects = subjects;
        this.words = words;
        this.messages = messages;
        this.flash = flash;
    }

    /// @param state chip: ACTIVE, EXPIRED, PLANNED or REVOKED
    record Row(StatementId id, String kind, String about, String scope, String state) {}

    record Option(String value, String label) {}

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
                words.scope(accreditation.scope(), locale),
                state(accreditation));
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
        return form(acting, AccreditationForm.fresh(accreditations.today()), List.of(), model, locale);
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
            accreditations.sign(acting, form.wish(f -> subjects.find(acting, f)));
        } catch (InputException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return form(acting, form, e.faults(), model, locale);
        }
        flash.ok(next, locale, "trust.signed");
        return "redirect:" + home(acting);
    }

    @GetMapping("/{id}/withdraw")
    String ask(@ActingAs(Role.REVIEWER) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        return withdrawal(acting, id, "", List.of(), model, locale);
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
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return withdrawal(acting, id, reason, e.faults(), model, locale);
        }
        flash.ok(next, locale, "trust.withdrawn");
        return "redirect:" + home(acting);
    }

    private String form(Acting acting, AccreditationForm form, List<Fault> faults, Model model, Locale locale) {
        model.addAttribute("form", form);
        model.addAttribute("errors", errors(faults, locale));
        model.addAttribute("home", home(acting));
        model.addAttribute(
                "whats",
                Stream.of(Accreditations.Kind.values())
                        .map(kind -> new Option(kind.name(), text("trust.form.kind." + kind, locale)))
                        .toList());
        model.addAttribute(
                "levels",
                IntStream.rangeClosed(1, 8)
                        .mapToObj(
                                level -> new Option(Integer.toString(level), text("trust.scope.level", locale, level)))
                        .toList());
        model.addAttribute(
                "kinds",
                AccreditationForm.KINDS.stream()
                        .map(kind -> new Option(kind, text("trust.kind." + kind, locale)))
                        .toList());
        return "trust/new";
    }

    private String withdrawal(Acting acting, UUID id, String reason, List<Fault> faults, Model model, Locale locale) {
        Accreditations.requireBody(acting);
        var found = accreditations
                .byId(new StatementId(id))
                .filter(a -> a.statement().organisation().equals(acting.organisationId()))
                .orElseThrow(() -> new NotFoundException("accreditation"));
        model.addAttribute("row", row(found, locale));
        model.addAttribute("reason", reason);
        model.addAttribute("errors", errors(faults, locale));
        model.addAttribute("home", home(acting));
        return "trust/withdraw";
    }

    private Map<String, String> errors(List<Fault> faults, Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        faults.forEach(f ->
                errors.putIfAbsent(f.field(), text(f.key(), locale, f.args().toArray())));
        return errors;
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    private static String home(Acting acting) {
        return "/o/" + acting.organisation().slug() + "/accreditations";
    }
}
