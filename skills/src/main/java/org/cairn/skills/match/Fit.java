package org.cairn.skills.match;

import java.util.List;
import java.util.Set;

/// Fits weights: of the ranking so that the right skills of a sentence stand before its others (softmax over
/// the candidates of a sentence), of the probability by logistic regression on the sum (Platt). Both are
/// convex and start from nothing, so that the same sentences give the same weights.
final class Fit {
    private static final double RIDGE = 0.1;
    private static final int STEPS = 400;

    private Fit() {}

    record Sentence(List<Candidate> candidates, boolean[] right) {}

    static double[] ranking(List<Sentence> sentences, Set<Feature> features) {
        double[] spread = spread(sentences);
        double[] weights = new double[Feature.COUNT];
        double[] speed = new double[Feature.COUNT];
        // Gradient descent with momentum on scaled features: a dozen weights need no more.
        for (int step = 0; step < STEPS; step++) {
            double[] slope = slope(sentences, weights, spread);
            for (Feature feature : features) {
                int i = feature.place();
                speed[i] = 0.9 * speed[i] - 0.05 * (slope[i] + 2 * RIDGE * weights[i]);
                weights[i] += speed[i];
            }
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= spread[i];
        }
        return weights;
    }

    private static double[] slope(List<Sentence> sentences, double[] weights, double[] spread) {
        double[] slope = new double[weights.length];
        for (Sentence sentence : sentences) {
            int rightOnes = count(sentence.right());
            if (rightOnes == 0) {
                continue; // nothing to learn where nothing right was found
            }
            double[] share = shares(sentence, weights, spread);
            for (int i = 0; i < share.length; i++) {
                double pull = (share[i] - (sentence.right()[i] ? 1.0 / rightOnes : 0)) / sentences.size();
                double[] features = sentence.candidates().get(i).features();
                for (int j = 0; j < slope.length; j++) {
                    slope[j] += pull * features[j] / spread[j];
                }
            }
        }
        return slope;
    }

    private static double[] shares(Sentence sentence, double[] weights, double[] spread) {
        double[] shares = new double[sentence.right().length];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < shares.length; i++) {
            double[] features = sentence.candidates().get(i).features();
            for (int j = 0; j < weights.length; j++) {
                shares[i] += weights[j] * features[j] / spread[j];
            }
            most = Math.max(most, shares[i]);
        }
        double all = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.exp(shares[i] - most);
            all += shares[i];
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] /= all;
        }
        return shares;
    }

    private static int count(boolean[] right) {
        int count = 0;
        for (boolean one : right) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /// The standard deviation of each feature; 1 where it never differs.
    private static double[] spread(List<Sentence> sentences) {
        double[] sum = new double[Feature.COUNT];
        double[] squares = new double[Feature.COUNT];
        int count = 0;
        for (Sentence sentence : sentences) {
            for (Candidate candidate : sentence.candidates()) {
                count++;
                for (int j = 0; j < sum.length; j++) {
                    sum[j] += candidate.features()[j];
                    squares[j] += candidate.features()[j] * candidate.features()[j];
                }
            }
        }
        for (int j = 0; j < sum.length; j++) {
            double variance = squares[j] / Math.max(1, count) - Math.pow(sum[j] / Math.max(1, count), 2);
            squares[j] = variance < 1e-9 ? 1 : Math.sqrt(variance);
        }
        return squares;
    }

    /// By Newton's method; two unknowns.
    static Weights probability(double[] of, double[] sums, List<Boolean> right) {
        double slope = 0;
        double offset = 0;
        for (int step = 0; step < 25; step++) {
            double gs = 1e-3 * slope;
            double go = 0;
            double ss = 1e-3;
            double so = 0;
            double oo = 1e-9;
            for (int i = 0; i < sums.length; i++) {
                double p = 1 / (1 + Math.exp(-(slope * sums[i] + offset)));
                double wrong = p - (right.get(i) ? 1 : 0);
                double w = p * (1 - p);
                gs += wrong * sums[i];
                go += wrong;
                ss += w * sums[i] * sums[i];
                so += w * sums[i];
                oo += w;
            }
            double determinant = ss * oo - so * so;
            slope -= (oo * gs - so * go) / determinant;
            offset -= (ss * go - so * gs) / determinant;
        }
        return new Weights(of, slope, offset);
    }
}
