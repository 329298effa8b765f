package org.cairn.stacking.decide;

import com.google.ortools.sat.LinearExpr;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cairn.stacking.rule.Stack;

/// Finds what a learner could take to meet the rule: candidates join her holdings as if she had them, and the solver
/// looks for the least.
final class Fixes {
    /// Of the work that a decision may take: ways are advice, somebody waits for them, and there are several.
    private static final double SHARE = 0.1;

    private final List<Candidate> candidates;
    private final Problem problem;
    private final int[] itemOf;
    private final Effort effort;

    Fixes(Stack stack, Facts facts, List<Candidate> candidates, Effort effort) {
        this.candidates = candidates.stream()
                .sorted(Comparator.comparing((Candidate each) -> each.holding().spec())
                        .thenComparing(each -> each.holding().award()))
                .toList();
        this.effort = effort;
        problem = new Compiler(
                        stack,
                        facts.and(candidates.stream().map(Candidate::holding).toList()))
                .compile()
                .problem();
        itemOf = this.candidates.stream().mapToInt(this::itemOf).toArray();
    }

    private int itemOf(Candidate candidate) {
        for (var item = 0; item < problem.items().size(); item++) {
            if (problem.items()
                    .get(item)
                    .held()
                    .award()
                    .equals(candidate.holding().award())) {
                return item;
            }
        }
        return -1;
    }

    /// At most one of each kind, in the order of kinds.
    List<Decision.Fix> all() {
        var fixes = new ArrayList<Decision.Fix>();
        var count = (Weight) _ -> 1;
        var price = (Weight) candidate -> candidate.price().movePointRight(2).longValue();
        find(Decision.Fix.Kind.FEWEST, _ -> true, count, price).ifPresent(fixes::add);
        if (fixes.isEmpty()) {
            return fixes;
        }
        fastest(count).ifPresent(fixes::add);
        find(Decision.Fix.Kind.CHEAPEST, _ -> true, price, count).ifPresent(fixes::add);
        find(Decision.Fix.Kind.FREE, Candidate::free, count, count).ifPresent(fixes::add);
        find(
                        Decision.Fix.Kind.PRIOR_LEARNING,
                        _ -> true,
                        candidate -> candidate.kind() == Candidate.Kind.COURSE ? 1 : 0,
                        count)
                .filter(fix -> candidates.stream()
                        .filter(candidate ->
                                fix.take().contains(candidate.holding().award()))
                        .anyMatch(candidate -> candidate.kind() == Candidate.Kind.PRIOR_LEARNING))
                .ifPresent(fixes::add);
        return fixes;
    }

    private interface Weight {
        long of(Candidate candidate);
    }

    /// The shortest time in which everything could be there: each day on which a candidate ends is tried, the least by
    /// halving.
    private Optional<Decision.Fix> fastest(Weight count) {
        var days = candidates.stream().map(Candidate::days).distinct().sorted().toList();
        var low = 0;
        var high = days.size() - 1;
        while (low < high) {
            var middle = (low + high) / 2;
            var limit = days.get(middle);
            if (find(Decision.Fix.Kind.FASTEST, candidate -> candidate.days() <= limit, count, count)
                    .isPresent()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        var limit = days.get(high);
        return find(Decision.Fix.Kind.FASTEST, candidate -> candidate.days() <= limit, count, count);
    }

    private Optional<Decision.Fix> find(
            Decision.Fix.Kind kind, Predicate<Candidate> allowed, Weight first, Weight second) {
        var model = new CpModelOf(problem, true);
        for (var place = 0; place < itemOf.length; place++) {
            if (itemOf[place] >= 0 && !allowed.test(candidates.get(place))) {
                model.model.addEquality(model.used(itemOf[place]), 0);
            }
        }
        var order = new ArrayList<LinearExpr>();
        order.add(sum(model, first));
        order.add(sum(model, second));
        return new CpSat(problem, effort.solverSeconds() * SHARE)
                .least(model, order)
                .map(allocation -> fix(kind, allocation));
    }

    private LinearExpr sum(CpModelOf model, Weight weight) {
        var sum = LinearExpr.newBuilder();
        for (var place = 0; place < itemOf.length; place++) {
            if (itemOf[place] >= 0) {
                sum.addTerm(model.used(itemOf[place]), weight.of(candidates.get(place)));
            }
        }
        return sum.build();
    }

    private Decision.Fix fix(Decision.Fix.Kind kind, Allocation allocation) {
        var taken = new ArrayList<Candidate>();
        for (var place = 0; place < itemOf.length; place++) {
            if (itemOf[place] >= 0 && allocation.used(itemOf[place])) {
                taken.add(candidates.get(place));
            }
        }
        return new Decision.Fix(
                kind,
                taken.stream().map(candidate -> candidate.holding().award()).toList(),
                taken.stream().map(Candidate::price).reduce(BigDecimal.ZERO, BigDecimal::add),
                taken.stream().mapToInt(Candidate::days).max().orElse(0));
    }
}
