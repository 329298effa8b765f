package org.cairn.skills.demand;

import org.apache.commons.statistics.distribution.NormalDistribution;

/// What part of the postings asks for something, as far as it can be said.
public sealed interface Share {
    /// With fewer postings than these that ask, nothing is said: the figure would be chance.
    int FEWEST = 10;

    /// A share with its 95 % interval, each from 0 to 1.
    record Known(double share, double low, double high) implements Share {}

    /// Fewer than ten postings ask.
    record TooFew() implements Share {}

    /// @throws IllegalArgumentException unless 0 ≤ asked ≤ of
    static Share of(long asked, long of) {
        if (asked < 0 || asked > of) {
            throw new IllegalArgumentException(asked + " of " + of);
        }
        return asked < FEWEST ? new TooFew() : wilson(asked, of);
    }

    /// Wilson's score interval at 95 %: keeps its promise for small shares too, where the textbook's interval does
    /// not.
    static Known wilson(long asked, long of) {
        double z = NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975);
        double share = (double) asked / of;
        double weight = z * z / of;
        double middle = (share + weight / 2) / (1 + weight);
        double half = z * Math.sqrt(share * (1 - share) / of + weight / (4 * of)) / (1 + weight);
        return new Known(share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
