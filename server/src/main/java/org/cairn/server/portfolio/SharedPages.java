package org.cairn.server.portfolio;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cairn.server.issue.IssuedCredential;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/// What a share link shows to whoever has it: a page to people, the signed documents to programs. Ended, expired and
/// unknown links all look the same.
@Controller
class SharedPages {
    private final Shares shares;
    private final OwnShares own;
    private final Portfolio portfolio;
    private final InstantSource time;
    private final MessageSource messages;

    SharedPages(Shares shares, OwnShares own, Portfolio portfolio, InstantSource time, MessageSource messages) {
        this.shares = shares;
        this.own = own;
        this.portfolio = portfolio;
        this.time = time;
        this.messages = messages;
    }

    /// The address is a secret: no search engine lists it, and no site linked from the page hears of it.
    @ModelAttribute
    void discreet(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
    }

    @GetMapping(path = "/s/{token}", produces = MediaType.TEXT_HTML_VALUE)
    String page(
            @PathVariable String token,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var visit = Visit.of(request);
        var found = shares.open(token, visit);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "portfolio/ended";
        }
        var share = found.get();
        var now = time.instant();
        model.addAttribute("share", share);
        model.addAttribute("token", token);
        model.addAttribute(
                "sheets",
                portfolio.explained(share.credentials()).stream()
                        .map(h -> Sheet.of(h, locale, now))
                        .toList());
        model.addAttribute(
                "until", share.expiresAt().map(end -> Dates.moment(end, locale)).orElse(null));
        model.addAttribute(
                "own",
                visit.visitor().filter(person -> own.isOf(person, share.id())).isPresent());
        return "portfolio/shared";
    }

    /// The documents exactly as they were signed.
    @GetMapping("/s/{token}")
    ResponseEntity<?> documents(@PathVariable String token, HttpServletRequest request, Locale locale) {
        return shares.open(token, Visit.of(request))
                .<ResponseEntity<?>>map(share -> ResponseEntity.ok()
                        .contentType(wanted(request))
                        .cacheControl(CacheControl.noStore())
                        .body(share.credentials().stream()
                                .map(IssuedCredential::json)
                                .collect(Collectors.joining(",", "{\"verifiableCredential\":[", "]}"))))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(ProblemDetail.forStatusAndDetail(
                                HttpStatus.NOT_FOUND, messages.getMessage("problem.share", null, locale))));
    }

    private static MediaType wanted(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains("application/vc+ld+json")
                ? MediaType.valueOf("application/vc+ld+json")
                : MediaType.APPLICATION_JSON;
    }
}
