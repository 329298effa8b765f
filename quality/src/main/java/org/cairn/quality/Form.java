package org.cairn.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The form of a text: a small part of regular expressions (characters, `.`, `\d`, `[a-z]`, `[^ ]` and the
/// quantifiers `?`, `*`, `+`, `{n}`, `{m,n}`; no groups, no alternatives), always of the whole text. It is run
/// as a finite automaton over all positions at once, so that no text takes longer than its length times the
/// form's.
public final class Form {
    static final int LONGEST = 400;
    static final int LONGEST_TEXT = 2_000;
    private static final Pattern COUNTS = Pattern.compile("\\{([0-9]{1,3})(,([0-9]{1,3}))?}");

    /// Ranges of characters, two by two.
    private record Element(boolean isInverted, int[] ranges, boolean isOptional, boolean isRepeated) {
        boolean takes(int character) {
            for (var each = 0; each < ranges.length; each += 2) {
                if (character >= ranges[each] && character <= ranges[each + 1]) {
                    return !isInverted;
                }
            }
            return isInverted;
        }

        Element as(boolean optional, boolean repeated) {
            return new Element(isInverted, ranges, optional, repeated);
        }
    }

    private final String text;
    private final List<Element> elements;

    private Form(String text, List<Element> elements) {
        this.text = text;
        this.elements = elements;
    }

    /// Empty when the text is not such a form, or one that is too long.
    static Optional<Form> of(String text) {
        var reading = new Reading(text);
        return reading.all() ? Optional.of(new Form(text, List.copyOf(reading.elements))) : Optional.empty();
    }

    boolean fits(String candidate) {
        var here = new boolean[elements.size() + 1];
        here[0] = true;
        skip(here);
        for (var each = 0; each < candidate.length(); each++) {
            here = after(here, candidate.charAt(each));
        }
        return here[elements.size()];
    }

    private boolean[] after(boolean[] here, char character) {
        var next = new boolean[here.length];
        for (var at = 0; at < elements.size(); at++) {
            if (here[at] && elements.get(at).takes(character)) {
                next[at + 1] = true;
                next[at] |= elements.get(at).isRepeated();
            }
        }
        skip(next);
        return next;
    }

    private void skip(boolean[] here) {
        for (var at = 0; at < elements.size(); at++) {
            here[at + 1] |= here[at] && elements.get(at).isOptional();
        }
    }

    @Override
    public String toString() {
        return text;
    }

    private static final class Reading {
        private final String text;
        private final List<Element> elements = new ArrayList<>();
        private int at;

        Reading(String text) {
            this.text = text;
        }

        boolean all() {
            while (at < text.length()) {
                var one = one();
                if (one.isEmpty() || !counted(one.get()) || elements.size() > LONGEST) {
                    return false;
                }
            }
            return !elements.isEmpty();
        }

        private Optional<Element> one() {
            var character = text.charAt(at);
            at++;
            return switch (character) {
                case '[' -> set();
                case '.' -> Optional.of(new Element(true, new int[0], false, false));
                case '\\' -> escaped();
                case '(', ')', '|', '*', '+', '?', '{', '}', ']', '^', '$' -> Optional.empty();
                default -> Optional.of(only(character));
            };
        }

        private static Element only(char character) {
            return new Element(false, new int[] {character, character}, false, false);
        }

        private Optional<Element> escaped() {
            if (at >= text.length()) {
                return Optional.empty();
            }
            var character = text.charAt(at);
            at++;
            if (character == 'd') {
                return Optional.of(new Element(false, new int[] {'0', '9'}, false, false));
            }
            return Character.isLetterOrDigit(character) ? Optional.empty() : Optional.of(only(character));
        }

        private Optional<Element> set() {
            var end = text.indexOf(']', at);
            var isInverted = at < text.length() && text.charAt(at) == '^';
            var from = isInverted ? at + 1 : at;
            if (end <= from || text.substring(from, end).contains("\\")) {
                return Optional.empty();
            }
            var ranges = new ArrayList<Integer>();
            for (var each = from; each < end; each++) {
                var isRange = each + 2 < end && text.charAt(each + 1) == '-';
                ranges.add((int) text.charAt(each));
                ranges.add((int) text.charAt(isRange ? each + 2 : each));
                each += isRange ? 2 : 0;
            }
            at = end + 1;
            return Optional.of(new Element(
                    isInverted, ranges.stream().mapToInt(Integer::intValue).toArray(), false, false));
        }

        private boolean counted(Element one) {
            var next = at < text.length() ? text.charAt(at) : ' ';
            if (next == '?' || next == '*' || next == '+') {
                at++;
                if (next == '+') {
                    elements.add(one);
                }
                elements.add(one.as(true, next != '?'));
                return true;
            }
            if (next != '{') {
                elements.add(one);
                return true;
            }
            return times(one);
        }

        private boolean times(Element one) {
            var counts = COUNTS.matcher(text).region(at, text.length());
            if (!counts.lookingAt()) {
                return false;
            }
            at = counts.end();
            var least = Integer.parseInt(counts.group(1));
            var most = counts.group(3) == null ? least : Integer.parseInt(counts.group(3));
            for (var each = 0; each < most && elements.size() <= LONGEST; each++) {
                elements.add(one.as(each >= least, false));
            }
            return least <= most && most > 0;
        }
    }
}
