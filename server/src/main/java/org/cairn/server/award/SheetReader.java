package org.cairn.server.award;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Reads a file of awards as spreadsheets and registries write them. A broken row costs itself, not the file.
final class SheetReader {
    static final int LARGEST_BYTES = 5 * 1024 * 1024;
    static final int MOST_ROWS = 20_000;
    private static final int MOST_COLUMNS = 100;
    /// Each broken quotation may make the parser run to the end of the file, so their number is bounded.
    private static final int MOST_BROKEN_QUOTES = 20;

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final Pattern DECLARED = Pattern.compile("(?i)\"?sep=([,;|])\"?");

    private final SheetText source;
    private final SheetLines lines;
    private final String defaultDate;
    private final List<Sheet.Row> rows = new ArrayList<>();

    private SheetReader(SheetText source, String defaultDate) {
        this.source = source;
        this.lines = new SheetLines(source.text());
        this.defaultDate = defaultDate;
    }

    /// @param defaultDate for rows without a date; empty when there is none
    static Sheet.Reading read(byte[] bytes, String defaultDate) {
        if (bytes.length > LARGEST_BYTES) {
            return unreadable("award.file.tooLarge", LARGEST_BYTES / 1024 / 1024);
        }
        if (isWorkbook(bytes)) {
            return unreadable("award.file.workbook");
        }
        var source = SheetText.decode(bytes);
        if (source.text().isBlank()) {
            return unreadable("award.file.empty");
        }
        return source.text().indexOf('\0') >= 0
                ? unreadable("award.file.binary")
                : new SheetReader(source, defaultDate).sheet();
    }

    /// A file of today's spreadsheet programs is a zip archive; the old `.xls` has a mark of its own.
    private static boolean isWorkbook(byte[] bytes) {
        return startsWith(bytes, 'P', 'K', 3) || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        return bytes.length >= mark.length
                && IntStream.range(0, mark.length).allMatch(i -> (bytes[i] & 0xFF) == mark[i]);
    }

    private Sheet.Reading sheet() {
        var first = lines.nextFilled(1);
        var declared = DECLARED.matcher(lines.text(first).strip());
        var isDeclared = declared.matches();
        if (isDeclared) {
            first = lines.nextFilled(first + 1);
        }
        var separator = isDeclared ? declared.group(1).charAt(0) : separator(lines.text(first));
        var headings = cells(lines.text(first), separator);
        if (headings.size() > MOST_COLUMNS) {
            return unreadable("award.file.tooManyColumns", MOST_COLUMNS);
        }
        return switch (SheetHeader.understand(headings)) {
            case SheetHeader.Understood.No(Reason reason) -> new Sheet.Reading.Unreadable(reason);
            case SheetHeader.Understood.Yes(SheetHeader header) -> body(header, separator, first + 1);
        };
    }

    private Sheet.Reading body(SheetHeader header, char separator, int firstLine) {
        var line = lines.nextFilled(firstLine);
        for (var broken = 0; line <= lines.count(); broken++) {
            if (broken > MOST_BROKEN_QUOTES) {
                return unreadable("award.file.quotes", rows.getLast().line());
            }
            var failedAt = readFrom(header, separator, line);
            if (rows.size() > MOST_ROWS) {
                return unreadable("award.file.tooManyRows", MOST_ROWS);
            }
            if (failedAt.isEmpty()) {
                break;
            }
            rows.add(brokenRow(header, failedAt.get()));
            line = lines.nextFilled(failedAt.get() + 1);
        }
        return rows.isEmpty()
                ? unreadable("award.file.noRows")
                : new Sheet.Reading.Read(new Sheet(source, separator, header.headings(), header.ignored(), rows));
    }

    /// @return the line of a row whose quotation marks make no sense; empty when all was read
    private Optional<Integer> readFrom(SheetHeader header, char separator, int from) {
        var next = from;
        try {
            for (var row : parser(separator).ofCsvRecord(lines.from(from))) {
                var line = from - 1 + (int) row.getStartingLineNumber();
                next = line + 1 + breaks(row);
                if (row.getFields().stream().anyMatch(c -> !c.isBlank())) {
                    rows.add(header.row(line, row.getFields(), defaultDate));
                }
                if (rows.size() > MOST_ROWS) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (CsvParseException e) {
            return Optional.of(Math.min(lines.nextFilled(next), lines.count()));
        }
    }

    private Sheet.Row brokenRow(SheetHeader header, int line) {
        var row = header.row(line, List.of(lines.text(line)), defaultDate);
        return new Sheet.Row(line, row.cells(), row.draft(), Optional.of(Reason.of("award.reason.brokenQuotes")));
    }

    private static int breaks(CsvRecord row) {
        return row.getFields().stream().mapToInt(SheetLines::breaks).sum();
    }

    /// The separator with which most headings are known; among equals, the one that makes most cells.
    private static char separator(String headingLine) {
        return SEPARATORS.stream()
                .max(Comparator.<Character>comparingLong(s -> SheetHeader.recognised(cells(headingLine, s)))
                        .thenComparingInt(s -> cells(headingLine, s).size())
                        .thenComparingInt(s -> -SEPARATORS.indexOf(s)))
                .orElse(',');
    }

    private static List<String> cells(String line, char separator) {
        try (Stream<CsvRecord> records = parser(separator).ofCsvRecord(line).stream()) {
            return records.findFirst().map(CsvRecord::getFields).orElse(List.of());
        } catch (CsvParseException e) {
            return List.of(line);
        }
    }

    private static CsvReader.CsvReaderBuilder parser(char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .trimWhitespacesAroundQuotes(true);
    }

    private static Sheet.Reading unreadable(String key, Object... args) {
        return new Sheet.Reading.Unreadable(Reason.of(key, args));
    }
}
