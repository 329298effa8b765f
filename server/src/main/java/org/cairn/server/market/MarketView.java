package org.cairn.server.market;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.skills.demand.Asked;
import org.cairn.skills.demand.FalseDiscovery;
import org.cairn.skills.demand.Region;
import org.cairn.skills.demand.Share;
import org.cairn.skills.demand.Tally;
import org.cairn.skills.demand.Trend;
import org.cairn.skills.taxonomy.ConceptUri;

/// The figures of one region, with trends of all its skills judged together over the last 24 months with postings.
/// Immutable.
final class MarketView {
    private static final int TREND_MONTHS = 24;

    private final Region region;
    private final Tally tally;
    private final List<YearMonth> months;
    private final Map<ConceptUri, Trend> trends;
    private final Map<ConceptUri, Trend.Direction> directions;

    MarketView(Region region, Tally tally) {
        this.region = region;
        this.tally = tally;
        this.months = tally.totals().stream().map(Tally.Total::month).toList();
        this.trends = new HashMap<>();
        tally.skills(region).forEach(skill -> trends.put(skill, Trend.of(lately(tally.series(region, skill)))));
        this.directions = FalseDiscovery.judged(trends);
    }

    /// What is said of one skill over a span of months.
    record Line(ConceptUri skill, long asked, long of, Share share, Trend trend, Trend.Direction direction) {}

    /// From the first month to the last, both included.
    record Span(YearMonth from, YearMonth to) {
        boolean holds(YearMonth month) {
            return !month.isBefore(from) && !month.isAfter(to);
        }
    }

    /// The earliest first.
    List<YearMonth> months() {
        return months;
    }

    /// The last twelve months for which there is anything; empty when there is nothing.
    Optional<Span> lastYear() {
        return months.isEmpty()
                ? Optional.empty()
                : Optional.of(new Span(months.getLast().minusMonths(11), months.getLast()));
    }

    long postings(Span span) {
        return tally.totals().stream()
                .filter(total -> span.holds(total.month()))
                .mapToLong(Tally.Total::postings)
                .sum();
    }

    List<Line> lines(Span span) {
        var of = postings(span);
        return trends.keySet().stream().map(skill -> line(skill, span, of)).toList();
    }

    Line line(ConceptUri skill, Span span) {
        return line(skill, span, postings(span));
    }

    private Line line(ConceptUri skill, Span span, long of) {
        var asked = tally.series(region, skill).stream()
                .filter(month -> span.holds(month.month()))
                .mapToLong(Asked::asked)
                .sum();
        return new Line(
                skill,
                asked,
                of,
                Share.of(asked, of),
                trends.getOrDefault(skill, new Trend.TooLittle()),
                directions.getOrDefault(skill, Trend.Direction.TOO_LITTLE));
    }

    List<Asked> series(ConceptUri skill) {
        return tally.series(region, skill);
    }

    private static List<Asked> lately(List<Asked> series) {
        return series.subList(Math.max(0, series.size() - TREND_MONTHS), series.size());
    }
}
