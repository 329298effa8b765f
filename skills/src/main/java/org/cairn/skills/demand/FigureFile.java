package org.cairn.skills.demand;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serial;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.skills.taxonomy.ConceptUri;

/// Figures that were counted elsewhere, as a table `country,subdivision,month,skill,postings` in UTF-8: how many
/// postings of a month ask for a skill, and, where `skill` is empty, how many there were. Country and subdivision are
/// both empty for everywhere.
public final class FigureFile {
    private static final List<String> HEADINGS = List.of("country", "subdivision", "month", "skill", "postings");
    private static final int MOST_ROWS = 5_000_000;

    private FigureFile() {}

    /// What is wrong with a file, and in which line.
    public static final class FigureException extends Exception {
        @Serial
        private static final long serialVersionUID = 1;

        private final Fault fault;
        private final long line;

        public enum Fault {
            /// Not this table: a column is missing, or it is no CSV at all.
            COLUMNS,
            /// A country, month, skill or number cannot be understood.
            VALUE,
            /// The same row comes twice.
            TWICE,
            /// More postings ask than there are, or nobody says how many there are.
            MORE_THAN_ALL,
            TOO_MANY_ROWS
        }

        FigureException(Fault fault, long line) {
            super(fault + " in line " + line);
            this.fault = fault;
            this.line = line;
        }

        public Fault fault() {
            return fault;
        }

        /// From 1; 0 where no one line is to blame.
        public long line() {
            return line;
        }
    }

    /// Totals first, so that a reader of the stream can check what follows.
    public static void write(Tally tally, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(HEADINGS);
        for (Tally.Total total : tally.totals()) {
            csv.writeRecord(
                    total.region().country(),
                    total.region().subdivision(),
                    total.month().toString(),
                    "",
                    Long.toString(total.postings()));
        }
        for (Tally.Cell cell : tally.cells()) {
            csv.writeRecord(
                    cell.region().country(),
                    cell.region().subdivision(),
                    cell.month().toString(),
                    cell.skill().value(),
                    Long.toString(cell.asked()));
        }
        csv.flush();
    }

    /// @throws FigureException when the file is not such a table or contradicts itself
    public static Tally read(InputStream in) throws IOException, FigureException {
        Tally tally = new Tally();
        Map<Key, Long> seen = new HashMap<>();
        long line = 1;
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .maxBufferSize(1 << 20)
                .ofNamedCsvRecord(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16))) {
            for (NamedCsvRecord row : rows) {
                line = row.getStartingLineNumber();
                if (seen.isEmpty() && !row.getHeader().containsAll(HEADINGS)) {
                    throw new FigureException(FigureException.Fault.COLUMNS, 1);
                }
                if (seen.size() == MOST_ROWS) {
                    throw new FigureException(FigureException.Fault.TOO_MANY_ROWS, line);
                }
                take(row, line, tally, seen);
            }
        } catch (CsvParseException e) {
            throw new FigureException(FigureException.Fault.COLUMNS, line);
        }
        check(seen);
        return tally;
    }

    private record Key(Region region, YearMonth month, String skill) {}

    private static void take(NamedCsvRecord row, long line, Tally tally, Map<Key, Long> seen) throws FigureException {
        Key key;
        long count;
        try {
            key = new Key(
                    new Region(row.getField("country"), row.getField("subdivision")),
                    YearMonth.parse(row.getField("month")),
                    row.getField("skill"));
            count = Long.parseUnsignedLong(row.getField("postings"));
            if (key.skill().isEmpty()) {
                tally.add(new Tally.Total(key.region(), key.month(), count));
            } else {
                tally.add(new Tally.Cell(key.region(), key.month(), new ConceptUri(key.skill()), count));
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new FigureException(FigureException.Fault.VALUE, line);
        }
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw new FigureException(FigureException.Fault.VALUE, line);
        }
        if (seen.put(key, count) != null) {
            throw new FigureException(FigureException.Fault.TWICE, line);
        }
    }

    private static void check(Map<Key, Long> seen) throws FigureException {
        for (Map.Entry<Key, Long> row : seen.entrySet()) {
            Key all = new Key(row.getKey().region(), row.getKey().month(), "");
            if (row.getValue() > seen.getOrDefault(all, -1L)) {
                throw new FigureException(FigureException.Fault.MORE_THAN_ALL, 0);
            }
        }
    }
}
