package org.cairn.skills.demand;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Among thousands of skills some seem to rise by chance alone. Benjamini and Hochberg's procedure lets only so many
/// through that at most one in twenty of those called rising or falling is expected to be neither.
public final class FalseDiscovery {
    private static final double RATE = 0.05;

    private FalseDiscovery() {}

    /// The trends of all skills that are looked at together, in words.
    public static <K> Map<K, Trend.Direction> judged(Map<K, Trend> trends) {
        List<Double> values = new ArrayList<>();
        trends.values().forEach(trend -> {
            if (trend instanceof Trend.Slope slope) {
                values.add(slope.p());
            }
        });
        double threshold = threshold(values, RATE);
        Map<K, Trend.Direction> judged = HashMap.newHashMap(trends.size());
        trends.forEach((key, trend) -> judged.put(key, direction(trend, threshold)));
        return judged;
    }

    private static Trend.Direction direction(Trend trend, double threshold) {
        return switch (trend) {
            case Trend.TooLittle _ -> Trend.Direction.TOO_LITTLE;
            case Trend.Slope(double perYear, double _, double _, double p) ->
                p > threshold
                        ? Trend.Direction.NO_CLEAR_CHANGE
                        : perYear > 1 ? Trend.Direction.RISING : Trend.Direction.FALLING;
        };
    }

    /// The largest p-value that counts as a discovery at this rate; -1 where none does.
    static double threshold(List<Double> values, double rate) {
        List<Double> sorted = values.stream().sorted(Comparator.naturalOrder()).toList();
        for (int rank = sorted.size(); rank > 0; rank--) {
            if (sorted.get(rank - 1) <= rate * rank / sorted.size()) {
                return sorted.get(rank - 1);
            }
        }
        return -1;
    }
}
