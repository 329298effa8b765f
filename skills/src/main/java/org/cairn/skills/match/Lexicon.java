package org.cairn.skills.match;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Which names of skills a sentence says, wholly or in part, by its words. Rare words weigh more. Immutable.
final class Lexicon {
    /// "Java (computer programming)" is written "Java" in a sentence.
    private static final Pattern QUALIFIER = Pattern.compile("\\s*\\([^)]*\\)");
    private static final float EMPTY = 0.3f;
    private static final float LEAST = 0.3f;
    private static final float WHOLE = 0.999f;

    private final Names names;
    private final Terms terms;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] termsOf;
    private final int[][] namesWith;
    private final float[] weight;
    private final float[] total;

    Lexicon(Names names) {
        this.names = names;
        this.terms = Terms.of(names.language());
        this.termsOf = new int[names.size()][];
        BitSet empty = new BitSet();
        for (int name = 0; name < termsOf.length; name++) {
            termsOf[name] = number(names.text(name), empty);
        }
        this.weight = weights(empty);
        this.total = new float[termsOf.length];
        this.namesWith = turned(empty);
    }

    private int[] number(String name, BitSet empty) {
        List<Terms.Term> found = terms.in(QUALIFIER.matcher(name).replaceAll(""));
        int[] ids = new int[found.size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = numbers.computeIfAbsent(found.get(i).stem(), _ -> numbers.size());
            empty.set(ids[i], found.get(i).empty());
        }
        return ids;
    }

    /// The logarithm of how few skills have the word in a name.
    private float[] weights(BitSet empty) {
        int[] skillsWith = new int[numbers.size()];
        int[] lastSkill = new int[numbers.size()];
        Arrays.fill(lastSkill, -1);
        for (int name = 0; name < termsOf.length; name++) {
            for (int term : termsOf[name]) {
                if (lastSkill[term] != names.skillOf(name)) {
                    lastSkill[term] = names.skillOf(name);
                    skillsWith[term]++;
                }
            }
        }
        float[] weights = new float[skillsWith.length];
        // A small taxonomy is weighed as if it had a thousand skills, else its rare words would not stand out.
        double skills = Math.max(1000, names.skillCount());
        for (int term = 0; term < weights.length; term++) {
            weights[term] =
                    empty.get(term) ? EMPTY : (float) Math.max(EMPTY, Math.log(skills / (1 + skillsWith[term])));
        }
        return weights;
    }

    private int[][] turned(BitSet empty) {
        int[] counts = new int[weight.length];
        for (int name = 0; name < termsOf.length; name++) {
            for (int term : termsOf[name]) {
                total[name] += weight[term];
                counts[term]++;
            }
        }
        int[][] turned = new int[weight.length][];
        for (int term = 0; term < turned.length; term++) {
            turned[term] = new int[empty.get(term) ? 0 : counts[term]];
        }
        int[] at = new int[turned.length];
        for (int name = 0; name < termsOf.length; name++) {
            for (int term : termsOf[name]) {
                if (turned[term].length > 0) {
                    turned[term][at[term]++] = name;
                }
            }
        }
        return turned;
    }

    /// How far a sentence says a skill's names.
    ///
    /// @param cover the share of the best name's weight that stands in the sentence, from 0 to 1
    /// @param exact the weight of the heaviest name that stands there whole and in order, else 0
    /// @param exactLabel the same for the label alone
    /// @param name the one that is said best
    record Hit(float cover, float exact, float exactLabel, int name) {}

    /// A sentence, word by word, with what it says of the names.
    Reading read(String sentence) {
        List<Terms.Term> said = terms.in(sentence);
        int[] row = said.stream()
                .mapToInt(term -> numbers.getOrDefault(term.stem(), -1))
                .toArray();
        BitSet bag = new BitSet();
        Arrays.stream(row).filter(term -> term >= 0).forEach(bag::set);
        return new Reading(said, row, hits(row, bag));
    }

    /// By the number of the skill. Skills of which little is said are left out.
    private Map<Integer, Hit> hits(int[] row, BitSet bag) {
        float[] sum = new float[termsOf.length];
        int[] touched = new int[256];
        int count = 0;
        for (int term = bag.nextSetBit(0); term >= 0; term = bag.nextSetBit(term + 1)) {
            for (int name : namesWith[term]) {
                if (sum[name] == 0) {
                    touched = count == touched.length ? Arrays.copyOf(touched, count * 2) : touched;
                    touched[count++] = name;
                }
                sum[name] += weight[term];
            }
        }
        Map<Integer, Hit> hits = new HashMap<>();
        for (int i = 0; i < count; i++) {
            int name = touched[i];
            if (sum[name] >= LEAST * total[name]) {
                hits.merge(names.skillOf(name), hit(name, row, bag), Lexicon::better);
            }
        }
        return hits;
    }

    private Hit hit(int name, int[] row, BitSet bag) {
        float covered = 0;
        for (int term : termsOf[name]) {
            covered += bag.get(term) ? weight[term] : 0;
        }
        float cover = covered / total[name];
        float exact = cover > WHOLE && indexOf(termsOf[name], row) >= 0 ? total[name] : 0;
        return new Hit(cover, exact, names.isLabel(name) ? exact : 0, name);
    }

    private static Hit better(Hit one, Hit other) {
        boolean first = one.exact != other.exact ? one.exact > other.exact : one.cover >= other.cover;
        return new Hit(
                Math.max(one.cover, other.cover),
                Math.max(one.exact, other.exact),
                Math.max(one.exactLabel, other.exactLabel),
                first ? one.name : other.name);
    }

    private static int indexOf(int[] part, int[] row) {
        for (int at = 0; at + part.length <= row.length; at++) {
            if (Arrays.equals(part, 0, part.length, row, at, at + part.length)) {
                return at;
            }
        }
        return -1;
    }

    /// What was found in one sentence.
    final class Reading {
        private final List<Terms.Term> said;
        private final int[] row;
        private final Map<Integer, Hit> hits;

        private Reading(List<Terms.Term> said, int[] row, Map<Integer, Hit> hits) {
            this.said = said;
            this.row = row;
            this.hits = hits;
        }

        /// By the number of the skill.
        Map<Integer, Hit> hits() {
            return hits;
        }

        /// The words that say it: the whole name, else its heaviest word with what of the name stands right
        /// beside it.
        Span evidence(Hit hit) {
            int[] name = termsOf[hit.name];
            int at = indexOf(name, row);
            return at >= 0 ? span(at, at + name.length - 1) : aroundHeaviest(name);
        }

        private Span aroundHeaviest(int[] name) {
            BitSet wanted = new BitSet();
            Arrays.stream(name).forEach(wanted::set);
            int from = IntStream.range(0, row.length)
                    .filter(i -> row[i] >= 0 && wanted.get(row[i]))
                    .boxed()
                    .max(Comparator.comparingDouble(i -> weight[row[i]]))
                    .orElseThrow();
            int to = from;
            while (from > 0 && row[from - 1] >= 0 && wanted.get(row[from - 1])) {
                from--;
            }
            while (to < row.length - 1 && row[to + 1] >= 0 && wanted.get(row[to + 1])) {
                to++;
            }
            return span(from, to);
        }

        private Span span(int from, int to) {
            return new Span(said.get(from).span().start(), said.get(to).span().end());
        }
    }
}
