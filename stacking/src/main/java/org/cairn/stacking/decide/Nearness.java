package org.cairn.stacking.decide;

/// How far an allocation is from meeting the rule: thousandths of each need that is not met, added up.
final class Nearness {
    private Nearness() {}

    static long of(Problem problem, Allocation allocation) {
        var have = new long[problem.slots().size()];
        for (var slot = 0; slot < have.length; slot++) {
            have[slot] = allocation.have(problem, slot);
        }
        var sum = Trees.distance(problem, problem.root(), have, slot -> occupied(allocation, slot));
        for (var linear : problem.linears()) {
            var missing = linear.least() - allocation.value(problem, linear);
            sum += Problem.distance(missing, Problem.measure(linear, problem.items()));
        }
        for (var share : problem.shares()) {
            sum += Problem.distance(Shares.missing(problem, share, allocation), Shares.measure(problem, share));
        }
        return sum;
    }

    static boolean occupied(Allocation allocation, int slot) {
        for (var row : allocation.credits()) {
            if (row[slot] >= 0) {
                return true;
            }
        }
        return false;
    }
}
