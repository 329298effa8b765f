package org.cairn.skills.pathway;

import java.math.BigInteger;
import java.util.List;
import org.cairn.skills.taxonomy.ConceptUri;

/// How a job's match is reckoned: in whole numbers, so that 4 of 5 reach 0.8 whatever the order of adding.
///
/// Shares of levels are exact as long as the levels' least common multiple stays below a thousand million
/// thousandths, else cut off behind the ninth digit.
///
/// @param weights of the requirements, divided by what they have in common
/// @param scale what a requirement counts that is met whole, for each unit of its weight
/// @param goal what the sum must reach
record Match(List<Objective.Wanted> requires, long[] weights, long scale, long goal, boolean byLevels) {
    private static final long FINEST = 1_000_000_000;

    static Match of(Objective.Job job, Objective.MostJobs objective) {
        List<Objective.Wanted> requires = job.requires();
        long[] weights = requires.stream()
                .mapToLong(wanted -> Math.round(wanted.importance() * 1_000))
                .toArray();
        long common = 0;
        long scale = 1;
        boolean byLevels = objective.counting() == Objective.Counting.LEVELS;
        for (int place = 0; place < weights.length; place++) {
            common = divisor(common, weights[place]);
            long level = requires.get(place).skill().thousandths();
            scale = byLevels ? Math.min(FINEST, scale / divisor(scale, level) * level) : 1;
        }
        long sum = 0;
        for (int place = 0; place < weights.length; place++) {
            weights[place] /= common;
            sum += weights[place] * scale;
        }
        BigInteger share = BigInteger.valueOf(Math.round(objective.threshold() * FINEST));
        BigInteger[] goal = BigInteger.valueOf(sum).multiply(share).divideAndRemainder(BigInteger.valueOf(FINEST));
        long whole = goal[0].longValueExact() + goal[1].signum();
        return new Match(requires, weights, scale, whole, byLevels);
    }

    /// What a requirement counts when the skill is at that level.
    long worth(int place, int level) {
        int needed = requires.get(place).skill().thousandths();
        if (byLevels) {
            return weights[place] * (scale * Math.min(level, needed) / needed);
        }
        return level >= needed ? weights[place] : 0;
    }

    long of(java.util.function.ToIntFunction<ConceptUri> levels) {
        long sum = 0;
        for (int place = 0; place < weights.length; place++) {
            sum += worth(place, levels.applyAsInt(requires.get(place).skill().uri()));
        }
        return sum;
    }

    private static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }
}
