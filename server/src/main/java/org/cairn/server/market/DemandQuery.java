package org.cairn.server.market;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.skills.demand.Region;
import org.springframework.web.util.UriComponentsBuilder;

/// Which figures somebody asked for, as typed or chosen; whatever makes no sense counts as not asked for.
record DemandQuery(
        Optional<SeriesId> series,
        Region region,
        Optional<YearMonth> from,
        Optional<YearMonth> to,
        String search,
        Sort sort,
        int page) {

    enum Sort {
        SHARE,
        RISING,
        FALLING
    }

    static DemandQuery of(Map<String, String> sent) {
        return new DemandQuery(
                uuid(sent.getOrDefault("series", "")).map(SeriesId::new),
                region(sent),
                month(sent.getOrDefault("from", "")),
                month(sent.getOrDefault("to", "")),
                cut(sent.getOrDefault("q", "")),
                sort(sent.getOrDefault("sort", "")),
                page(sent.getOrDefault("page", "1")));
    }

    private static Region region(Map<String, String> sent) {
        var country = sent.getOrDefault("country", "");
        if (!country.matches("[A-Z]{2}")) {
            return Region.EVERYWHERE;
        }
        return new Region(country, cut(sent.getOrDefault("subdivision", "")));
    }

    private static Optional<UUID> uuid(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return text.matches("\\d{4}-\\d{2}") ? Optional.of(YearMonth.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Sort sort(String text) {
        return switch (text) {
            case "RISING" -> Sort.RISING;
            case "FALLING" -> Sort.FALLING;
            default -> Sort.SHARE;
        };
    }

    private static int page(String text) {
        return text.matches("\\d{1,4}") ? Math.max(1, Integer.parseInt(text)) : 1;
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(100, text.length())).strip();
    }

    /// The months asked for, else the last twelve; empty when there are no figures at all.
    Optional<MarketView.Span> span(MarketView view) {
        return view.lastYear().map(year -> {
            var last = to.orElse(year.to());
            var first = from.orElseGet(() -> last.minusMonths(11));
            return first.isAfter(last) ? new MarketView.Span(last, first) : new MarketView.Span(first, last);
        });
    }

    /// The same question at another address, without the page.
    UriComponentsBuilder at(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        series.ifPresent(id -> address.queryParam("series", id));
        if (!region.country().isEmpty()) {
            address.queryParam("country", region.country());
        }
        if (!region.subdivision().isEmpty()) {
            address.queryParam("subdivision", region.subdivision());
        }
        from.ifPresent(month -> address.queryParam("from", month));
        to.ifPresent(month -> address.queryParam("to", month));
        if (!search.isEmpty()) {
            address.queryParam("q", search);
        }
        if (sort != Sort.SHARE) {
            address.queryParam("sort", sort);
        }
        return address;
    }
}
