package org.cairn.skills.match;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a document into what is matched in one go: lines and list items, these into sentences by the rules of
/// the language, and what is still too long where a word ends.
final class Sentences {
    private static final int LONGEST = 600;
    private static final Pattern LINE = Pattern.compile("[^\\r\\n\\u2022\\u25CF\\u25AA\\u2023\\u2028\\u2029\\t]+");
    private static final Pattern SAYS_SOMETHING = Pattern.compile("\\p{L}");

    private Sentences() {}

    static List<Span> of(String text, String language) {
        List<Span> sentences = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        for (Matcher line = LINE.matcher(text); line.find(); ) {
            breaks.setText(line.group());
            int from = breaks.first();
            for (int to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
                cut(text, line.start() + from, line.start() + to, sentences);
            }
        }
        return sentences;
    }

    private static void cut(String text, int start, int end, List<Span> into) {
        int from = start;
        while (end - from > LONGEST) {
            int space = text.lastIndexOf(' ', from + LONGEST);
            int to = space > from ? space : from + LONGEST;
            add(text, from, to, into);
            from = to;
        }
        add(text, from, end, into);
    }

    private static void add(String text, int start, int end, List<Span> into) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (SAYS_SOMETHING.matcher(text).region(from, to).find()) {
            into.add(new Span(from, to));
        }
    }
}
