package org.cairn.server.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Tables to take along that are opened in spreadsheets. Strangers' texts stand in them, so a cell that would be taken
/// for a formula gets an apostrophe before it.
public final class SafeCsv {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private SafeCsv() {}

    /// The table as text.
    public static String write(char separator, List<List<String>> table) {
        var out = new StringWriter();
        try (var csv = CsvWriter.builder().fieldSeparator(separator).build(out)) {
            table.forEach(
                    row -> csv.writeRecord(row.stream().map(SafeCsv::guarded).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /// The table as a file to be saved.
    public static ResponseEntity<byte[]> file(String name, List<String> headings, List<List<String>> rows) {
        // The mark makes spreadsheets read it as what it is.
        var text = '\uFEFF'
                + write(',', Stream.concat(Stream.of(headings), rows.stream()).toList());
        var headers = new HttpHeaders();
        headers.setContentType(CSV);
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name).build());
        return new ResponseEntity<>(text.getBytes(StandardCharsets.UTF_8), headers, 200);
    }

    private static String guarded(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
