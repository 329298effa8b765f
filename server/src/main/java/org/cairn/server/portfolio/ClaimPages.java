package org.cairn.server.portfolio;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.cairn.server.award.Award;
import org.cairn.server.award.ClaimTicket;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Entrance;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.PersonId;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.web.Flash;
import org.cairn.server.web.Languages;
import org.cairn.server.web.RateLimits;
import org.cairn.server.web.RateLimits.Limit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where the letter's link and the paper's code lead. Looking takes nothing, because mail programs open links by
/// themselves; the button does.
@Controller
class ClaimPages {
    /// Wrong guesses only: a whole class may claim behind one address of its school.
    static final Limit TRIES = new Limit("claim-visitor", 20, Duration.ofMinutes(15));

    private final Claiming claiming;
    private final Specs specs;
    private final Organisations organisations;
    private final Entrance entrance;
    private final RateLimits limits;
    private final Flash flash;

    ClaimPages(
            Claiming claiming,
            Specs specs,
            Organisations organisations,
            Entrance entrance,
            RateLimits limits,
            Flash flash) {
        this.claiming = claiming;
        this.specs = specs;
        this.organisations = organisations;
        this.entrance = entrance;
        this.limits = limits;
        this.flash = flash;
    }

    /// What awaits: nothing but what the letter said itself.
    record Awaiting(Phrase title, String issuer, String firstName, String art) {}

    @ModelAttribute
    void discreet(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    }

    @GetMapping("/claim")
    String form(Model model) {
        return form("", "", model);
    }

    /// A code from paper; one that is unknown and one that was used get the same answer.
    @PostMapping("/claim")
    String code(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal @Nullable SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        if (!limits.hasLeft(TRIES, request.getRemoteAddr())) {
            return refused(HttpStatus.TOO_MANY_REQUESTS, code, "tooMany", response, model);
        }
        var ticket = claiming.peek(code.strip()).filter(t -> !t.award().isClaimed() || isMine(t, me));
        return ticket.map(t -> awaiting(t, code.strip(), me, model, locale))
                .orElseGet(() -> unknown(code, "unknown", request, response, model));
    }

    @GetMapping("/claim/{token}")
    String letter(
            @PathVariable String token,
            @AuthenticationPrincipal @Nullable SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        if (!limits.hasLeft(TRIES, request.getRemoteAddr())) {
            return refused(HttpStatus.TOO_MANY_REQUESTS, "", "tooMany", response, model);
        }
        var ticket = claiming.peek(token);
        if (ticket.isEmpty()) {
            return unknown("", "unknownLink", request, response, model);
        }
        return ticket.filter(t -> !t.award().isClaimed() || isMine(t, me))
                .map(t -> awaiting(t, token, me, model, locale))
                .orElseGet(() -> heldByAnother(response));
    }

    @PostMapping("/claim/take")
    String take(
            @RequestParam(defaultValue = "") String secret,
            @AuthenticationPrincipal @Nullable SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model,
            Locale locale) {
        if (!limits.hasLeft(TRIES, request.getRemoteAddr())) {
            return refused(HttpStatus.TOO_MANY_REQUESTS, "", "tooMany", response, model);
        }
        return switch (claiming.take(secret, who(me), Languages.nearest(locale))) {
            case Claiming.Outcome.Taken taken -> {
                taken.newcomer().ifPresent(person -> entrance.admit(person, request, response));
                flash.ok(next, locale, "portfolio.claim.done");
                yield "redirect:/portfolio"
                        + taken.first().map(id -> "/" + id.value()).orElse("");
            }
            case Claiming.Outcome.HeldByAnother other -> heldByAnother(response);
            case Claiming.Outcome.Unknown unknown -> unknown("", "unknown", request, response, model);
        };
    }

    /// Somebody reloads the page that a wrong code led to.
    @GetMapping("/claim/take")
    String takeAgain() {
        return "redirect:/claim";
    }

    private static boolean isMine(ClaimTicket ticket, @Nullable SignedIn me) {
        return me != null && ticket.award().recipient().holder().equals(who(me));
    }

    private static Optional<PersonId> who(@Nullable SignedIn me) {
        return Optional.ofNullable(me).map(SignedIn::person);
    }

    private String awaiting(ClaimTicket ticket, String secret, @Nullable SignedIn me, Model model, Locale locale) {
        var award = ticket.award();
        model.addAttribute("awaiting", awaiting(award, locale));
        model.addAttribute("secret", secret);
        model.addAttribute("own", isMine(ticket, me));
        model.addAttribute("byLetter", ticket.sentTo().isPresent());
        return "portfolio/claim-ticket";
    }

    private Awaiting awaiting(Award award, Locale locale) {
        var spec = specs.published(award.spec()).orElseThrow();
        var issuer = organisations.byId(award.organisation()).map(Organisation::legalName);
        return new Awaiting(
                Phrase.in(locale, spec.content().title()).orElseThrow(),
                issuer.orElseThrow(),
                firstName(award.recipient().name()),
                Held.art(spec));
    }

    private static String firstName(String name) {
        return name.strip().replaceFirst("\\s.*$", "");
    }

    private static String form(String code, String trouble, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("trouble", trouble);
        return "portfolio/claim";
    }

    private String unknown(
            String code, String trouble, HttpServletRequest request, HttpServletResponse response, Model model) {
        limits.permits(TRIES, request.getRemoteAddr());
        return refused(HttpStatus.NOT_FOUND, code, trouble, response, model);
    }

    private static String refused(
            HttpStatus status, String code, String trouble, HttpServletResponse response, Model model) {
        response.setStatus(status.value());
        return form(code, trouble, model);
    }

    private static String heldByAnother(HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        return "portfolio/claim-held";
    }
}
