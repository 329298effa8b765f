package org.cairn.server.award;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/// Writes tables that are opened in spreadsheets: a cell that would be taken for a formula gets an apostrophe before
/// it. [SheetHeader] takes that away again.
final class SafeCsv {
    private SafeCsv() {}

    static String write(char separator, List<List<String>> table) {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().fieldSeparator(separator).build(out)) {
            table.forEach(
                    row -> csv.writeRecord(row.stream().map(SafeCsv::guarded).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String guarded(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
