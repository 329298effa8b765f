package org.cairn.server.hiring;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A table to take along. Strangers' texts stand in it, so a cell that a spreadsheet would take for a formula gets an
/// apostrophe before it.
public final class CsvFile {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private CsvFile() {}

    public static ResponseEntity<byte[]> of(String name, List<String> headings, List<List<String>> rows) {
        var text = new StringWriter();
        // The mark makes spreadsheets read it as what it is.
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings);
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(CsvFile::guarded).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var headers = new HttpHeaders();
        headers.setContentType(CSV);
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name).build());
        return new ResponseEntity<>(text.toString().getBytes(StandardCharsets.UTF_8), headers, 200);
    }

    private static String guarded(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
