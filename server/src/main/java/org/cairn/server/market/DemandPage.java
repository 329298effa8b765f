package org.cairn.server.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.web.Languages;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.SafeCsv;
import org.cairn.skills.demand.Asked;
import org.cairn.skills.demand.Region;
import org.cairn.skills.demand.Share;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// Fills the pages of demand, for everybody and for an organisation alike.
@Component
class DemandPage {
    private static final int PAGE = 50;
    private static final int BARS = 15;

    private final Demand demand;
    private final DemandTable table;
    private final MarketWords words;
    private final Organisations organisations;

    DemandPage(Demand demand, DemandTable table, MarketWords words, Organisations organisations) {
        this.demand = demand;
        this.table = table;
        this.words = words;
        this.organisations = organisations;
    }

    /// Who reads, and where the pages lie.
    ///
    /// @param first what is shown where nothing else is asked for
    record Reader(Optional<OrganisationId> organisation, Series first, String path) {}

    private Series chosen(Reader reader, DemandQuery query) {
        return query.series()
                .map(id -> demand.series(id, reader.organisation()).orElseThrow(() -> new NotFoundException("figures")))
                .orElse(reader.first());
    }

    String list(Reader reader, DemandQuery query, Model model, Locale locale) {
        var series = chosen(reader, query);
        var view = demand.view(series, query.region());
        frame(reader, query, series, view, model, locale);
        query.span(view).ifPresent(span -> rows(reader, query, view, span, model, locale));
        return "market/demand";
    }

    private void frame(Reader reader, DemandQuery query, Series series, MarketView view, Model model, Locale locale) {
        var regions = demand.regions(series);
        model.addAttribute("query", query);
        model.addAttribute("path", reader.path());
        model.addAttribute("all", seriesOptions(reader, locale));
        model.addAttribute("seriesId", series.id().toString());
        model.addAttribute("seriesName", name(series, locale));
        model.addAttribute("isReady", series.kind() == Series.Kind.READY);
        model.addAttribute(
                "countries",
                regions.stream()
                        .map(Region::country)
                        .filter(code -> !code.isEmpty())
                        .distinct()
                        .map(code -> new MarketWords.Option(code, words.country(code, locale)))
                        .sorted(java.util.Comparator.comparing(MarketWords.Option::label))
                        .toList());
        model.addAttribute(
                "subdivisions",
                regions.stream()
                        .filter(region -> region.country().equals(query.region().country()))
                        .map(Region::subdivision)
                        .filter(name -> !name.isEmpty())
                        .map(name -> new MarketWords.Option(name, name))
                        .toList());
        model.addAttribute(
                "months",
                view.months().reversed().stream()
                        .map(month -> new MarketWords.Option(month.toString(), words.month(month, locale)))
                        .toList());
        model.addAttribute(
                "sorts",
                Stream.of(DemandQuery.Sort.values())
                        .map(sort -> new MarketWords.Option(sort.name(), words.text("market.sort." + sort, locale)))
                        .toList());
        model.addAttribute("region", words.region(query.region(), locale));
        model.addAttribute("rows", List.of());
    }

