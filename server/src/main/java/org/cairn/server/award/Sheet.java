package org.cairn.server.award;

import java.util.List;
import java.util.Optional;

/// A file of awards as it was read: nothing in it is checked yet.
///
/// @param ignored headings that mean nothing to us
record Sheet(SheetText source, char separator, List<String> header, List<String> ignored, List<Row> rows) {
    Sheet {
        header = List.copyOf(header);
        ignored = List.copyOf(ignored);
        rows = List.copyOf(rows);
    }

    /// @param line in the file, where the row begins; the first is 1
    /// @param trouble set when the row's form is broken, so that its draft is not to be trusted
    record Row(int line, List<String> cells, Draft draft, Optional<Reason> trouble) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /// What became of reading a file. Whatever its bytes, it is one of these.
    sealed interface Reading {
        record Read(Sheet sheet) implements Reading {}

        record Unreadable(Reason reason) implements Reading {}
    }
}
