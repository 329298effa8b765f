package org.cairn.stacking.decide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.stacking.rule.Constraint;
import org.cairn.stacking.rule.Need;
import org.cairn.stacking.rule.Requirement;
import org.cairn.stacking.rule.Stack;

/// Says in terms of the rule what an allocation means.
final class Explanation {
    private final Stack stack;
    private final Problem problem;
    private final Allocation allocation;
    private final Measures measures;
    private final long[] have;

    Explanation(Stack stack, Facts facts, Problem problem, Allocation allocation) {
        this.stack = stack;
        this.problem = problem;
        this.allocation = allocation;
        measures = new Measures(stack, facts, counted());
        have = IntStream.range(0, problem.slots().size())
                .mapToLong(slot -> allocation.have(problem, slot))
                .toArray();
    }

    private List<Measures.Counted> counted() {
        return IntStream.range(0, problem.items().size())
                .filter(allocation::used)
                .mapToObj(item -> new Measures.Counted(
                        problem.items().get(item).held(), slotsOf(item), credits(allocation.counted(problem, item))))
                .toList();
    }

    private List<String> slotsOf(int item) {
        return Arrays.stream(problem.items().get(item).fits())
                .filter(slot -> allocation.placed(item, slot))
                .mapToObj(slot -> problem.slots().get(slot).id())
                .toList();
    }

