package org.cairn.server.hiring;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.hiring.HiringWords.Crumb;
import org.cairn.server.hiring.HiringWords.Option;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.taxonomy.Concept;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.server.web.Flash;
import org.cairn.server.web.InputException;
import org.cairn.skills.gap.Level;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// RoleProfile profiles: writing one, with skills of a taxonomy or in one's own words, or beginning with an occupation.
@Controller
@RequestMapping("/o/{organisation}/roles")
class RolePages {
    private static final int MOST_FOUND = 12;
    private static final int LONGEST_SEARCH = 100;

    private final Roles roles;
    private final Checks checks;
    private final Taxonomies taxonomies;
    private final HiringWords words;
    private final Flash flash;

    RolePages(Roles roles, Checks checks, Taxonomies taxonomies, HiringWords words, Flash flash) {
        this.roles = roles;
        this.checks = checks;
        this.taxonomies = taxonomies;
        this.words = words;
        this.flash = flash;
    }

    static String base(Acting acting) {
        return HiringWords.home(acting) + "/roles";
    }

    static String here(Acting acting, RoleId id) {
        return base(acting) + "/" + id;
    }

    record Row(String href, String title, int skills, String day, boolean archived) {}

    record CheckRow(String href, String reference, String role, String day, String until) {}

    @GetMapping
    String list(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @RequestParam(defaultValue = "") String q,
            Model model,
            Locale locale) {
        return list(acting, q, new Typed("", ""), model, locale);
    }

    record Typed(String title, String about) {}

    private String list(Acting acting, String q, Typed typed, Model model, Locale locale) {
        model.addAttribute(
                "rows",
                roles.of(acting.organisationId()).stream()
                        .map(role -> new Row(
                                here(acting, role.id()),
                                role.title(),
                                role.skills().size(),
                                HiringWords.day(role.createdAt(), locale),
                                role.archivedAt().isPresent()))
                        .toList());
        model.addAttribute(
                "checks",
                checks.of(acting).stream()
                        .map(check -> new CheckRow(
                                CheckPages.here(acting, check.id()),
                                check.reference(),
                                check.role(),
                                HiringWords.day(check.madeAt(), locale),
                                HiringWords.day(check.deleteAt(), locale)))
                        .toList());
        search(q, Concept.Kind.OCCUPATION, model, locale);
        model.addAttribute("typed", typed);
        model.addAttribute("base", base(acting));
        HiringWords.unlessRefused(model);
        model.addAttribute(
                "crumbs", HiringWords.crumbs(acting, new Crumb("", words.text("hiring.roles.title", locale))));
        return "hiring/roles";
    }

    private void search(String q, Concept.Kind kind, Model model, Locale locale) {
        var search = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
        model.addAttribute("q", search);
        model.addAttribute(
                "found",
                search.isBlank() ? List.of() : taxonomies.search(search, locale.getLanguage(), kind, MOST_FOUND));
    }

    /// @param occupation whose skills to begin with, where one was chosen
    @PostMapping
    String create(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String occupation,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        try {
            var id = roles.create(acting, title, about, uri(occupation), locale);
            return "redirect:" + here(acting, id);
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            return list(acting, "", new Typed(title, about), model, locale);
        }
    }

    private static Optional<ConceptUri> uri(String text) {
        return ConceptUri.isOne(text) ? Optional.of(new ConceptUri(text)) : Optional.empty();
    }

    record SkillRow(String key, String label, boolean named, String weight, int level, String said) {}

