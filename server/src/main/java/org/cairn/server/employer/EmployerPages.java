package org.cairn.server.employer;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Collator;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.server.employer.Onboarding.Typed;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisation.Kind;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.PageWords;
import org.cairn.server.web.PageWords.Option;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What is public of employers, and how one joins.
@Controller
@RequestMapping("/employers")
class EmployerPages {
    private static final int MOST_SHOWN = 300;

    private final Onboarding onboarding;
    private final Organisations organisations;
    private final Domains domains;
    private final EndorsementRepository rows;
    private final EndorsementLists lists;
    private final PageWords words;
    private final Flash flash;
    private final InstantSource time;

    EmployerPages(
            Onboarding onboarding,
            Organisations organisations,
            Domains domains,
            EndorsementRepository rows,
            EndorsementLists lists,
            PageWords words,
            Flash flash,
            InstantSource time) {
        this.onboarding = onboarding;
        this.organisations = organisations;
        this.domains = domains;
        this.rows = rows;
        this.lists = lists;
        this.words = words;
        this.flash = flash;
        this.time = time;
    }

    record Row(String href, String slug, String name, String domain) {}

    /// Only who proved a domain is listed: a name alone anybody can give.
    @GetMapping
    String list(Model model) {
        var proven = domains.all();
        model.addAttribute(
                "rows",
                organisations.all().stream()
                        .filter(each -> each.kind() == Kind.EMPLOYER && proven.containsKey(each.id()))
                        .limit(MOST_SHOWN)
                        .map(each -> new Row(
                                "/employers/" + each.slug(),
                                each.slug(),
                                each.legalName(),
                                proven.getOrDefault(each.id(), "")))
                        .toList());
        return "employer/employers";
    }

    @GetMapping("/join")
    String form(@AuthenticationPrincipal SignedIn me, Locale locale, Model model) {
        return form(Typed.NOTHING, locale, model);
    }

    private static String form(Typed typed, Locale locale, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute(
                "countries",
                Stream.of(Locale.getISOCountries())
                        .map(code -> new Option(code, Locale.of("", code).getDisplayCountry(locale)))
                        .sorted(Comparator.comparing(Option::label, Collator.getInstance(locale)))
                        .toList());
        return "employer/join";
    }

    /// Fields: `legalName`, `country`, `domain` (or the address of the site) and `email`.
    @PostMapping("/join")
    String join(
            @AuthenticationPrincipal SignedIn me,
            @RequestParam(defaultValue = "") String legalName,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String domain,
            @RequestParam(defaultValue = "") String email,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale,
            Model model) {
        var typed = new Typed(legalName, country, domain, email);
        try {
            var founded = onboarding.join(me, typed);
            flash.ok(next, locale, "employer.join.done");
            return "redirect:/o/" + founded.slug() + "/domain";
        } catch (InputException e) {
            words.refuse(e, model, response, locale);
            return form(typed, locale, model);
        }
    }

    @GetMapping("/{slug}")
    String employer(@PathVariable String slug, Locale locale, Model model) {
        var employer = organisations
                .bySlug(slug)
                .filter(each -> each.kind() == Kind.EMPLOYER)
                .orElseThrow(() -> new NotFoundException("employer"));
        var domain = domains.of(employer.id());
        model.addAttribute("employer", employer);
        model.addAttribute("country", Locale.of("", employer.country()).getDisplayCountry(locale));
        model.addAttribute("domain", domain.map(ProvenDomain::domain).orElse(""));
        model.addAttribute(
                "since", domain.map(d -> PageWords.day(d.since(), locale)).orElse(""));
        model.addAttribute(
                "checked", domain.map(d -> PageWords.day(d.checkedAt(), locale)).orElse(""));
        // Without a proof it is anybody's word.
        model.addAttribute("lines", domain.isPresent() ? standing(employer, locale) : List.of());
        return "employer/employer";
    }

    private List<EndorsementLists.Line> standing(Organisation employer, Locale locale) {
        var now = time.instant();
        return lists.lines(
                rows.by(employer.id(), EndorsementLists.MOST).stream()
                        .filter(each -> each.standsAt(now))
                        .toList(),
                locale);
    }
}
