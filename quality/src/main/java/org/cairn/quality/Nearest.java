package org.cairn.quality;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The known word that a misspelt one was probably meant to be.
final class Nearest {
    private static final int LONGEST = 40;

    private Nearest() {}

    static Optional<String> to(String found, Collection<String> known) {
        if (found.length() > LONGEST) {
            return Optional.empty();
        }
        var plain = plain(found);
        return known.stream()
                .filter(word -> distance(plain, plain(word)) <= tolerated(plain, plain(word)))
                .min(Comparator.<String>comparingInt(word -> distance(plain, plain(word)))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /// A third of the longer word; of one or two letters, none, or every grade would resemble every other.
    private static int tolerated(String one, String other) {
        return Math.max(one.length(), other.length()) / 3;
    }

    /// Case, hyphens and underscores are what people get wrong most.
    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }

    /// Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
    private static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (var i = 0; i <= one.length(); i++) {
            for (var j = 0; j <= other.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, one, other, i, j);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int step(int[][] rows, String one, String other, int i, int j) {
        var replaced = rows[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        var least = Math.min(replaced, 1 + Math.min(rows[i - 1][j], rows[i][j - 1]));
        var swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, rows[i - 2][j - 2] + 1) : least;
    }
}