    @GetMapping("/{id}")
    String one(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "SKILL") String kind,
            Model model,
            Locale locale) {
        return one(acting, roles.one(acting.organisationId(), new RoleId(id)), q, kind, model, locale);
    }

    private String one(Acting acting, RoleProfile role, String q, String kind, Model model, Locale locale) {
        var occupations = kind.equals(Concept.Kind.OCCUPATION.name());
        search(q, occupations ? Concept.Kind.OCCUPATION : Concept.Kind.SKILL, model, locale);
        model.addAttribute("occupations", occupations);
        model.addAttribute("role", role);
        model.addAttribute("archived", role.archivedAt().isPresent());
        model.addAttribute("here", here(acting, role.id()));
        model.addAttribute(
                "skills",
                role.skills().stream().map(skill -> row(skill, locale)).toList());
        model.addAttribute("levels", levels(locale));
        model.addAttribute("weights", words.options("hiring.weight.", RoleSkill.Weight.values(), locale));
        HiringWords.unlessRefused(model);
        model.addAttribute(
                "crumbs",
                HiringWords.crumbs(
                        acting,
                        new Crumb(base(acting), words.text("hiring.roles.title", locale)),
                        new Crumb("", role.title())));
        return "hiring/role";
    }

    private SkillRow row(RoleSkill skill, Locale locale) {
        return new SkillRow(
                skill.key(),
                skill.label(),
                !skill.uri().isEmpty(),
                skill.weight().name(),
                skill.level().steps(),
                words.text(
                        "hiring.wanted",
                        locale,
                        words.text("hiring.weight." + skill.weight(), locale),
                        words.level(skill.level(), locale)));
    }

    private List<Option> levels(Locale locale) {
        return Stream.of(Level.values())
                .map(level -> new Option(Integer.toString(level.steps()), words.level(level, locale)))
                .toList();
    }

    @PostMapping("/{id}")
    String describe(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String about,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        var role = roles.one(acting.organisationId(), new RoleId(id));
        try {
            roles.describe(acting, role.id(), title, about);
            flash.ok(next, locale, "hiring.role.saved");
            return "redirect:" + here(acting, role.id());
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            var typed = new RoleProfile(
                    role.id(), role.organisation(), title, about, role.skills(), role.createdAt(), role.archivedAt());
            return one(acting, typed, "", "", model, locale);
        }
    }

    /// Adds a skill or weighs it otherwise: one of a taxonomy by its identifier, another by its words.
    @PostMapping("/{id}/skills")
    String want(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        var role = roles.one(acting.organisationId(), new RoleId(id));
        var weight = sent.getOrDefault("weight", "").equals(RoleSkill.Weight.WELCOME.name())
                ? RoleSkill.Weight.WELCOME
                : RoleSkill.Weight.REQUIRED;
        try {
            var uri = uri(sent.getOrDefault("skill", ""));
            if (uri.isPresent()) {
                roles.want(acting, role.id(), uri.get(), weight, level(sent), locale);
            } else {
                roles.wantInWords(acting, role.id(), sent.getOrDefault("words", ""), weight, level(sent));
            }
            return "redirect:" + here(acting, role.id()) + "#skills";
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            model.addAttribute("words", sent.getOrDefault("words", ""));
            return one(acting, role, "", "", model, locale);
        }
    }

    private static Level level(Map<String, String> sent) {
        var level = sent.getOrDefault("level", "");
        return level.matches("[1-4]") ? Level.ofSteps(Integer.parseInt(level)) : Level.ASSUMED;
    }

    @PostMapping("/{id}/skills/drop")
    String drop(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String key) {
        roles.drop(acting, new RoleId(id), key);
        return "redirect:" + here(acting, new RoleId(id)) + "#skills";
    }

    @PostMapping("/{id}/fill")
    String fill(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String occupation,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        var role = roles.one(acting.organisationId(), new RoleId(id));
        try {
            var none = new InputException(InputException.Fault.of("occupation", "hiring.role.occupation.unknown"));
            var added = roles.fill(acting, role.id(), uri(occupation).orElseThrow(() -> none), locale);
            flash.ok(next, locale, "hiring.role.filled", added);
            return "redirect:" + here(acting, role.id()) + "#skills";
        } catch (InputException e) {
            words.refuse(e.faults(), model, response, locale);
            return one(acting, role, "", "", model, locale);
        }
    }

    @PostMapping("/{id}/archive")
    String archive(
            @ActingAs(Role.EMPLOYER) Acting acting,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean aside,
            RedirectAttributes next,
            Locale locale) {
        roles.archive(acting, new RoleId(id), aside);
        flash.ok(next, locale, aside ? "hiring.role.archived" : "hiring.role.restored");
        return "redirect:" + here(acting, new RoleId(id));
    }
}
