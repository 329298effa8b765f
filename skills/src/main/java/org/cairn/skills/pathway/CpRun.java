package org.cairn.skills.pathway;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearArgument;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/// Runs CP-SAT over a [GapModel].
///
/// Workers are ways to look, not hands, so there are several even on one core; which of them prove most on few cores
/// was measured (docs/adr/0008-pathway.md). Small models need but one.
///
/// @param end of all runs together, by [System#nanoTime]
record CpRun(long end) {
    /// The first three on whatever machine; one more for each further core.
    private static final List<String> WORKERS = List.of(
            "no_lp",
            "max_lp",
            "quick_restart_no_lp",
            "default_lp",
            "objective_lb_search",
            "reduced_costs",
            "pseudo_costs",
            "lb_tree_search");

    private static final int FEWEST = 3;
    private static final int SMALL = 12;
    private static final double SHORTEST = 0.05;

    private static final Semaphore TURNS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    /// @param starts of each item, 0 for what is not taken; empty where no plan was found
    /// @param bound no value of the goal is below
    record Result(CpSolverStatus status, int[] starts, double bound) {}

    /// A plan that does not keep to the limits is never returned, whatever the solver says.
    Result minimise(GapModel model, LinearArgument goal) {
        model.model.minimize(goal);
        CpSolver solver = new CpSolver();
        if (model.taken.length > SMALL) {
            int workers = Math.clamp(Runtime.getRuntime().availableProcessors(), FEWEST, WORKERS.size());
            solver.getParameters().setNumWorkers(workers).addAllSubsolvers(WORKERS.subList(0, workers));
        } else {
            solver.getParameters().setNumWorkers(1);
        }
        solver.getParameters()
                .setRandomSeed(1)
                .setMaxTimeInSeconds(Math.max(SHORTEST, (end - System.nanoTime()) / 1e9));
        CpSolverStatus status = solve(solver, model);
        if (status == CpSolverStatus.MODEL_INVALID) {
            throw new IllegalStateException(model.model.validate());
        }
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return new Result(status, new int[0], 0);
        }
        int[] starts = IntStream.range(0, model.taken.length)
                .map(place -> solver.booleanValue(model.taken[place]) ? (int) solver.value(model.start[place]) : 0)
                .toArray();
        if (model.timed && !new GapMeasure(model.problem).isKept(starts)) {
            return new Result(CpSolverStatus.UNKNOWN, new int[0], 0);
        }
        model.hint(solver.response().getSolutionList());
        return new Result(status, starts, solver.bestObjectiveBound());
    }

    private static CpSolverStatus solve(CpSolver solver, GapModel model) {
        TURNS.acquireUninterruptibly();
        try {
            return solver.solve(model.model);
        } finally {
            TURNS.release();
        }
    }
}
