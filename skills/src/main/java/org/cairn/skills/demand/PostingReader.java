package org.cairn.skills.demand;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Reads job postings row by row from what portals give: JSON Lines, a table with a heading line (separated by comma,
/// semicolon, tab or bar), or schema.org `JobPosting` (one object, a list, an `@graph`, or one on each line), in UTF-8.
/// Columns are found by their usual names. Holds one row at a time, whatever the length of the file; a row that is no
/// posting comes as [Row.Bad] and the next one is read. Not thread-safe. [#next] throws `UncheckedIOException` when
/// the stream breaks.
public final class PostingReader implements Iterator<Row>, Closeable {
    /// A line of JSON Lines and a row of a table may be this long, in characters.
    static final int LONGEST_ROW = 2_000_000;

    private final Rows rows;
    private final BufferedReader in;
    private Optional<Row> ahead = Optional.empty();

    /// What holds where a row says nothing else.
    ///
    /// @param language BCP 47 tag; may be empty
    /// @param country ISO 3166-1 code of two letters; may be empty
    public record Defaults(String source, String language, String country) {
        public static final Defaults NONE = new Defaults("", "", "");
    }

    /// One way of writing rows. Empty at the end.
    interface Rows {
        Optional<Row> read() throws IOException;
    }

    private PostingReader(BufferedReader in, Rows rows) {
        this.in = in;
        this.rows = rows;
    }

    /// Opens a stream; which of the formats it is, is seen from its beginning. Closing the reader closes the stream.
    public static PostingReader open(InputStream stream, Defaults defaults) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16);
        return switch (firstSign(in)) {
            case '{', '[' -> new PostingReader(in, JsonRows.open(in, defaults));
            default -> new PostingReader(in, CsvRows.open(in, defaults));
        };
    }

    /// The rows of one line of JSON Lines, for whoever splits a file himself: numbers and lines count from 1 anew.
    public static List<Row> line(String json, Defaults defaults) {
        try (PostingReader reader = open(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), defaults)) {
            List<Row> rows = new ArrayList<>();
            reader.forEachRemaining(rows::add);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The row of a table that somebody else has read, by the names of its columns.
    public static Row columns(Map<String, String> values, Defaults defaults) {
        try {
            Fields fields = new Fields();
            for (Map.Entry<String, String> value : values.entrySet()) {
                Optional<Column> column = Column.of(value.getKey());
                if (column.isPresent()) {
                    fields.put(column.get(), value.getValue());
                }
            }
            return new Row.Good(1, 1, fields.posting(defaults));
        } catch (Fields.Refused refused) {
            return new Row.Bad(1, 1, refused.fault, refused.detail);
        }
    }

    /// Skips what was dealt with before, so that an interrupted reading can go on.
    ///
    /// @param rows how many rows to pass over
    public PostingReader skip(long rows) {
        for (long passed = 0; passed < rows && hasNext(); passed++) {
            next();
        }
        return this;
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty()) {
            try {
                ahead = rows.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return ahead.isPresent();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Row row = ahead.orElseThrow();
        ahead = Optional.empty();
        return row;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /// The first character that is no space, with the stream set to it as far as it came; a mark of byte order is
    /// taken away.
    private static int firstSign(BufferedReader in) throws IOException {
        in.mark(1);
        int first = in.read();
        if (first != '\uFEFF') {
            in.reset();
        }
        in.mark(4_096);
        int sign = in.read();
        for (int read = 1; read < 4_000 && sign >= 0 && Character.isWhitespace(sign); read++) {
            sign = in.read();
        }
        in.reset();
        return sign;
    }
}
