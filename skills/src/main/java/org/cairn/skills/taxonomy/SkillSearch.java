package org.cairn.skills.taxonomy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Finds concepts while their names are being typed: each word typed is the beginning of a word of the label or of one
/// alternative label, in any order, whatever the case and the accents. What matches nothing is tried again with one
/// letter wrong (two in a long word).
///
/// Made once for one language; immutable, safe to share between threads. What a query over ESCO takes is measured in
/// `bench/`.
public final class SkillSearch {
    private static final int LONGEST_QUERY = 100;
    private static final int MOST_WORDS = 8;

    private final List<Entry.Concept> concepts;
    /// One row for each name: what it says, folded, and whose it is. The label of a concept comes first.
    private final String[] names;
    private final String[] shown;
    private final int[] owner;
    private final boolean[] isLabel;
    /// All words of all names in order, each with the names it stands in.
    private final String[] words;
    private final int[][] namesOfWord;

    private SkillSearch(Builder from) {
        concepts = List.copyOf(from.concepts);
        names = from.names.toArray(String[]::new);
        shown = from.shown.toArray(String[]::new);
        owner = from.owner.stream().mapToInt(Integer::intValue).toArray();
        isLabel = new boolean[names.length];
        for (int name = 0; name < names.length; name++) {
            isLabel[name] = name == 0 || owner[name] != owner[name - 1];
        }
        TreeMap<String, List<Integer>> index = new TreeMap<>();
        for (int name = 0; name < names.length; name++) {
            for (String word : Arrays.stream(names[name].split(" ")).distinct().toList()) {
                index.computeIfAbsent(word, none -> new ArrayList<>()).add(name);
            }
        }
        words = index.keySet().toArray(String[]::new);
        namesOfWord = index.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /// One that was found.
    ///
    /// @param name by which it was found: its label, or the alternative that matched
    public record Hit(Entry.Concept concept, String label, String name) {}

    /// @param language BCP 47; a concept without names in it is found by its English ones
    public static SkillSearch of(Collection<? extends Entry.Concept> concepts, String language) {
        Builder builder = new Builder();
        concepts.forEach(concept -> builder.add(concept, concept.in(language)));
        return new SkillSearch(builder);
    }

    /// The best first: the very name, then names that begin with what was typed, then those in which its words stand
    /// somewhere; labels before alternative labels, short ones before long ones. Nothing for a blank query.
    ///
    /// @param typed only its first 100 characters and 8 words count
    public List<Hit> find(String typed, int limit) {
        String query = folded(typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed);
        if (query.isEmpty() || limit < 1) {
            return List.of();
        }
        List<String> parts =
                Arrays.stream(query.split(" ")).limit(MOST_WORDS).distinct().toList();
        Ranking ranking = new Ranking(query);
        matching(parts, false).stream().forEach(ranking::consider);
        if (ranking.best.size() < limit && parts.stream().anyMatch(part -> part.length() > 3)) {
            ranking.mistaken = true;
            matching(parts, true).stream().forEach(ranking::consider);
        }
        return ranking.top(limit);
    }

    /// The names in which every part begins a word.
    private BitSet matching(List<String> parts, boolean tolerant) {
        BitSet all = new BitSet(names.length);
        boolean first = true;
        for (String part : parts) {
            BitSet of = new BitSet(names.length);
            beginning(part, of);
            if (tolerant && part.length() > 3) {
                nearly(part, of);
            }
            if (first) {
                all = of;
                first = false;
            } else {
                all.and(of);
            }
        }
        return all;
    }

    private void beginning(String part, BitSet into) {
        int at = Arrays.binarySearch(words, part);
        for (int i = at < 0 ? -at - 1 : at; i < words.length && words[i].startsWith(part); i++) {
            for (int name : namesOfWord[i]) {
                into.set(name);
            }
        }
    }

    private void nearly(String part, BitSet into) {
        int mistakes = part.length() > 7 ? 2 : 1;
        Nearness nearness = new Nearness(part);
        for (int i = 0; i < words.length; i++) {
            if (nearness.begins(words[i], mistakes)) {
                for (int name : namesOfWord[i]) {
                    into.set(name);
                }
            }
        }
    }

    /// Keeps the best name of each concept.
    private final class Ranking {
        private final String query;
        private final Map<Integer, Match> best = new HashMap<>();
        private boolean mistaken;

        Ranking(String query) {
            this.query = query;
        }

        void consider(int name) {
            Match match = new Match(name, grade(name));
            best.merge(owner[name], match, (old, now) -> now.compareTo(old) < 0 ? now : old);
        }

        private int grade(int name) {
            if (mistaken) {
                return isLabel[name] ? 6 : 7;
            }
            if (names[name].equals(query)) {
                return isLabel[name] ? 0 : 1;
            }
            if (names[name].startsWith(query)) {
                return isLabel[name] ? 2 : 3;
            }
            return isLabel[name] ? 4 : 5;
        }

        List<Hit> top(int limit) {
            return best.values().stream()
                    .sorted()
                    .limit(limit)
                    .map(match ->
                            new Hit(concepts.get(owner[match.name]), shown[labelOf(match.name)], shown[match.name]))
                    .toList();
        }

        private int labelOf(int name) {
            int at = name;
            while (!isLabel[at]) {
                at--;
            }
            return at;
        }
    }

    private final class Match implements Comparable<Match> {
        private final int name;
        private final int grade;

        Match(int name, int grade) {
            this.name = name;
            this.grade = grade;
        }

        @Override
        public int compareTo(Match other) {
            int better = Integer.compare(grade, other.grade);
            if (better == 0) {
                better = Integer.compare(names[name].length(), names[other.name].length());
            }
            return better != 0 ? better : Integer.compare(name, other.name);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Match match && match.name == name && match.grade == grade;
        }

        @Override
        public int hashCode() {
            return name;
        }
    }

    private static final class Builder {
        private final List<Entry.Concept> concepts = new ArrayList<>();
        private final List<String> names = new ArrayList<>();
        private final List<String> shown = new ArrayList<>();
        private final List<Integer> owner = new ArrayList<>();

        void add(Entry.Concept concept, Words of) {
            LinkedHashMap<String, String> byName = new LinkedHashMap<>();
            byName.put(folded(of.label()), of.label());
            of.alternatives().forEach(name -> byName.putIfAbsent(folded(name), name));
            concepts.add(concept);
            byName.forEach((name, as) -> {
                names.add(name);
                shown.add(as);
                owner.add(concepts.size() - 1);
            });
        }
    }

    /// Lower case, without accents and vowel marks, words parted by one space; what joins words (hyphen, slash) parts
    /// them, signs that are part of a name (`C++`, `C#`, `.NET`) stay.
    static String folded(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '+' || c == '#') {
                folded.appendCodePoint(alike(c));
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && !folded.isEmpty()
                    && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        });
        return folded.toString().strip();
    }

    /// Letters of Arabic that are written one for the other.
    private static int alike(int letter) {
        return switch (letter) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى' -> 'ي';
            case 'ة' -> 'ه';
            default -> letter;
        };
    }
}
