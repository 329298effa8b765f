package org.cairn.server.quality;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.server.catalogue.GateReport;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a quality body looks through: every published microcredential with what the rules found in it.
@Controller
class PublishedPages {
    private static final int PAGE = 50;

    private final Quality quality;
    private final Specs specs;
    private final Organisations organisations;

    PublishedPages(Quality quality, Specs specs, Organisations organisations) {
        this.quality = quality;
        this.specs = specs;
        this.organisations = organisations;
    }

    /// @param unmet how many demands are not met
    /// @param overridden published with a written reason all the same
    record Row(PublishedSpec spec, String title, String issuer, GateReport report, int unmet, boolean overridden) {}

    @GetMapping("/o/{organisation}/reviews/published")
    String published(
            @ActingAs(Role.REVIEWER) Acting acting,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        var start = Math.clamp(page, 1, 10_000);
        var found = specs.catalogue("", Optional.empty(), PAGE + 1, (start - 1) * PAGE);
        List<Row> rows = found.stream()
                .limit(PAGE)
                .map(spec -> row(spec, locale))
                .sorted(Comparator.comparingInt(Row::unmet).reversed())
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute("page", start);
        model.addAttribute("pages", found.size() > PAGE ? start + 1 : start);
        model.addAttribute("base", "/o/" + acting.organisation().slug() + "/reviews/published?page=");
        return "quality/reviews";
    }

    private Row row(PublishedSpec spec, Locale locale) {
        var issuer = organisations.byId(spec.organisation()).orElseThrow();
        var report = quality.check(spec.content(), issuer);
        return new Row(
                spec,
                spec.content().titleIn(locale),
                issuer.legalName(),
                report,
                report.obstacles().size(),
                specs.overrideReason(spec.id()).isPresent());
    }
}
