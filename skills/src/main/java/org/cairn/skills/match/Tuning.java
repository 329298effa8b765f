package org.cairn.skills.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.skills.taxonomy.ConceptUri;

/// Fits the few weights of the ranking to sentences that people judged, and says how well that carries over
/// to sentences it was not fitted to. The weights that ship were made with it. Not thread-safe.
public final class Tuning {
    private static final int DEEPEST = 300;
    private static final int SHOWN = 10;

    private final SkillMatcher matcher;
    private final List<Judged> judged;
    private final Means means;
    private final List<Fit.Sentence> sentences;

    /// Measures all sentences, in English.
    ///
    /// @param means `LEXICAL` for what other languages get
    public Tuning(SkillMatcher matcher, List<Judged> judged, Means means) {
        this.matcher = matcher;
        this.judged = List.copyOf(judged);
        this.means = means;
        this.sentences = judged.stream().map(this::measured).toList();
    }

    private Fit.Sentence measured(Judged one) {
        List<Candidate> candidates = matcher.candidates(one.sentence(), means);
        boolean[] right = new boolean[candidates.size()];
        for (int i = 0; i < right.length; i++) {
            right[i] = one.skills().contains(matcher.uri(candidates.get(i).skill()));
        }
        return new Fit.Sentence(candidates, right);
    }

    /// How sure the ranking is beside how often it is right, over what it shows: the ten likeliest of each
    /// sentence.
    ///
    /// @param said mean probability told
    /// @param right share that people had found too
    /// @param error the mean of the difference between the two in ten groups of equal size (expected
    /// calibration error)
    /// @param brier mean squared difference of probability and truth
    public record Calibration(double said, double right, double error, double brier) {}

    /// What sentences got that the weights had not been fitted to.
    public record Report(Quality quality, Calibration calibration) {}

    /// The lines of `weights.properties` for a fit to all sentences.
    public String fitted() {
        return fit(sentences, features()).lines(means);
    }

    /// The share of right skills that are among the candidates at all: no ranking can do better.
    public double reach() {
        double reach = 0;
        for (int i = 0; i < judged.size(); i++) {
            int found = 0;
            for (boolean right : sentences.get(i).right()) {
                found += right ? 1 : 0;
            }
            reach += (double) found / judged.get(i).skills().size();
        }
        return reach / Math.max(1, judged.size());
    }

    /// Each sentence is ranked by weights fitted to the other folds; several times over with other folds.
    ///
    /// @param of the sentences to report on, by their place; all are fitted to
    /// @param without features to leave out, by name, to see what they bring
    public Report crossValidated(int folds, int times, Set<Integer> of, Set<String> without) {
        Set<Feature> features = features();
        features.removeIf(feature -> without.contains(feature.name()));
        List<Judged> asked = new ArrayList<>();
        List<List<ConceptUri>> rankings = new ArrayList<>();
        List<Shown> shown = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            List<Integer> shuffled = shuffled(time);
            for (int fold = 0; fold < folds; fold++) {
                int left = fold;
                List<Integer> out = every(shuffled, i -> i % folds == left);
                Weights weights = fit(pick(every(shuffled, i -> i % folds != left)), features);
                for (int place : out.stream().filter(of::contains).toList()) {
                    asked.add(judged.get(place));
                    rankings.add(ranking(sentences.get(place), weights, shown));
                }
            }
        }
        return new Report(Quality.of(asked, rankings), calibration(shown));
    }

    /// What may be left out together to see what it brings.
    public List<Set<String>> parts() {
        return switch (means) {
            case HYBRID ->
                List.of(
                        Set.of("LABEL", "NAME"),
                        Set.of("SENTENCE"),
                        Set.of("LABEL", "NAME", "SENTENCE"),
                        Set.of("COVER", "EXACT", "EXACT_LABEL"),
                        Set.of("ASKED", "TRANSVERSAL", "OCCUPATION", "KNOWLEDGE"));
            case LEXICAL -> List.of(Set.of("ASKED", "TRANSVERSAL", "OCCUPATION", "KNOWLEDGE"));
        };
    }

    private Set<Feature> features() {
        Set<Feature> features = EnumSet.allOf(Feature.class);
        features.removeIf(feature -> means == Means.LEXICAL && !feature.isLexical());
        return features;
    }

    private List<Integer> shuffled(int seed) {
        List<Integer> places =
                new ArrayList<>(IntStream.range(0, judged.size()).boxed().toList());
        Collections.shuffle(places, new Random(seed));
        return places;
    }

    private static List<Integer> every(List<Integer> places, java.util.function.IntPredicate wanted) {
        return IntStream.range(0, places.size())
                .filter(wanted)
                .mapToObj(places::get)
                .toList();
    }

    private List<Fit.Sentence> pick(List<Integer> places) {
        return places.stream().map(sentences::get).toList();
    }

    private static Weights fit(List<Fit.Sentence> sentences, Set<Feature> features) {
        double[] of = Fit.ranking(sentences, features);
        Weights bare = new Weights(of, 1, 0);
        List<Shown> shown = new ArrayList<>();
        for (Fit.Sentence sentence : sentences) {
            order(sentence, bare)
                    .limit(SHOWN)
                    .forEach(i -> shown.add(
                            new Shown(bare.sum(sentence.candidates().get(i).features()), sentence.right()[i])));
        }
        return Fit.probability(
                of,
                shown.stream().mapToDouble(Shown::said).toArray(),
                shown.stream().map(Shown::right).toList());
    }

    /// What was shown to people: how sure, and whether they agreed.
    private record Shown(double said, boolean right) {}

    private static Stream<Integer> order(Fit.Sentence sentence, Weights weights) {
        return IntStream.range(0, sentence.right().length)
                .boxed()
                .sorted(Comparator.comparingDouble(
                        i -> -weights.sum(sentence.candidates().get(i).features())));
    }

    private List<ConceptUri> ranking(Fit.Sentence sentence, Weights weights, List<Shown> shown) {
        List<Integer> order = order(sentence, weights).limit(DEEPEST).toList();
        order.stream()
                .limit(SHOWN)
                .forEach(i -> shown.add(new Shown(
                        weights.probability(
                                weights.sum(sentence.candidates().get(i).features())),
                        sentence.right()[i])));
        return order.stream()
                .map(i -> matcher.uri(sentence.candidates().get(i).skill()))
                .toList();
    }

    private static Calibration calibration(List<Shown> shown) {
        List<Shown> sorted =
                shown.stream().sorted(Comparator.comparingDouble(Shown::said)).toList();
        double error = 0;
        for (int group = 0; group < 10; group++) {
            List<Shown> some = sorted.subList(sorted.size() * group / 10, sorted.size() * (group + 1) / 10);
            error += Math.abs(said(some) - right(some)) * some.size();
        }
        double brier = shown.stream()
                .mapToDouble(one -> Math.pow(one.said() - (one.right() ? 1 : 0), 2))
                .average()
                .orElse(0);
        return new Calibration(said(shown), right(shown), error / Math.max(1, shown.size()), brier);
    }

    private static double said(List<Shown> shown) {
        return shown.stream().mapToDouble(Shown::said).average().orElse(0);
    }

    private static double right(List<Shown> shown) {
        return shown.stream().mapToDouble(one -> one.right() ? 1 : 0).average().orElse(0);
    }
}
