package org.cairn.skills.demand;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Postings as JSON: one value on each line, or one document over many lines ([JsonDocument]).
final class JsonRows implements PostingReader.Rows {
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(40)
                            .maxStringLength(PostingReader.LONGEST_ROW)
                            .maxNameLength(1_000)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final BufferedReader in;
    private final PostingReader.Defaults defaults;
    private final Deque<Row> waiting = new ArrayDeque<>();
    private long number;
    private long line;

    private JsonRows(BufferedReader in, PostingReader.Defaults defaults) {
        this.in = in;
        this.defaults = defaults;
    }

    /// Lines, unless the first line is the mere beginning of something.
    static PostingReader.Rows open(BufferedReader in, PostingReader.Defaults defaults) throws IOException {
        in.mark(PostingReader.LONGEST_ROW + 1);
        StringBuilder first = new StringBuilder();
        int sign = in.read();
        boolean begun = false;
        while (sign >= 0 && first.length() < PostingReader.LONGEST_ROW && !(begun && sign == '\n')) {
            begun |= !Character.isWhitespace(sign);
            first.append((char) sign);
            sign = in.read();
        }
        in.reset();
        boolean isDocument = first.length() >= PostingReader.LONGEST_ROW || breaksOff(first.toString());
        return isDocument ? new JsonDocument(in, defaults) : new JsonRows(in, defaults);
    }

    /// Whether something is still open at the end. A text that is open does not count: in JSON it cannot go on in the
    /// next line, so that line is merely broken.
    private static boolean breaksOff(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            switch (text.charAt(at)) {
                case '\\' -> at += quoted ? 1 : 0;
                case '"' -> quoted = !quoted;
                case '{', '[' -> depth += quoted ? 0 : 1;
                case '}', ']' -> depth -= quoted ? 0 : 1;
                default -> {}
            }
        }
        return depth > 0 && !quoted;
    }

    @Override
    public Optional<Row> read() throws IOException {
        while (waiting.isEmpty()) {
            Optional<Line> next = line(in);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            line++;
            take(next.get());
        }
        return Optional.of(waiting.remove());
    }

    private void take(Line next) {
        if (next.isTooLong()) {
            bad(PostingFault.TOO_LONG, "");
        } else if (!next.text().isBlank()) {
            try {
                take(JSON.readTree(next.text()));
            } catch (JacksonException e) {
                bad(PostingFault.SYNTAX, String.valueOf(e.getOriginalMessage()));
            }
        }
    }

    private void take(JsonNode node) {
        JsonNode inner = node.isObject() ? JobPostingJson.inner(node) : node;
        if (inner.isArray()) {
            inner.forEach(this::takeOne);
        } else {
            takeOne(inner);
        }
    }

    private void takeOne(JsonNode node) {
        JobPostingJson.row(node, number + 1, line, defaults).ifPresent(row -> {
            number++;
            waiting.add(row);
        });
    }

    private void bad(PostingFault fault, String detail) {
        waiting.add(new Row.Bad(++number, line, fault, detail));
    }

    private record Line(String text, boolean isTooLong) {}

    /// The next line; of one beyond the limit nothing is kept.
    private static Optional<Line> line(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        int read = 0;
        int sign = in.read();
        if (sign < 0) {
            return Optional.empty();
        }
        while (sign >= 0 && sign != '\n') {
            if (++read <= PostingReader.LONGEST_ROW) {
                text.append((char) sign);
            } else if (read == PostingReader.LONGEST_ROW + 1) {
                text = new StringBuilder();
            }
            sign = in.read();
        }
        return Optional.of(new Line(text.toString(), read > PostingReader.LONGEST_ROW));
    }
}
