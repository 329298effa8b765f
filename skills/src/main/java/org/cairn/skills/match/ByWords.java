package org.cairn.skills.match;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Finds candidates by the words of a sentence. Immutable.
final class ByWords {
    private static final int MOST = 120;
    private static final Comparator<Map.Entry<Integer, Lexicon.Hit>> WORST_FIRST = Comparator.comparingDouble(
                    (Map.Entry<Integer, Lexicon.Hit> hit) ->
                            hit.getValue().cover() + 0.05 * hit.getValue().exact())
            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder()));

    private final Lexicon lexicon;
    private final Priors priors;

    ByWords(Names names, Priors priors) {
        this.lexicon = new Lexicon(names);
        this.priors = priors;
    }

    Lexicon.Reading read(String sentence) {
        return lexicon.read(sentence);
    }

    /// The skills of whose names the most is said.
    static List<Map.Entry<Integer, Lexicon.Hit>> best(Lexicon.Reading reading) {
        PriorityQueue<Map.Entry<Integer, Lexicon.Hit>> best = new PriorityQueue<>(MOST + 1, WORST_FIRST);
        for (Map.Entry<Integer, Lexicon.Hit> hit : reading.hits().entrySet()) {
            best.add(hit);
            if (best.size() > MOST) {
                best.remove();
            }
        }
        return List.copyOf(best);
    }

    List<Candidate> candidates(String sentence) {
        Lexicon.Reading reading = read(sentence);
        return best(reading).stream()
                .map(hit -> new Candidate(
                        hit.getKey(), features(hit.getKey(), hit.getValue()), reading.evidence(hit.getValue())))
                .toList();
    }

    private double[] features(int skill, Lexicon.Hit hit) {
        double[] features = new double[Feature.COUNT];
        into(features, hit);
        priors.into(features, skill);
        return features;
    }

    static void into(double[] features, Lexicon.Hit hit) {
        features[Feature.COVER.place()] = hit.cover();
        features[Feature.EXACT.place()] = hit.exact() > 0 ? 1 : 0;
        features[Feature.EXACT_LABEL.place()] = hit.exactLabel() / 10;
    }
}
