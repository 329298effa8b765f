package org.cairn.skills.taxonomy;

/// Whether a word begins nearly as one typed does: at most so many letters wrong, missing, too many or swapped with
/// their neighbour, the first letter right. Holds rows of the table between words; not thread-safe.
final class Nearness {
    private final String typed;
    private int[] before;
    private int[] above;
    private int[] row;

    Nearness(String typed) {
        this.typed = typed;
        this.before = new int[typed.length() + 1];
        this.above = new int[typed.length() + 1];
        this.row = new int[typed.length() + 1];
    }

    boolean begins(String word, int mistakes) {
        if (word.charAt(0) != typed.charAt(0) || word.length() < typed.length() - mistakes) {
            return false;
        }
        for (int j = 0; j <= typed.length(); j++) {
            above[j] = j;
        }
        int letters = Math.min(word.length(), typed.length() + mistakes);
        for (int i = 1; i <= letters; i++) {
            int least = next(word, i);
            if (row[typed.length()] <= mistakes) {
                return true;
            }
            if (least > mistakes) {
                return false;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return false;
    }

    /// Fills the row for the word's i-th letter.
    ///
    /// @return the smallest number in it
    private int next(String word, int i) {
        row[0] = i;
        int least = i;
        for (int j = 1; j <= typed.length(); j++) {
            boolean same = word.charAt(i - 1) == typed.charAt(j - 1);
            int best = Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
            boolean swapped = i > 1
                    && j > 1
                    && word.charAt(i - 1) == typed.charAt(j - 2)
                    && word.charAt(i - 2) == typed.charAt(j - 1);
            row[j] = swapped ? Math.min(best, before[j - 2] + 1) : best;
            least = Math.min(least, row[j]);
        }
        return least;
    }
}
