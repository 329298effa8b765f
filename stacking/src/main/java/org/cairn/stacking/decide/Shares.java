package org.cairn.stacking.decide;

/// Shares whose threshold depends on what is counted.
final class Shares {
    private Shares() {}

    /// What is missing, or too much; 0 when the share holds.
    static long missing(Problem problem, Problem.RoundedShare share, Allocation allocation) {
        var threshold = share.threshold(allocation.total(problem));
        var part = allocation.part(problem, share.of());
        return Math.max(0, share.atLeast() ? threshold - part : part - threshold);
    }

    /// What a shortfall is measured against: the fraction of everything there is.
    static long measure(Problem problem, Problem.RoundedShare share) {
        var all = problem.items().stream().mapToLong(Problem.Item::credits).sum();
        return Math.max(1, share.threshold(all));
    }
}
