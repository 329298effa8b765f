package org.cairn.server.stack;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.server.stack.StackLayout.Box;
import org.cairn.server.stack.StackLayout.Laid;
import org.cairn.server.stack.StackLayout.Point;

/// Writes a diagram as SVG that stands in a page: no script, no style of its own, colours by classes that `cairn.css`
/// knows. Mirrored where the reader's writing runs from right to left.
final class StackSvg {
    private final Laid laid;
    private final boolean mirrored;
    private final StringBuilder svg = new StringBuilder(4_000);

    private StackSvg(Laid laid, boolean mirrored) {
        this.laid = laid;
        this.mirrored = mirrored;
    }

    /// @param title what a screen reader says instead
    /// @return empty when the diagram is too large to be drawn
    static Optional<String> of(StackDiagram diagram, String title, Wording words) {
        return StackLayout.of(diagram, words).map(laid -> new StackSvg(laid, words.isRightToLeft()).write(title));
    }

    private String write(String title) {
        put("<svg class=\"stack-picture\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\"");
        put(" viewBox=\"0 0 %s %s\" width=\"%s\" height=\"%s\">"
                .formatted(number(laid.width()), number(laid.height()), number(laid.width()), number(laid.height())));
        put("<title>" + escaped(title) + "</title>");
        laid.lines().forEach(this::line);
        laid.boxes().forEach(this::box);
        put("</svg>");
        return svg.toString();
    }

    private void line(List<Point> points) {
        var path = points.stream()
                .map(point -> number(across(point.x())) + " " + number(point.y()))
                .collect(Collectors.joining("L"));
        put("<path class=\"stack-edge\" d=\"M" + path + "\"/>");
    }

    private void box(Box box) {
        var left = mirrored ? laid.width() - box.x() - StackLayout.WIDTH : box.x();
        put("<g class=\"stack-box stack-box--%s stack-box--%s\">".formatted(lower(box.kind()), lower(box.state())));
        put("<rect x=\"%s\" y=\"%s\" width=\"%d\" height=\"%s\" rx=\"10\"/>"
                .formatted(number(left), number(box.y()), StackLayout.WIDTH, number(box.height())));
        var middle = number(left + StackLayout.WIDTH / 2.0);
        // Lines stand in the middle of the box; the letters' foot is a quarter of a line below its middle.
        var first = box.y() + (box.height() - box.lines().size() * (double) StackLayout.LINE) / 2 + 13.5;
        for (var each = 0; each < box.lines().size(); each++) {
            put("<text x=\"%s\" y=\"%s\" text-anchor=\"middle\">%s</text>"
                    .formatted(
                            middle,
                            number(first + each * (double) StackLayout.LINE),
                            escaped(box.lines().get(each))));
        }
        put("</g>");
    }

    private double across(double x) {
        return mirrored ? laid.width() - x : x;
    }

    private void put(String piece) {
        svg.append(piece);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// With one decimal at most, written the same everywhere.
    private static String number(double value) {
        var tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : "%d.%d".formatted(tenths / 10, Math.abs(tenths % 10));
    }

    private static String escaped(String text) {
        var safe = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                default -> safe.appendCodePoint(point);
            }
        });
        return safe.toString();
    }
}
