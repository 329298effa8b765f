package org.cairn.skills.demand;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// A table of postings with a heading line.
final class CsvRows implements PostingReader.Rows {
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final int LONGEST_HEADING = 20_000;

    private final PostingReader.Defaults defaults;
    private final Iterator<CsvRecord> records;
    private List<Optional<Column>> columns = List.of();
    private long number;
    private long line = 1;
    private boolean over;

    private CsvRows(Iterator<CsvRecord> records, PostingReader.Defaults defaults) {
        this.records = records;
        this.defaults = defaults;
    }

    static CsvRows open(BufferedReader in, PostingReader.Defaults defaults) throws IOException {
        return new CsvRows(
                CsvReader.builder()
                        .fieldSeparator(separator(in))
                        .skipEmptyLines(true)
                        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                        .allowUnclosedQuote(false)
                        .maxBufferSize(2 * PostingReader.LONGEST_ROW)
                        .ofCsvRecord(in)
                        .iterator(),
                defaults);
    }

    @Override
    public Optional<Row> read() {
        if (over) {
            return Optional.empty();
        }
        try {
            if (columns.isEmpty() && !understandHeadings()) {
                return over ? Optional.empty() : end(PostingFault.NO_COLUMNS, "");
            }
            if (!records.hasNext()) {
                return Optional.empty();
            }
            CsvRecord record = records.next();
            line = record.getStartingLineNumber();
            return Optional.of(row(record));
        } catch (CsvParseException e) {
            return end(PostingFault.REST_UNREADABLE, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Row> end(PostingFault fault, String detail) {
        over = true;
        return Optional.of(new Row.Bad(++number, line, fault, detail));
    }

    private boolean understandHeadings() {
        if (!records.hasNext()) {
            over = true;
            return false;
        }
        columns = records.next().getFields().stream().map(Column::of).toList();
        return columns.contains(Optional.of(Column.POSTED))
                && (columns.contains(Optional.of(Column.TITLE)) || columns.contains(Optional.of(Column.TEXT)));
    }

    private Row row(CsvRecord record) {
        number++;
        try {
            Fields fields = new Fields();
            for (int at = 0; at < Math.min(columns.size(), record.getFieldCount()); at++) {
                Optional<Column> column = columns.get(at);
                if (column.isPresent()) {
                    fields.put(column.get(), record.getField(at));
                }
            }
            return new Row.Good(number, line, fields.posting(defaults));
        } catch (Fields.Refused refused) {
            return new Row.Bad(number, line, refused.fault, refused.detail);
        }
    }

    /// The separator with which most headings are known.
    private static char separator(BufferedReader in) throws IOException {
        in.mark(LONGEST_HEADING + 1);
        StringBuilder heading = new StringBuilder();
        int sign = in.read();
        while (sign >= 0
                && heading.length() < LONGEST_HEADING
                && (heading.toString().isBlank() || sign != '\n')) {
            heading.append((char) sign);
            sign = in.read();
        }
        in.reset();
        return SEPARATORS.stream()
                .max(Comparator.<Character>comparingLong(separator -> known(heading.toString(), separator))
                        .thenComparingInt(separator -> -SEPARATORS.indexOf(separator)))
                .orElse(',');
    }

    private static long known(String heading, char separator) {
        return heading.chars().filter(sign -> sign == separator).count() > 500
                ? 0
                : List.of(heading.split(java.util.regex.Pattern.quote(String.valueOf(separator)))).stream()
                        .filter(cell -> Column.of(cell).isPresent())
                        .count();
    }
}
