package org.cairn.stacking.decide;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// Exact allocation by CP-SAT, for whatever the search by hand does not cover or gives up on.
///
/// Eight workers even on fewer cores: they are eight ways to look, not eight hands. Seed and limit are fixed, and the
/// last goals leave one allocation only, so that two machines come to the same one.
final class CpSat {
    private static final int WORKERS = 8;
    /// A goal of several preferences at once stays exact in the solver's arithmetic below this.
    private static final long LARGEST_GOAL = 1L << 50;

    private static final Semaphore TURNS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final Problem problem;
    private final double limit;

    /// @param limit of each goal, in CP-SAT's deterministic seconds
    CpSat(Problem problem, double limit) {
        this.problem = problem;
        this.limit = limit;
    }

    Outcome meeting() {
        var model = new CpModelOf(problem, true);
        return best(model, model.consumption());
    }

    Outcome nearest() {
        var model = new CpModelOf(problem, false);
        model.model.minimize(model.distance());
        var solver = solver();
        return switch (run(solver, model)) {
            case OPTIMAL -> {
                hold(model, model.distance(), Math.round(solver.objectiveValue()));
                hint(model, solver);
                yield best(model, model.consumption());
            }
            case FEASIBLE -> new Outcome.Provisional(model.read(solver), 0);
            case INFEASIBLE -> new Outcome.Impossible();
            case UNKNOWN, MODEL_INVALID, UNRECOGNIZED -> new Outcome.Unknown();
        };
    }

    /// The first of the allocations that are best by these goals in turn; empty when there is none, or none was proven.
    Optional<Allocation> least(CpModelOf model, List<LinearExpr> goals) {
        for (var goal : goals) {
            model.model.minimize(goal);
            var solver = solver();
            if (run(solver, model) != CpSolverStatus.OPTIMAL) {
                return Optional.empty();
            }
            hold(model, goal, Math.round(solver.objectiveValue()));
            hint(model, solver);
        }
        return best(model, model.consumption()) instanceof Outcome.Best(var allocation)
                ? Optional.of(allocation)
                : Optional.empty();
    }

    private Outcome best(CpModelOf model, LinearExpr goal) {
        model.model.minimize(goal);
        var solver = solver();
        return switch (run(solver, model)) {
            case OPTIMAL -> {
                hold(model, goal, Math.round(solver.objectiveValue()));
                hint(model, solver);
                yield new Outcome.Best(first(model, solver));
            }
            case FEASIBLE ->
                new Outcome.Provisional(
                        model.read(solver), model.itemsIn((long) Math.ceil(solver.bestObjectiveBound())));
            case INFEASIBLE -> new Outcome.Impossible();
            case UNKNOWN -> new Outcome.Unknown();
            case MODEL_INVALID, UNRECOGNIZED -> throw new IllegalStateException(model.model.validate());
        };
    }

    /// Of all equally good allocations the first. Where even this runs into the limit, the one found so far: it meets
    /// the rule with the fewest items all the same.
    private Allocation first(CpModelOf model, CpSolver found) {
        var allocation = model.read(found);
        var open = model.preferences();
        while (!open.isEmpty()) {
            var chunk = chunk(open);
            var goal = goal(chunk);
            model.model.maximize(goal);
            var solver = solver();
            if (run(solver, model) != CpSolverStatus.OPTIMAL) {
                return allocation;
            }
            allocation = model.read(solver);
            for (var each : chunk) {
                model.model.addEquality(each.value(), solver.value(each.value()));
            }
            hint(model, solver);
            open = open.subList(chunk.size(), open.size());
        }
        return allocation;
    }

    private static List<CpModelOf.Preference> chunk(List<CpModelOf.Preference> open) {
        var size = 0;
        var range = 1L;
        while (size < open.size() && range <= LARGEST_GOAL / (open.get(size).most() + 1)) {
            range *= open.get(size).most() + 1;
            size++;
        }
        return open.subList(0, Math.max(1, size));
    }

    private static LinearExpr goal(List<CpModelOf.Preference> chunk) {
        var sum = LinearExpr.newBuilder();
        var weight = 1L;
        for (var preference : chunk.reversed()) {
            sum.addTerm(preference.value(), weight);
            weight *= preference.most() + 1;
        }
        return sum.build();
    }

    private static void hold(CpModelOf model, LinearExpr goal, long value) {
        model.model.addEquality(goal, value);
    }

    private static void hint(CpModelOf model, CpSolver solver) {
        model.model.clearHints();
        var values = solver.response().getSolutionList();
        for (var place = 0; place < values.size(); place++) {
            model.model.getBuilder().getSolutionHintBuilder().addVars(place).addValues(values.get(place));
        }
    }

    /// One at a time for each two cores: each brings eight threads of its own, and many at once would only wait for
    /// each
    /// other.
    private static CpSolverStatus run(CpSolver solver, CpModelOf model) {
        TURNS.acquireUninterruptibly();
        try {
            return solver.solve(model.model);
        } finally {
            TURNS.release();
        }
    }

    private CpSolver solver() {
        var solver = new CpSolver();
        solver.getParameters().setNumWorkers(WORKERS).setRandomSeed(1).setMaxDeterministicTime(limit);
        return solver;
    }
}
