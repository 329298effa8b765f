package org.cairn.stacking.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;

/// Collects what is wrong with one text.
final class Faults {
    /// Nobody mends more at once, and a hostile text would have hundreds of thousands.
    private static final int MOST = 500;

    private final List<Fault> faults = new ArrayList<>();

    void add(Mark at, String path, Fault.Code code, String... arguments) {
        add(at.getLine() + 1, at.getColumn() + 1, path, code, List.of(arguments));
    }

    void add(Mark at, String path, Fault.Code code, List<String> arguments) {
        add(at.getLine() + 1, at.getColumn() + 1, path, code, arguments);
    }

    void add(int line, int column, String path, Fault.Code code, List<String> arguments) {
        if (faults.size() < MOST) {
            faults.add(new Fault(line, column, path, code, arguments));
        }
    }

    int size() {
        return faults.size();
    }

    /// Nothing more is kept, so nothing need be found out about it.
    boolean isFull() {
        return faults.size() >= MOST;
    }

    boolean none() {
        return faults.isEmpty();
    }

    /// In the order of the text.
    List<Fault> all() {
        return faults.stream()
                .sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column))
                .toList();
    }
}
