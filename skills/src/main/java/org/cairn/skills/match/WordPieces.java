package org.cairn.skills.match;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/// Cuts a text into the pieces that BERT's English models without capitals know, and says where each of them
/// stood. Ours, because the library that does it brings native code that is unpacked into the home folder and
/// can call out. Immutable.
final class WordPieces {
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_CHUNK = 16;

    private final Map<String, Integer> vocabulary;
    private final int most;
    private final int first;
    private final int last;
    private final int unknown;

    /// @param most pieces of a text, the marks at its two ends included; what is behind is not read
    WordPieces(Map<String, Integer> vocabulary, int most) {
        this.vocabulary = Map.copyOf(vocabulary);
        this.most = most;
        this.first = Objects.requireNonNull(vocabulary.get("[CLS]"));
        this.last = Objects.requireNonNull(vocabulary.get("[SEP]"));
        this.unknown = Objects.requireNonNull(vocabulary.get("[UNK]"));
    }

    /// The pieces of a text with the offsets they cover; the marks at the ends cover nothing (-1).
    record Pieces(int[] ids, int[] starts, int[] ends) {
        int size() {
            return ids.length;
        }
    }

    Pieces of(String text) {
        Row row = new Row(most);
        row.add(first, -1, -1);
        Word word = new Word();
        for (int at = 0; at < text.length() && row.hasRoom(); ) {
            int point = text.codePointAt(at);
            int next = at + Character.charCount(point);
            if (isSpace(point)) {
                flush(word, row);
            } else if (isAlone(point)) {
                flush(word, row);
                word.add(point, at, next);
                flush(word, row);
            } else if (!isNothing(point)) {
                word.add(point, at, next);
            }
            at = next;
        }
        flush(word, row);
        row.close(last);
        return row.pieces();
    }

    private void flush(Word word, Row row) {
        if (word.length > 0) {
            cut(word, row);
        }
        word.length = 0;
    }

    /// The longest known beginning, again and again; a word with a part that is not known is unknown as a
    /// whole.
    private void cut(Word word, Row row) {
        int before = row.size;
        for (int from = 0; from < word.length; ) {
            int to = Math.min(word.length, from + LONGEST_CHUNK * 2);
            Integer id = null;
            for (; to > from && id == null; to--) {
                id = vocabulary.get((from == 0 ? "" : "##") + new String(word.chars, from, to - from));
            }
            to++;
            if (id == null || word.length > LONGEST_WORD) {
                row.size = before;
                row.add(unknown, word.starts[0], word.ends[word.length - 1]);
                return;
            }
            row.add(id, word.starts[from], word.ends[to - 1]);
            from = to;
        }
    }

    private static boolean isSpace(int point) {
        return Character.isWhitespace(point) || Character.getType(point) == Character.SPACE_SEPARATOR;
    }

    private static boolean isNothing(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> point == 0xFFFD;
        };
    }

    /// Punctuation, all that is neither letter nor digit in ASCII, and the scripts that write without spaces.
    private static boolean isAlone(int point) {
        if (point < 128) {
            return point > ' ' && point != 127 && !Character.isLetterOrDigit(point);
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN;
        };
    }

    /// A word without capitals and accents, each of its characters with the place in the text it came from.
    private static final class Word {
        char[] chars = new char[64];
        int[] starts = new int[64];
        int[] ends = new int[64];
        int length;

        void add(int point, int start, int end) {
            if (point < 128) {
                put((char) Character.toLowerCase(point), start, end);
                return;
            }
            String plain = Normalizer.normalize(Character.toString(Character.toLowerCase(point)), Normalizer.Form.NFD);
            for (int i = 0; i < plain.length(); i++) {
                char c = plain.charAt(i);
                if (Character.getType(c) != Character.NON_SPACING_MARK) {
                    put(c, start, end);
                }
            }
        }

        private void put(char c, int start, int end) {
            if (length == chars.length) {
                chars = Arrays.copyOf(chars, length * 2);
                starts = Arrays.copyOf(starts, length * 2);
                ends = Arrays.copyOf(ends, length * 2);
            }
            chars[length] = c;
            starts[length] = start;
            ends[length++] = end;
        }
    }

    private static final class Row {
        private final int[] ids;
        private final int[] starts;
        private final int[] ends;
        int size;

        Row(int most) {
            ids = new int[most];
            starts = new int[most];
            ends = new int[most];
        }

        /// One place is kept for the mark at the end.
        boolean hasRoom() {
            return size < ids.length - 1;
        }

        void add(int id, int start, int end) {
            if (hasRoom()) {
                put(id, start, end);
            }
        }

        void close(int id) {
            put(id, -1, -1);
        }

        private void put(int id, int start, int end) {
            ids[size] = id;
            starts[size] = start;
            ends[size++] = end;
        }

        Pieces pieces() {
            return new Pieces(Arrays.copyOf(ids, size), Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
        }
    }
}
