package org.cairn.server.talent;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.hiring.HiringWords;
import org.cairn.server.hiring.HiringWords.Crumb;
import org.cairn.server.hiring.HiringWords.Option;
import org.cairn.server.hiring.RoleId;
import org.cairn.server.hiring.Roles;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.taxonomy.Concept;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.RateLimits;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// An employer looks for people who chose to be found, and asks one to get in touch.
@Controller
@RequestMapping("/o/{organisation}/talent")
class TalentPages {
    private static final RateLimits.Limit SEARCHES = new RateLimits.Limit("talent-search", 120, Duration.ofHours(1));
    private static final RateLimits.Limit OPENINGS = new RateLimits.Limit("talent-open", 300, Duration.ofHours(1));
    private static final int MOST_SKILLS = 10;
    private static final int MOST_FOUND = 12;
    private static final int LONGEST_SEARCH = 100;

    private final Entry entry;
    private final Finding finding;
    private final Contacts contacts;
    private final Roles roles;
    private final Taxonomies taxonomies;
    private final TalentView view;
    private final HiringWords words;
    private final RateLimits limits;
    private final Flash flash;

    TalentPages(
            Entry entry,
            Finding finding,
            Contacts contacts,
            Roles roles,
            Taxonomies taxonomies,
            TalentView view,
            HiringWords words,
            RateLimits limits,
            Flash flash) {
        this.entry = entry;
        this.finding = finding;
        this.contacts = contacts;
        this.roles = roles;
        this.taxonomies = taxonomies;
        this.view = view;
        this.words = words;
        this.limits = limits;
        this.flash = flash;
    }

    static String base(Acting acting) {
        return HiringWords.home(acting) + "/talent";
    }

    static String person(Acting acting, AliasId id) {
        return base(acting) + "/people/" + id;
    }

    /// @param q looks for a skill to search by; `skill`, `country` and `language` search for people
    @GetMapping
    String search(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @RequestParam(defaultValue = "") List<String> skill,
            @RequestParam(defaultValue = "") String country,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String q,
            Model model,
            Locale locale) {
        if (!entry.isOpenTo(acting)) {
            model.addAttribute("domainHref", HiringWords.home(acting) + "/domain");
            model.addAttribute("crumbs", HiringWords.crumbs(acting, new Crumb("", words.text("talent.title", locale))));
            return "talent/closed";
        }
        var skills = skill.stream()
                .filter(ConceptUri::isOne)
                .distinct()
                .limit(MOST_SKILLS)
                .toList();
        var query = new ListingRepository.Query(
                skills, country.matches("[A-Z]{2}") ? country : "", Listings.isLanguage(language) ? language : "");
        model.addAttribute("query", query);
        model.addAttribute("chosen", view.labels(skills, locale));
        var text = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
        model.addAttribute("q", text);
        model.addAttribute(
                "found",
                text.isBlank()
                        ? List.of()
                        : taxonomies.search(text, locale.getLanguage(), Concept.Kind.SKILL, MOST_FOUND));
        var busy = !query.isEmpty()
                && !limits.permits(SEARCHES, acting.organisationId().toString());
        model.addAttribute("busy", busy);
        model.addAttribute("asked", !query.isEmpty());
        model.addAttribute("cards", query.isEmpty() || busy ? List.of() : cards(acting, query, locale));
        model.addAttribute("most", Finding.MOST_SHOWN);
        model.addAttribute("countries", view.countries(locale));
        model.addAttribute("base", base(acting));
        model.addAttribute("crumbs", HiringWords.crumbs(acting, new Crumb("", words.text("talent.title", locale))));
        return "talent/search";
    }

    private List<TalentView.Card> cards(Acting acting, ListingRepository.Query query, Locale locale) {
        return finding.search(acting, query).stream()
                .map(seen -> card(acting, seen, locale))
                .toList();
    }

    private TalentView.Card card(Acting acting, Finding.Seen seen, Locale locale) {
        return view.card(
                person(acting, seen.alias().id()), seen.name(), seen.listing(), seen.facts(), seen.skills(), locale);
    }

    record Typed(String role, String message) {}

    @GetMapping("/people/{id}")
    String person(@ActingAs(Role.EMPLOYER) Acting acting, @PathVariable UUID id, Model model, Locale locale) {
        return person(acting, new AliasId(id), new Typed("", ""), model, locale);
    }

    private String person(Acting acting, AliasId id, Typed typed, Model model, Locale locale) {
        demandEntry(acting);
        if (!limits.permits(OPENINGS, acting.organisationId().toString())) {
            throw new ConflictException("talent.often");
        }
        var seen = finding.open(acting, id);
        model.addAttribute("card", card(acting, seen, locale));
        model.addAttribute(
                "contact",
                contacts.of(acting, id)
                        .map(contact -> ContactPages.here(acting, contact.id()))
                        .orElse(""));
        model.addAttribute(
                "roles",
                roles.of(acting.organisationId()).stream()
                        .filter(role ->
                                role.archivedAt().isEmpty() && !role.skills().isEmpty())
                        .map(role -> new Option(role.id().toString(), role.title()))
                        .toList());
        model.addAttribute("typed", typed);
        model.addAttribute("here", person(acting, id));
        HiringWords.unlessRefused(model);
        model.addAttribute(
                "crumbs",
                HiringWords.crumbs(
                        acting,
                        new Crumb(base(acting), words.text("talent.title", locale)),
                        new Crumb("", seen.name())));
        return "talent/person";
    }

    @PostMapping("/people/{id}/ask")
    String ask(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String message,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        demandEntry(acting);
        var alias = new AliasId(id);
        try {
            var contact = contacts.ask(acting, alias, role(role), message);
            flash.ok(next, locale, "talent.asked");
            return "redirect:" + ContactPages.here(acting, contact);
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            return person(acting, alias, new Typed(role, message), model, locale);
        }
    }

    private void demandEntry(Acting acting) {
        if (!entry.isOpenTo(acting)) {
            throw new NotFoundException("talent");
        }
    }

    private static Optional<RoleId> role(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new RoleId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            throw new InputException(Fault.of("role", "talent.role.form"));
        }
    }
}
