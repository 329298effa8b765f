package org.cairn.skills.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;

/// The stretches of a sentence that may name a skill: one to four words in a row, none of them at an end that
/// says nothing, each with its meaning where it stands.
final class Windows {
    private static final int MOST_WORDS = 4;
    private static final Pattern WORD = Pattern.compile("[^\\s,;:()/]+|[,;:()/]");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N}]");
    private static final CharArraySet EMPTY = EnglishAnalyzer.getDefaultStopSet();

    private Windows() {}

    record Window(Span span, ByteVector vector) {}

    /// Words of a text, and for each the first of its pieces and the one behind its last.
    private record Word(Span span, int from, int to, boolean mayEnd) {}

    static List<Window> of(String text, Encoder.States states) {
        List<Word> words = words(text, states.pieces());
        List<Window> windows = new ArrayList<>();
        for (int first = 0; first < words.size(); first++) {
            for (int last = first; last < Math.min(words.size(), first + MOST_WORDS); last++) {
                if (words.get(first).mayEnd() && words.get(last).mayEnd()) {
                    windows.add(window(words.get(first), words.get(last), states));
                }
            }
        }
        return windows;
    }

    private static Window window(Word first, Word last, Encoder.States states) {
        return new Window(
                new Span(first.span().start(), last.span().end()),
                ByteVector.ofMean(states.values(), first.from(), last.to(), Encoder.WIDTH));
    }

    private static List<Word> words(String text, WordPieces.Pieces pieces) {
        List<Word> words = new ArrayList<>();
        int piece = 1; // behind the mark at the beginning
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            int from = piece;
            while (piece < pieces.size() - 1 && pieces.starts()[piece] < word.end()) {
                piece++;
            }
            if (piece > from) {
                words.add(new Word(new Span(word.start(), word.end()), from, piece, mayEnd(word.group())));
            }
        }
        return words;
    }

    /// Placeholders such as <ORGANIZATION>, punctuation and words like "of" are no end of a name.
    private static boolean mayEnd(String word) {
        return LETTERS.matcher(word).find() && word.charAt(0) != '<' && !EMPTY.contains(word.toLowerCase(Locale.ROOT));
    }
}
