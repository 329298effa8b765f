package org.cairn.server.taxonomy;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.server.taxonomy.ConceptView.Link;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.RateLimits;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/// What everybody may look up: search, and a page for each skill, occupation and group.
@Controller
@RequestMapping("/skills")
class SkillPages {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit("skill-pages", 1_200, Duration.ofMinutes(1));
    private static final int FOUND = 25;
    private static final int OPTIONS = 10;

    private final Taxonomies taxonomies;
    private final ConceptViews views;
    private final RateLimits limits;

    SkillPages(Taxonomies taxonomies, ConceptViews views, RateLimits limits) {
        this.taxonomies = taxonomies;
        this.views = views;
        this.limits = limits;
    }

    /// @param name by which it was found, where that is not its label; else empty
    record Result(String href, String label, String name, String description) {}

    @GetMapping
    String search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "skill") String kind,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        model.addAttribute("scheme", taxonomies.current().scheme().toString());
        model.addAttribute("esco", taxonomies.current().scheme().name().startsWith(Release.ESCO));
        model.addAttribute("tops", views.tops(locale));
        model.addAttribute("occupations", views.someOccupations(locale));
        return fill(q, kind, FOUND, request, locale, model, "taxonomy/search");
    }

    /// The same without the frame, while one types.
    @GetMapping("/found")
    String found(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "skill") String kind,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        return fill(q, kind, FOUND, request, locale, model, "taxonomy/found");
    }

    /// Options for a field that offers names while one types.
    @GetMapping("/options")
    String options(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "skill") String kind,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        return fill(q, kind, OPTIONS, request, locale, model, "taxonomy/options");
    }

    private String fill(
            String q, String kind, int limit, HttpServletRequest request, Locale locale, Model model, String view) {
        if (!limits.permits(LIMIT, request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var wanted = kind.equals("occupation") ? Concept.Kind.OCCUPATION : Concept.Kind.SKILL;
        model.addAttribute("q", q.length() > 100 ? q.substring(0, 100) : q);
        model.addAttribute("kind", wanted.name().toLowerCase(Locale.ROOT));
        model.addAttribute("results", results(taxonomies.search(q, locale.getLanguage(), wanted, limit)));
        return view;
    }

    private static List<Result> results(List<Concept> found) {
        return found.stream()
                .map(concept -> new Result(
                        Link.href(concept.uri()),
                        concept.label(),
                        concept.name().equals(concept.label()) ? "" : concept.name(),
                        concept.description()))
                .toList();
    }

    @GetMapping("/concept")
    String concept(@RequestParam String uri, Locale locale, Model model) {
        var view = Optional.of(uri)
                .filter(ConceptUri::isOne)
                .map(ConceptUri::new)
                .flatMap(known -> views.of(known, locale))
                .orElseThrow(() -> new NotFoundException("skill"));
        model.addAttribute("concept", view);
        return "taxonomy/concept";
    }
}
