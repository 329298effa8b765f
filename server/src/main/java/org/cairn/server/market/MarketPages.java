package org.cairn.server.market;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What the market asks for, for everybody: figures only.
@Controller
@RequestMapping("/market")
class MarketPages {
    private final Demand demand;
    private final DemandPage page;

    MarketPages(Demand demand, DemandPage page) {
        this.demand = demand;
        this.page = page;
    }

    private DemandPage.Reader reader() {
        return new DemandPage.Reader(Optional.empty(), demand.common(), "/market");
    }

    @GetMapping
    String list(@RequestParam Map<String, String> sent, Model model, Locale locale) {
        return page.list(reader(), DemandQuery.of(sent), model, locale);
    }

    @GetMapping("/demand.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> sent, Locale locale) {
        return page.csv(reader(), DemandQuery.of(sent), locale);
    }

    @GetMapping("/skill")
    String skill(
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String uri,
            Model model,
            Locale locale) {
        return page.skill(reader(), DemandQuery.of(sent), uri, model, locale);
    }

    @GetMapping("/skill.csv")
    ResponseEntity<byte[]> skillCsv(
            @RequestParam Map<String, String> sent, @RequestParam(defaultValue = "") String uri, Locale locale) {
        return page.skillCsv(reader(), DemandQuery.of(sent), uri, locale);
    }
}
