package org.cairn.server.award;

/// The physical lines of a text, counted from 1 as editors count them: ended by CR LF, LF or CR.
final class SheetLines {
    private final String text;
    private final int[] starts;

    SheetLines(String text) {
        this.text = text;
        this.starts = new int[breaks(text) + 2];
        var line = 1;
        for (var i = 0; i < text.length(); i++) {
            if (endsLine(text, i)) {
                starts[line++] = i + 1;
            }
        }
        starts[line] = text.length();
    }

    int count() {
        return starts.length - 1;
    }

    /// From the beginning of a line to the end of the text.
    String from(int line) {
        return text.substring(starts[line - 1]);
    }

    /// One line without its end.
    String text(int line) {
        return line > count()
                ? ""
                : text.substring(starts[line - 1], starts[line]).stripTrailing();
    }

    /// The first line from here that holds anything; one more than there are when none does.
    int nextFilled(int line) {
        var next = line;
        while (next <= count() && text.substring(starts[next - 1], starts[next]).isBlank()) {
            next++;
        }
        return next;
    }

    static int breaks(String text) {
        var found = 0;
        for (var i = 0; i < text.length(); i++) {
            if (endsLine(text, i)) {
                found++;
            }
        }
        return found;
    }

    private static boolean endsLine(String text, int i) {
        return text.charAt(i) == '\n'
                || (text.charAt(i) == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
    }
}
