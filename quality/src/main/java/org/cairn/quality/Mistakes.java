package org.cairn.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/// Collects what is wrong with one text.
final class Mistakes {
    /// Nobody mends more at once, and a hostile text would have hundreds of thousands.
    private static final int MOST = 200;

    private final String file;
    private final List<Mistake> mistakes = new ArrayList<>();

    Mistakes(String file) {
        this.file = file;
    }

    void add(Mark at, String path, Mistake.Code code, String... arguments) {
        add(at.getLine() + 1, at.getColumn() + 1, path, code, arguments);
    }

    void add(int line, int column, String path, Mistake.Code code, String... arguments) {
        if (!isFull()) {
            mistakes.add(new Mistake(file, line, column, path, code, List.of(arguments)));
        }
    }

    /// Nothing more is kept, so nothing need be found out about it.
    boolean isFull() {
        return mistakes.size() >= MOST;
    }

    boolean none() {
        return mistakes.isEmpty();
    }

    /// In the order of the text.
    List<Mistake> all() {
        return mistakes.stream()
                .sorted(Comparator.comparingInt(Mistake::line).thenComparingInt(Mistake::column))
                .toList();
    }
}
