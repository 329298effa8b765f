package org.cairn.skills.match;

/// A stretch of a text, as offsets of `char`: `start` is its first, `end` is behind its last.
public record Span(int start, int end) implements Comparable<Span> {
    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a stretch of a text: " + start + " to " + end);
        }
    }

    public String of(String text) {
        return text.substring(start, end);
    }

    @Override
    public int compareTo(Span other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }

    Span moved(int by) {
        return new Span(start + by, end + by);
    }
}
