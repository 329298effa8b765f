package org.cairn.server.market;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.skills.demand.Asked;
import org.cairn.skills.demand.Share;

/// Charts as SVG that stands in a page: no script, no style of its own, colours by classes that `cairn.css` knows.
/// Numbers only, no text from outside. The table beside it says the same, so assistive technology passes over it.
/// Mirrored where the reader's writing runs from right to left.
final class MarketChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 220;
    private static final int BAR = 18;
    private static final int EDGE = 8;

    private MarketChart() {}

    /// A bar for each share, with a line from the lower to the upper end of its interval; the first on top.
    static String bars(List<Share.Known> shares, boolean mirrored) {
        var most = shares.stream().mapToDouble(Share.Known::high).max().orElse(1);
        var height = shares.size() * BAR;
        var bars = IntStream.range(0, shares.size())
                .mapToObj(place -> bar(shares.get(place), place * BAR, most, mirrored))
                .collect(Collectors.joining());
        return svg(height, bars);
    }

    private static String bar(Share.Known share, int top, double most, boolean mirrored) {
        var length = share.share() / most * WIDTH;
        var low = across(share.low() / most, mirrored);
        var high = across(share.high() / most, mirrored);
        return "<rect class=\"chart-bar\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"/>"
                        .formatted(number(mirrored ? WIDTH - length : 0), top + 3, number(length), BAR - 6)
                + "<path class=\"chart-reach\" d=\"M%s %dH%s\"/>".formatted(number(low), top + BAR / 2, number(high));
    }

    /// Shares month by month with the band of their intervals; months of which nothing can be said leave a gap.
    static String curve(List<Asked> series, boolean mirrored) {
        var known = series.stream()
                .map(month -> Share.of(month.asked(), month.of()))
                .toList();
        var most = known.stream()
                .mapToDouble(share -> share instanceof Share.Known(double _, double _, double high) ? high : 0)
                .max()
                .orElse(0);
        if (most == 0) {
            return "";
        }
        var band = new StringBuilder();
        var line = new StringBuilder();
        var points = new StringBuilder();
        for (var place = 0; place < known.size(); place++) {
            if (known.get(place) instanceof Share.Known(double share, double low, double high)) {
                var x = number(x(place, known.size(), mirrored));
                var joined = place > 0 && known.get(place - 1) instanceof Share.Known;
                band.append("M%s %sV%s".formatted(x, number(y(low, most)), number(y(high, most))));
                line.append("%s%s %s".formatted(joined ? "L" : "M", x, number(y(share, most))));
                points.append("<circle class=\"chart-point\" cx=\"%s\" cy=\"%s\" r=\"3\"/>"
                        .formatted(x, number(y(share, most))));
            }
        }
        return svg(
                HEIGHT,
                "<path class=\"chart-axis\" d=\"M0 %dH%d\"/>".formatted(HEIGHT - EDGE, WIDTH)
                        + "<path class=\"chart-reach\" d=\"" + band + "\"/><path class=\"chart-line\" d=\"" + line
                        + "\"/>" + points);
    }

    private static double x(int place, int places, boolean mirrored) {
        var part = places == 1 ? 0.5 : (double) place / (places - 1);
        return EDGE + (mirrored ? 1 - part : part) * (WIDTH - 2 * EDGE);
    }

    private static double y(double share, double most) {
        return HEIGHT - EDGE - share / most * (HEIGHT - 2 * EDGE);
    }

    private static double across(double part, boolean mirrored) {
        return (mirrored ? 1 - part : part) * WIDTH;
    }

    private static String svg(int height, String inside) {
        return "<svg class=\"chart\" aria-hidden=\"true\" focusable=\"false\" xmlns=\"http://www.w3.org/2000/svg\""
                + " viewBox=\"0 0 %d %d\">%s</svg>".formatted(WIDTH, height, inside);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
