package org.cairn.skills.taxonomy;

/// The stable identifier of a skill, an occupation or a group, as its publisher gives it: an absolute URI of at
/// most
/// 400 characters without spaces.
public record ConceptUri(String value) implements Comparable<ConceptUri> {
    private static final int LONGEST = 400;

    /// @throws IllegalArgumentException for what cannot be an identifier
    public ConceptUri {
        if (!isOne(value)) {
            throw new IllegalArgumentException(
                    "not an absolute URI: " + (value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value));
        }
    }

    /// Whether a text can be an identifier.
    public static boolean isOne(String text) {
        int colon = text.indexOf(':');
        return colon > 0
                && colon < text.length() - 1
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> c > ' ' && c != '"' && c != '<' && c != '>' && c != '\\')
                && Character.isLetter(text.charAt(0));
    }

    @Override
    public int compareTo(ConceptUri other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
