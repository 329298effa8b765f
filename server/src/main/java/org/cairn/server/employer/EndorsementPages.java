package org.cairn.server.employer;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.codesign.CoDesign;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Organisation.Kind;
import org.cairn.server.identity.Role;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.PageWords;
import org.cairn.server.web.PageWords.Crumb;
import org.cairn.server.web.PageWords.Option;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The endorsements an employer gives, or an institution received; and the form of a new one.
@Controller
@RequestMapping("/o/{organisation}/endorsements")
class EndorsementPages {
    private static final int MOST_FOUND = 12;

    private final Endorsements endorsements;
    private final EndorsementRequests requests;
    private final EndorsementRepository rows;
    private final EndorsementLists lists;
    private final Domains domains;
    private final CoDesign codesign;
    private final Specs specs;
    private final PageWords words;
    private final Flash flash;

    EndorsementPages(
            Endorsements endorsements,
            EndorsementRequests requests,
            EndorsementRepository rows,
            EndorsementLists lists,
            Domains domains,
            CoDesign codesign,
            Specs specs,
            PageWords words,
            Flash flash) {
        this.endorsements = endorsements;
        this.requests = requests;
        this.rows = rows;
        this.lists = lists;
        this.domains = domains;
        this.codesign = codesign;
        this.specs = specs;
        this.words = words;
        this.flash = flash;
    }

    record Found(UUID id, String name, String issuer) {}

    @GetMapping
    String list(
            @ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting,
            @RequestParam(defaultValue = "") String q,
            Locale locale,
            Model model) {
        model.addAttribute("base", home(acting));
        if (acting.organisation().kind() == Kind.EMPLOYER) {
            return given(acting, q, locale, model);
        }
        model.addAttribute("typed", EndorsementRequests.Typed.NOTHING);
        return received(acting, locale, model);
    }

    private String given(Acting acting, String q, Locale locale, Model model) {
        var search = q.length() > 100 ? q.substring(0, 100) : q;
        model.addAttribute("mayEndorse", acting.may(Role.EMPLOYER));
        model.addAttribute(
                "domain",
                domains.of(acting.organisationId()).map(ProvenDomain::domain).orElse(""));
        model.addAttribute("domainHref", "/o/" + acting.organisation().slug() + "/domain");
        model.addAttribute("publicHref", "/employers/" + acting.organisation().slug());
        model.addAttribute("outdated", lists.lines(endorsements.outdated(acting.organisationId()), locale));
        model.addAttribute("asked", lists.asked(requests.waitingFor(acting), locale));
        model.addAttribute("lines", lists.lines(rows.by(acting.organisationId(), EndorsementLists.MOST), locale));
        model.addAttribute("q", search);
        model.addAttribute(
                "found",
                search.isBlank()
                        ? List.of()
                        : specs.catalogue(search, Optional.empty(), MOST_FOUND, 0).stream()
                                .map(version -> new Found(
                                        version.id().value(),
                                        lists.name(version, locale),
                                        lists.name(version.organisation())))
                                .toList());
        return "employer/given";
    }

    private String received(Acting acting, Locale locale, Model model) {
        model.addAttribute("lines", lists.lines(rows.received(acting.organisationId(), EndorsementLists.MOST), locale));
        model.addAttribute("asked", lists.asked(requests.askedBy(acting), locale));
        model.addAttribute(
                "versions",
                specs.publishedOf(acting.organisationId()).stream()
                        .map(version -> new Option(version.id().toString(), lists.name(version, locale)))
                        .toList());
        return "employer/received";
    }

    /// Fields: `employer` (short name), `version` and `words`.
    @PostMapping("/requests")
    String ask(
            @ActingAs(Role.DESIGNER) Acting acting,
            @RequestParam(defaultValue = "") String employer,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(name = "words", defaultValue = "") String message,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var typed = new EndorsementRequests.Typed(employer, version, message);
        try {
            requests.ask(acting, typed);
        } catch (InputException e) {
            words.refuse(e, model, response, locale);
            model.addAttribute("base", home(acting));
            model.addAttribute("typed", typed);
            return received(acting, locale, model);
        }
        flash.ok(next, locale, "employer.ask.done");
        return "redirect:" + home(acting);
    }

    @GetMapping("/new")
    String form(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @RequestParam(defaultValue = "") String version,
            Locale locale,
            Model model) {
        return form(acting, version(version), EndorsementForm.NOTHING, locale, model);
    }

    private PublishedSpec version(String typed) {
        try {
            return specs.published(new SpecVersionId(UUID.fromString(typed.strip())))
                    .orElseThrow(() -> new NotFoundException("version"));
        } catch (IllegalArgumentException e) {
            throw new NotFoundException("version");
        }
    }

    private String form(Acting acting, PublishedSpec version, EndorsementForm typed, Locale locale, Model model) {
        model.addAttribute("base", home(acting));
        model.addAttribute("version", version.id().value());
        model.addAttribute("name", lists.name(version, locale));
        model.addAttribute("issuer", lists.name(version.organisation()));
        model.addAttribute("typed", typed);
        model.addAttribute(
                "domain",
                domains.of(acting.organisationId()).map(ProvenDomain::domain).orElse(""));
        model.addAttribute("domainHref", "/o/" + acting.organisation().slug() + "/domain");
        var isMadeTogether = codesign.isSignedTogether(acting.organisationId(), version.id());
        model.addAttribute(
                "kinds",
                words.options(
                        locale,
                        "employer.kind.",
                        Stream.of(EndorsementKind.values())
                                .filter(kind -> isMadeTogether || kind != EndorsementKind.CO_DESIGNED)
                                .toArray(EndorsementKind[]::new)));
        model.addAttribute("conflicts", words.options(locale, "employer.conflict.", EndorsementForm.Conflict.values()));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(home(acting), words.say(locale, "employer.given.title")),
                        new Crumb("", words.say(locale, "employer.endorse.title"))));
        return "employer/endorse";
    }

    /// Fields: `version`, `kinds` (several), `comment`, `conflict` (`NONE`, `DECLARED`), `conflictWords`, `months`.
    @PostMapping("/new")
    String endorse(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @RequestParam(name = "version", defaultValue = "") String typedVersion,
            @RequestParam(defaultValue = "") List<String> kinds,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String conflict,
            @RequestParam(defaultValue = "") String conflictWords,
            @RequestParam(defaultValue = "") String months,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var version = version(typedVersion);
        var typed = new EndorsementForm(kinds, comment, conflict, conflictWords, months);
        try {
            var made = endorsements.endorse(acting, version.id(), typed);
            flash.ok(next, locale, "employer.endorse.done", made.size());
        } catch (InputException e) {
            words.refuse(e, model, response, locale);
            return form(acting, version, typed, locale, model);
        }
        return "redirect:" + home(acting);
    }

    static String home(Acting acting) {
        return "/o/" + acting.organisation().slug() + "/endorsements";
    }
}
