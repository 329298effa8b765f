package org.cairn.server.market;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The same figures for an organisation, with those of its own postings first.
@Controller
@RequestMapping("/o/{organisation}/market/demand")
class DeskDemandPages {
    private final Demand demand;
    private final DemandPage page;

    DeskDemandPages(Demand demand, DemandPage page) {
        this.demand = demand;
        this.page = page;
    }

    private DemandPage.Reader reader(Acting acting) {
        var organisation = Optional.of(acting.organisationId());
        return new DemandPage.Reader(
                organisation,
                demand.series(SeriesId.own(acting.organisationId()), organisation)
                        .orElseGet(demand::common),
                DeskPages.home(acting) + "/demand");
    }

    @GetMapping
    String list(@ActingAs Acting acting, @RequestParam Map<String, String> sent, Model model, Locale locale) {
        return page.list(reader(acting), DemandQuery.of(sent), model, locale);
    }

    @GetMapping("/demand.csv")
    ResponseEntity<byte[]> csv(@ActingAs Acting acting, @RequestParam Map<String, String> sent, Locale locale) {
        return page.csv(reader(acting), DemandQuery.of(sent), locale);
    }

    @GetMapping("/skill")
    String skill(
            @ActingAs Acting acting,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String uri,
            Model model,
            Locale locale) {
        return page.skill(reader(acting), DemandQuery.of(sent), uri, model, locale);
    }

    @GetMapping("/skill.csv")
    ResponseEntity<byte[]> skillCsv(
            @ActingAs Acting acting,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String uri,
            Locale locale) {
        return page.skillCsv(reader(acting), DemandQuery.of(sent), uri, locale);
    }
}