    private void rows(
            Reader reader, DemandQuery query, MarketView view, MarketView.Span span, Model model, Locale locale) {
        var listed = table.listed(view, span, query, locale);
        var pages = Math.max(1, (listed.lines().size() + PAGE - 1) / PAGE);
        var page = Math.min(query.page(), pages);
        var rows = listed.lines().stream()
                .skip((long) (page - 1) * PAGE)
                .limit(PAGE)
                .map(line -> table.row(line, listed.labels(), locale))
                .toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "chart",
                MarketChart.bars(
                        rows.stream().limit(BARS).map(DemandTable.Row::figures).toList(), mirrored(locale)));
        model.addAttribute("bars", Math.min(BARS, rows.size()));
        model.addAttribute("from", span.from().toString());
        model.addAttribute("to", span.to().toString());
        model.addAttribute("postings", words.count(view.postings(span), locale));
        model.addAttribute("tooFew", listed.tooFew());
        model.addAttribute("page", page);
        model.addAttribute("pages", pages);
        var base = query.at(reader.path()).encode().toUriString();
        model.addAttribute("base", base + (base.contains("?") ? "&" : "?") + "page=");
        model.addAttribute(
                "csv", query.at(reader.path() + "/demand.csv").encode().toUriString());
        var skill = new DemandQuery(
                query.series(), query.region(), query.from(), query.to(), "", DemandQuery.Sort.SHARE, 1);
        var address = skill.at(reader.path() + "/skill").encode().toUriString();
        model.addAttribute("skillBase", address + (address.contains("?") ? "&" : "?") + "uri=");
    }

    ResponseEntity<byte[]> csv(Reader reader, DemandQuery query, Locale locale) {
        var view = demand.view(chosen(reader, query), query.region());
        var cells = query.span(view)
                .map(span -> table.cells(table.listed(view, span, query, locale), locale))
                .orElse(List.of());
        return SafeCsv.file("demand.csv", table.headings(locale), cells);
    }

    /// A month of one skill in words.
    record Month(String month, String asked, String of, String share, String interval) {}

    String skill(Reader reader, DemandQuery query, String uri, Model model, Locale locale) {
        var series = chosen(reader, query);
        var skill = uri(uri);
        var view = demand.view(series, query.region());
        frame(reader, query, series, view, model, locale);
        var months = view.series(skill);
        model.addAttribute("skill", skill);
        model.addAttribute("label", words.label(skill, locale));
        model.addAttribute(
                "monthly",
                months.reversed().stream().map(month -> month(month, locale)).toList());
        model.addAttribute("chart", MarketChart.curve(months, mirrored(locale)));
        query.span(view).ifPresent(span -> {
            var line = view.line(skill, span);
            model.addAttribute("direction", words.direction(line.direction(), locale));
            model.addAttribute("change", words.change(line.trend(), locale));
            if (line.share() instanceof Share.Known) {
                model.addAttribute("row", table.row(line, java.util.Map.of(), locale));
            }
            model.addAttribute("postings", words.count(line.of(), locale));
        });
        model.addAttribute("back", query.at(reader.path()).encode().toUriString());
        model.addAttribute(
                "csv",
                query.at(reader.path() + "/skill.csv")
                        .queryParam("uri", "{uri}")
                        .encode()
                        .buildAndExpand(skill.value())
                        .toUriString());
        return "market/skill";
    }

    private Month month(Asked month, Locale locale) {
        var known = Share.of(month.asked(), month.of()) instanceof Share.Known share
                ? Optional.of(share)
                : Optional.<Share.Known>empty();
        return new Month(
                words.month(month.month(), locale),
                known.map(share -> words.count(month.asked(), locale))
                        .orElseGet(() -> words.text("market.tooFew", locale)),
                words.count(month.of(), locale),
                known.map(share -> words.percent(share.share(), locale)).orElse("–"),
                known.map(share -> words.interval(share, locale)).orElse("–"));
    }

    ResponseEntity<byte[]> skillCsv(Reader reader, DemandQuery query, String uri, Locale locale) {
        var headings = Stream.of("month", "asked", "of", "share", "low", "high")
                .map(key -> words.text("market.column." + key, locale))
                .toList();
        var rows = new ArrayList<List<String>>();
        for (var month : demand.view(chosen(reader, query), query.region()).series(uri(uri))) {
            var asked = Share.of(month.asked(), month.of());
            rows.add(
                    asked instanceof Share.Known(double share, double low, double high)
                            ? List.of(
                                    month.month().toString(),
                                    Long.toString(month.asked()),
                                    Long.toString(month.of()),
                                    DemandTable.number(share),
                                    DemandTable.number(low),
                                    DemandTable.number(high))
                            : List.of(month.month().toString(), "<10", Long.toString(month.of()), "", "", ""));
        }
        return SafeCsv.file("skill.csv", headings, rows);
    }

    private static ConceptUri uri(String text) {
        if (!ConceptUri.isOne(text)) {
            throw new NotFoundException("skill");
        }
        return new ConceptUri(text);
    }

    private List<MarketWords.Option> seriesOptions(Reader reader, Locale locale) {
        var own = reader.organisation().flatMap(id -> demand.series(SeriesId.own(id), reader.organisation()));
        return Stream.of(
                        Stream.of(demand.common()),
                        own.stream(),
                        reader.organisation().stream().flatMap(id -> demand.ready(Optional.of(id)).stream()),
                        demand.ready(Optional.empty()).stream())
                .flatMap(each -> each)
                .distinct()
                .map(series -> new MarketWords.Option(series.id().toString(), name(series, locale)))
                .toList();
    }

    private String name(Series series, Locale locale) {
        return switch (series.kind()) {
            case COMMON -> words.text("market.series.COMMON", locale);
            case OWN -> words.text("market.series.OWN", locale);
            case READY ->
                words.text(
                        "market.series.READY",
                        locale,
                        series.name(),
                        series.organisation()
                                .flatMap(organisations::byId)
                                .map(owner -> owner.legalName())
                                .orElse(""));
        };
    }

    private static boolean mirrored(Locale locale) {
        return Languages.direction(Languages.nearest(locale)).equals("rtl");
    }
}
