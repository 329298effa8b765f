package org.cairn.server.market;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.web.SafeCsv;
import org.cairn.skills.demand.Region;
import org.cairn.skills.demand.Share;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// For providers: what is asked for and nobody offers, and what they offer and nobody asks for. For employers: how many
/// awards carry a skill. By the figures for everybody, of the last twelve months.
@Controller
@RequestMapping("/o/{organisation}/market")
class CoveragePages {
    private static final int SHOWN = 100;

    private final Demand demand;
    private final DemandTable table;
    private final Coverage coverage;
    private final MarketWords words;

    CoveragePages(Demand demand, DemandTable table, Coverage coverage, MarketWords words) {
        this.demand = demand;
        this.table = table;
        this.coverage = coverage;
        this.words = words;
    }

    /// @param published a microcredential names the skill, but one cannot apply for it now
    record Gap(DemandTable.Row row, boolean published) {}

    /// @param skills their labels, with how many postings ask, in words
    record Unasked(String href, String title, List<String> skills) {}

    /// @param share of postings that ask; a dash where too few do
    record Supply(ConceptUri skill, String label, long awards, String count, String share) {}

    @GetMapping("/gaps")
    String gaps(@ActingAs Acting acting, @RequestParam Map<String, String> sent, Model model, Locale locale) {
        var query = DemandQuery.of(sent);
        var view = frame(acting, query, "market.gaps.title", model, locale);
        var gaps = gaps(view, locale);
        model.addAttribute("gaps", gaps.stream().limit(SHOWN).toList());
        model.addAttribute("more", Math.max(0, gaps.size() - SHOWN));
        model.addAttribute("unasked", unasked(acting, view, locale));
        return "market/gaps";
    }

    @GetMapping("/gaps.csv")
    ResponseEntity<byte[]> gapsCsv(@ActingAs Acting acting, @RequestParam Map<String, String> sent, Locale locale) {
        var view = demand.view(demand.common(), DemandQuery.of(sent).region());
        var rows = gaps(view, locale).stream()
                .map(gap -> List.of(
                        gap.row().label(),
                        gap.row().skill().value(),
                        DemandTable.number(gap.row().figures().share()),
                        DemandTable.number(gap.row().figures().low()),
                        DemandTable.number(gap.row().figures().high()),
                        gap.row().direction(),
                        standing(gap, locale)))
                .toList();
        return SafeCsv.file(
                "gaps.csv", headings(locale, "skill", "uri", "share", "low", "high", "direction", "standing"), rows);
    }

    private List<Gap> gaps(MarketView view, Locale locale) {
        var span = view.lastYear();
        if (span.isEmpty()) {
            return List.of();
        }
        var taught = coverage.taught();
        var lines = view.lines(span.get()).stream()
                .filter(line -> line.share() instanceof Share.Known)
                .filter(line -> !taught.offered().contains(line.skill()))
                .sorted(Comparator.comparingLong(MarketView.Line::asked)
                        .reversed()
                        .thenComparing(MarketView.Line::skill))
                .toList();
        var labels = words.labels(lines.stream().map(MarketView.Line::skill).toList(), locale);
        return lines.stream()
                .map(line -> new Gap(
                        table.row(line, labels, locale), taught.published().contains(line.skill())))
                .toList();
    }

    private String standing(Gap gap, Locale locale) {
        return words.text(gap.published() ? "market.gaps.published" : "market.gaps.nobody", locale);
    }

    private List<Unasked> unasked(Acting acting, MarketView view, Locale locale) {
        var span = view.lastYear();
        if (span.isEmpty()) {
            return List.of();
        }
        return coverage.offersOf(acting.organisationId()).stream()
                .filter(offer -> !offer.skills().isEmpty())
                .filter(offer -> offer.skills().stream()
                        .allMatch(skill -> view.line(skill, span.get()).share() instanceof Share.TooFew))
                .map(offer -> new Unasked(
                        "/catalogue/" + offer.spec().id(),
                        offer.spec().content().titleIn(locale),
                        words.labels(offer.skills(), locale).values().stream()
                                .sorted()
                                .toList()))
                .toList();
    }

    @GetMapping("/supply")
    String supply(@ActingAs Acting acting, @RequestParam Map<String, String> sent, Model model, Locale locale) {
        var query = DemandQuery.of(sent);
        var view = frame(acting, query, "market.supply.title", model, locale);
        var supply = supply(view, query.search(), locale);
        model.addAttribute("supply", supply.stream().limit(SHOWN).toList());
        model.addAttribute("more", Math.max(0, supply.size() - SHOWN));
        return "market/supply";
    }

    @GetMapping("/supply.csv")
    ResponseEntity<byte[]> supplyCsv(@ActingAs Acting acting, @RequestParam Map<String, String> sent, Locale locale) {
        var query = DemandQuery.of(sent);
        var rows = supply(demand.view(demand.common(), query.region()), query.search(), locale).stream()
                .map(line -> List.of(line.label(), line.skill().value(), Long.toString(line.awards()), line.share()))
                .toList();
        return SafeCsv.file("supply.csv", headings(locale, "skill", "uri", "awards", "share"), rows);
    }

    private List<Supply> supply(MarketView view, String search, Locale locale) {
        var awarded = coverage.taught().awarded();
        var enough = awarded.keySet().stream()
                .filter(skill -> awarded.getOrDefault(skill, 0L) >= Share.FEWEST)
                .toList();
        var labels = words.labels(enough, locale);
        return enough.stream()
                .filter(skill ->
                        labels.getOrDefault(skill, "").toLowerCase(locale).contains(search.toLowerCase(locale)))
                .map(skill -> supply(skill, awarded.getOrDefault(skill, 0L), labels, view, locale))
                .sorted(Comparator.comparingLong(Supply::awards).reversed().thenComparing(Supply::skill))
                .toList();
    }

    private Supply supply(
            ConceptUri skill, long awards, Map<ConceptUri, String> labels, MarketView view, Locale locale) {
        var share = view.lastYear()
                .map(span -> view.line(skill, span).share())
                .flatMap(said -> said instanceof Share.Known known ? Optional.of(known) : Optional.empty());
        return new Supply(
                skill,
                labels.getOrDefault(skill, ""),
                awards,
                words.count(awards, locale),
                share.map(known -> words.percent(known.share(), locale)).orElse("–"));
    }

    private MarketView frame(Acting acting, DemandQuery query, String title, Model model, Locale locale) {
        var view = demand.view(demand.common(), query.region());
        model.addAttribute("home", DeskPages.home(acting));
        model.addAttribute("query", query);
        model.addAttribute(
                "countries",
                demand.regions(demand.common()).stream()
                        .map(Region::country)
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .map(code -> new MarketWords.Option(code, words.country(code, locale)))
                        .sorted(Comparator.comparing(MarketWords.Option::label))
                        .toList());
        model.addAttribute("region", words.region(query.region(), locale));
        model.addAttribute(
                "postings", words.count(view.lastYear().map(view::postings).orElse(0L), locale));
        model.addAttribute(
                "crumbs",
                DeskPages.crumbs(acting, words, locale, new MarketWords.Crumb("", words.text(title, locale))));
        return view;
    }

    private List<String> headings(Locale locale, String... keys) {
        return Stream.of(keys)
                .map(key -> words.text("market.column." + key, locale))
                .toList();
    }
}