    private BigDecimal credits(long units) {
        return plain(BigDecimal.valueOf(units).divide(BigDecimal.valueOf(problem.unit())));
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    List<Decision.Placed> placed() {
        var placed = new ArrayList<Decision.Placed>();
        for (var item = 0; item < problem.items().size(); item++) {
            var held = problem.items().get(item).held();
            for (var slot : problem.items().get(item).fits()) {
                if (allocation.placed(item, slot)) {
                    placed.add(new Decision.Placed(
                            held.award(),
                            held.spec(),
                            problem.slots().get(slot).id(),
                            credits(allocation.credits()[item][slot])));
                }
            }
        }
        return placed;
    }

    /// Whether every condition on the learner holds.
    boolean conditionsHold() {
        return stack.constraints().stream()
                .filter(Measures::isCondition)
                .allMatch(constraint -> measures.of(constraint).met());
    }

    List<Decision.Shortfall> shortfalls() {
        var shortfalls = new ArrayList<Decision.Shortfall>();
        collect(problem.root(), shortfalls);
        for (var constraint : stack.constraints()) {
            var measure = measures.of(constraint);
            if (measure.met()) {
                continue;
            }
            shortfalls.add(
                    measure.unit().isPresent() && !Measures.isCondition(constraint)
                            ? new Decision.Shortfall.OfConstraint(
                                    constraint, measure.unit().get(), plain(measure.need()), plain(measure.have()))
                            : new Decision.Shortfall.OfCondition(constraint));
        }
        return shortfalls;
    }

    private void collect(Problem.Node node, List<Decision.Shortfall> shortfalls) {
        switch (node) {
            case Problem.Node.Leaf(var slot) -> {
                if (have[slot] < problem.slots().get(slot).least()) {
                    shortfalls.add(shortfall(slot));
                }
            }
            case Problem.Node.All(var parts) -> parts.forEach(part -> collect(part, shortfalls));
            case Problem.Node.Any(var atLeast, var parts) -> {
                // The parts that were begun, and of the others the nearest: those the shortest way leads through.
                var begun = parts.stream()
                        .filter(part -> Trees.holdsItems(part, this::occupied))
                        .toList();
                var nearest = parts.stream()
                        .filter(part -> !begun.contains(part))
                        .sorted(java.util.Comparator.comparingLong(
                                part -> Trees.distance(problem, part, have, this::occupied)))
                        .limit(Math.max(0, atLeast - begun.size()));
                begun.forEach(part -> collect(part, shortfalls));
                nearest.forEach(part -> collect(part, shortfalls));
            }
        }
    }

    private boolean occupied(int slot) {
        return Nearness.occupied(allocation, slot);
    }

    private Decision.Shortfall shortfall(int slot) {
        var place = problem.slots().get(slot);
        return new Decision.Shortfall.OfSlot(
                place.id(),
                unit(place.kind()),
                amount(place.kind(), place.least()),
                amount(place.kind(), have[slot]),
                missingOutcomes(slot),
                Rivals.of(problem, allocation, slot));
    }

    private static Decision.Unit unit(Problem.Kind kind) {
        return switch (kind) {
            case COUNT -> Decision.Unit.ITEMS;
            case CREDITS -> Decision.Unit.CREDITS;
            case OUTCOMES -> Decision.Unit.OUTCOMES;
        };
    }

    private BigDecimal amount(Problem.Kind kind, long units) {
        return kind == Problem.Kind.CREDITS ? credits(units) : BigDecimal.valueOf(units);
    }

    private List<String> missingOutcomes(int slot) {
        if (!(stack.slots().get(slot).need() instanceof Need.Outcomes(var of, var _))) {
            return List.of();
        }
        return of.stream()
                .filter(outcome -> IntStream.range(0, problem.items().size())
                        .filter(item -> allocation.placed(item, slot))
                        .noneMatch(item ->
                                problem.items().get(item).held().outcomes().contains(outcome)))
                .toList();
    }

    List<Decision.Step> trace() {
        var steps = new ArrayList<Decision.Step>();
        trace("root", stack.root(), problem.root(), steps);
        for (var place = 0; place < stack.constraints().size(); place++) {
            var measure = measures.of(stack.constraints().get(place));
            steps.add(new Decision.Step(
                    "constraint/" + place,
                    measure.met(),
                    measure.unit(),
                    plain(measure.need()),
                    plain(measure.have())));
        }
        return steps;
    }

    private boolean trace(String path, Requirement requirement, Problem.Node node, List<Decision.Step> steps) {
        var at = steps.size();
        var step = switch (node) {
            case Problem.Node.Leaf(var slot) -> {
                var place = problem.slots().get(slot);
                yield new Decision.Step(
                        path,
                        have[slot] >= place.least(),
                        Optional.of(unit(place.kind())),
                        amount(place.kind(), place.least()),
                        amount(place.kind(), have[slot]));
            }
            case Problem.Node.All(var parts) -> joint(path, requirement, parts, parts.size(), steps);
            case Problem.Node.Any(var atLeast, var parts) -> joint(path, requirement, parts, atLeast, steps);
        };
        steps.add(at, step);
        return step.met();
    }

    private Decision.Step joint(
            String path, Requirement requirement, List<Problem.Node> nodes, int atLeast, List<Decision.Step> steps) {
        var parts = switch (requirement) {
            case Requirement.AllOf(var each) -> each;
            case Requirement.AnyOf(var _, var each) -> each;
            case Requirement.Slot slot -> List.<Requirement>of(slot);
        };
        var met = 0;
        for (var part = 0; part < parts.size(); part++) {
            if (trace(path + "/" + part, parts.get(part), nodes.get(part), steps)) {
                met++;
            }
        }
        return new Decision.Step(
                path, met >= atLeast, Optional.empty(), BigDecimal.valueOf(atLeast), BigDecimal.valueOf(met));
    }

    List<Decision.Unused> unused() {
        return IntStream.range(0, problem.items().size())
                .filter(item -> !allocation.used(item))
                .mapToObj(item -> new Decision.Unused(
                        problem.items().get(item).held().award(),
                        problem.items().get(item).held().spec(),
                        reason(item)))
                .toList();
    }

    private Decision.Reason reason(int item) {
        for (var pair : problem.apart()) {
            var other = pair.one() == item ? pair.other() : pair.other() == item ? pair.one() : -1;
            if (other >= 0 && allocation.used(other)) {
                return new Decision.Reason.Excluded(
                        problem.items().get(other).held().award(), constraint(pair.constraint()));
            }
        }
        var credits = problem.items().get(item).credits();
        for (var linear : problem.linears()) {
            if (!linear.soft() && allocation.value(problem, linear) + linear.weight(item, credits) < linear.least()) {
                return new Decision.Reason.Limited(stack.constraints().get(linear.constraint()));
            }
        }
        for (var share : problem.shares()) {
            var over = allocation.part(problem, share.of()) + credits;
            if (!share.atLeast()
                    && share.of().get(item)
                    && over > share.threshold(allocation.total(problem) + credits)) {
                return new Decision.Reason.Limited(stack.constraints().get(share.constraint()));
            }
        }
        return new Decision.Reason.NotNeeded();
    }

    private Optional<Constraint> constraint(int place) {
        return place < 0 ? Optional.empty() : Optional.of(stack.constraints().get(place));
    }
}
