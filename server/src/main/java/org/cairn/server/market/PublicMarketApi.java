package org.cairn.server.market;

import io.swagger.v3.oas.annotations.Operation;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.web.NotFoundException;
import org.cairn.skills.demand.Share;
import org.cairn.skills.demand.Trend;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the market asks for, for programs of everybody. Skills that fewer than ten postings ask for are left out.
@RestController
@RequestMapping("/api/public/market")
class PublicMarketApi {
    private static final int MOST = 1_000;

    private final Demand demand;
    private final DemandTable table;

    PublicMarketApi(Demand demand, DemandTable table) {
        this.demand = demand;
        this.table = table;
    }

    /// @param postings in the region and months
    record Answer(String country, String subdivision, String from, String to, long postings, List<Skill> skills) {}

    /// @param perYear by what the odds of being asked for are multiplied in a year
    record Skill(
            String uri,
            String label,
            long asked,
            double share,
            double low,
            double high,
            Trend.Direction direction,
            Optional<Double> perYear) {}

    /// @param asked empty where fewer than ten ask
    record Month(YearMonth month, long postings, Optional<Long> asked, Optional<Share.Known> share) {}

    @Operation(
            summary = "Skills by the share of postings that ask for them, at most 1,000",
            description = "country (ISO 3166-1), subdivision, from and to (yyyy-MM), q, sort (SHARE, RISING, FALLING);"
                    + " series: figures counted elsewhere. Intervals are at 95 %.")
    @GetMapping("/demand")
    Answer demand(@RequestParam Map<String, String> sent, Locale locale) {
        var query = DemandQuery.of(sent);
        var view = demand.view(series(query), query.region());
        var span = query.span(view);
        return new Answer(
                query.region().country(),
                query.region().subdivision(),
                span.map(months -> months.from().toString()).orElse(""),
                span.map(months -> months.to().toString()).orElse(""),
                span.map(view::postings).orElse(0L),
                span.map(months -> skills(table.listed(view, months, query, locale)))
                        .orElse(List.of()));
    }

    private static List<Skill> skills(DemandTable.Listed listed) {
        return listed.lines().stream()
                .limit(MOST)
                .map(line -> {
                    var share = (Share.Known) line.share();
                    return new Skill(
                            line.skill().value(),
                            listed.labels().getOrDefault(line.skill(), ""),
                            line.asked(),
                            share.share(),
                            share.low(),
                            share.high(),
                            line.direction(),
                            line.trend() instanceof Trend.Slope slope
                                    ? Optional.of(slope.perYear())
                                    : Optional.empty());
                })
                .toList();
    }

    @Operation(summary = "One skill month by month")
    @GetMapping("/skill")
    List<Month> skill(@RequestParam Map<String, String> sent, @RequestParam String uri) {
        if (!ConceptUri.isOne(uri)) {
            throw new NotFoundException("skill");
        }
        var query = DemandQuery.of(sent);
        return demand.view(series(query), query.region()).series(new ConceptUri(uri)).stream()
                .map(month -> {
                    var share = Share.of(month.asked(), month.of()) instanceof Share.Known known
                            ? Optional.of(known)
                            : Optional.<Share.Known>empty();
                    return new Month(month.month(), month.of(), share.map(known -> month.asked()), share);
                })
                .toList();
    }

    private Series series(DemandQuery query) {
        return query.series()
                .map(id -> demand.series(id, Optional.empty()).orElseThrow(() -> new NotFoundException("figures")))
                .orElseGet(demand::common);
    }
}
