package org.cairn.server.stack;

import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines that fit a box of the picture. Widths are estimated, so that every machine comes to the
/// same picture whatever fonts it has.
final class Wrapping {
    private static final double ROOM = StackLayout.WIDTH - 20.0;
    private static final int MOST_LINES = 4;

    private Wrapping() {}

    static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.strip().split("\\s+", -1)) {
            for (var piece : pieces(word)) {
                if (!line.isEmpty() && width(line + " " + piece) > ROOM) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(line.isEmpty() ? "" : " ").append(piece);
            }
        }
        lines.add(line.toString());
        return lines.size() <= MOST_LINES ? lines : cut(lines);
    }

    private static List<String> cut(List<String> lines) {
        var kept = new ArrayList<>(lines.subList(0, MOST_LINES));
        kept.set(MOST_LINES - 1, kept.getLast() + "…");
        return kept;
    }

    /// A word that is wider than a line is broken.
    private static List<String> pieces(String word) {
        var pieces = new ArrayList<String>();
        var piece = new StringBuilder();
        word.codePoints().forEach(point -> {
            if (width(piece) + width(point) > ROOM) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(point);
        });
        pieces.add(piece.toString());
        return pieces;
    }

    private static double width(CharSequence text) {
        return text.codePoints().mapToDouble(Wrapping::width).sum();
    }

    /// In pixels, at the size of the picture's letters; rather too wide than too narrow.
    private static double width(int point) {
        var type = Character.getType(point);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return 0;
        }
        if (Character.isIdeographic(point) || Character.UnicodeScript.of(point) == Character.UnicodeScript.HANGUL) {
            return 14;
        }
        if (Character.isUpperCase(point) || point == 'm' || point == 'w') {
            return 10.5;
        }
        return point == ' ' || point == 'i' || point == 'l' || point == 'j' || point == '.' ? 4.2 : 7.6;
    }
}
