package org.cairn.server.market;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.skills.demand.Share;
import org.cairn.skills.demand.Trend;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Component;

/// The list of skills that are asked for, in the order and narrowed as a reader wants it.
@Component
class DemandTable {
    private final MarketWords words;

    DemandTable(MarketWords words) {
        this.words = words;
    }

    /// @param figures what a chart draws
    record Row(
            ConceptUri skill,
            String label,
            String asked,
            String share,
            String interval,
            String direction,
            String change,
            Share.Known figures) {}

    /// @param tooFew skills that fewer than ten postings ask for: how many, not which
    record Listed(List<MarketView.Line> lines, Map<ConceptUri, String> labels, long tooFew) {}

    Listed listed(MarketView view, MarketView.Span span, DemandQuery query, Locale locale) {
        var all = view.lines(span);
        var known = all.stream()
                .filter(line -> line.share() instanceof Share.Known)
                .filter(line -> fits(line, query.sort()))
                .toList();
        var labels = words.labels(known.stream().map(MarketView.Line::skill).toList(), locale);
        var wanted = query.search().toLowerCase(locale);
        var lines = known.stream()
                .filter(line -> labels.getOrDefault(line.skill(), "")
                        .toLowerCase(locale)
                        .contains(wanted))
                .sorted(order(query.sort()))
                .toList();
        return new Listed(
                lines,
                labels,
                all.stream()
                        .filter(line -> line.share() instanceof Share.TooFew)
                        .count());
    }

    private static boolean fits(MarketView.Line line, DemandQuery.Sort sort) {
        return switch (sort) {
            case SHARE -> true;
            case RISING -> line.direction() == Trend.Direction.RISING;
            case FALLING -> line.direction() == Trend.Direction.FALLING;
        };
    }

    private static Comparator<MarketView.Line> order(DemandQuery.Sort sort) {
        var byShare =
                Comparator.comparingLong(MarketView.Line::asked).reversed().thenComparing(MarketView.Line::skill);
        return switch (sort) {
            case SHARE -> byShare;
            case RISING ->
                Comparator.comparingDouble(DemandTable::perYear).reversed().thenComparing(byShare);
            case FALLING -> Comparator.comparingDouble(DemandTable::perYear).thenComparing(byShare);
        };
    }

    private static double perYear(MarketView.Line line) {
        return line.trend() instanceof Trend.Slope slope ? slope.perYear() : 1;
    }

    Row row(MarketView.Line line, Map<ConceptUri, String> labels, Locale locale) {
        var share = (Share.Known) line.share();
        return new Row(
                line.skill(),
                labels.getOrDefault(line.skill(), line.skill().value()),
                words.count(line.asked(), locale),
                words.percent(share.share(), locale),
                words.interval(share, locale),
                words.direction(line.direction(), locale),
                words.change(line.trend(), locale),
                share);
    }

    List<String> headings(Locale locale) {
        return Stream.of(
                        "skill",
                        "uri",
                        "asked",
                        "of",
                        "share",
                        "low",
                        "high",
                        "direction",
                        "perYear",
                        "yearLow",
                        "yearHigh")
                .map(key -> words.text("market.column." + key, locale))
                .toList();
    }

    /// Numbers as programs read them.
    List<List<String>> cells(Listed listed, Locale locale) {
        return listed.lines().stream()
                .map(line -> {
                    var share = (Share.Known) line.share();
                    return Stream.concat(
                                    Stream.of(
                                            listed.labels().getOrDefault(line.skill(), ""),
                                            line.skill().value(),
                                            Long.toString(line.asked()),
                                            Long.toString(line.of()),
                                            number(share.share()),
                                            number(share.low()),
                                            number(share.high()),
                                            words.direction(line.direction(), locale)),
                                    change(line.trend()))
                            .toList();
                })
                .collect(Collectors.toList());
    }

    private static Stream<String> change(Trend trend) {
        return switch (trend) {
            case Trend.TooLittle _ -> Stream.of("", "", "");
            case Trend.Slope(double perYear, double low, double high, double _) ->
                Stream.of(number(perYear), number(low), number(high));
        };
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.5g", value);
    }
}
