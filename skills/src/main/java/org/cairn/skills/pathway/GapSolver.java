package org.cairn.skills.pathway;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.cairn.skills.pathway.GapProblem.Item;

/// Solves a [GapProblem] by CP-SAT, one aim after the other, until one plan is left.
///
/// Eight workers even on fewer cores: they are eight ways to look, not eight hands. With several at work it
/// is chance which of equally good plans is found first; what makes the same instance give the same plan
/// are the last steps, which prove that no other set of offerings is as good, or take the first, and then
/// the first schedule of it.
final class GapSolver {
    private static final int WORKERS = 8;
    /// Several aims in one stay exact and easy for the solver below this.
    private static final long LARGEST = 1L << 44;
    private static final int CHUNK = 40;
    private static final double SHORTEST = 0.05;

    private static final Semaphore TURNS =
            new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

    private final GapModel model;
    private final long end;
    private final int workers;
    private int[] starts = new int[0];
    private long bound;
    private Optional<CpSolver> last = Optional.empty();

    private GapSolver(GapModel model, long end, int workers) {
        this.model = model;
        this.end = end;
        this.workers = workers;
        this.bound = model.problem.missing();
    }

    /// What solving came to.
    sealed interface Solved {
        /// @param starts of each item; 0 for what is not taken
        /// @param proven whether no plan is better
        /// @param bound no plan covers more
        record Found(int[] starts, boolean proven, long bound) implements Solved {}

        /// No plan keeps to the limits.
        record None() implements Solved {}

        /// Time was up before any plan was found.
        record Late() implements Solved {}
    }

    static Solved solve(GapProblem problem, Focus focus, int[] hint, long end) {
        GapSolver solver = new GapSolver(new GapModel(problem, focus.least()), end, WORKERS);
        solver.hint(hint);
        return solver.solve(focus);
    }

    private Solved solve(Focus focus) {
        List<Focus.Aim> left = focus.goals();
        while (!left.isEmpty()) {
            List<Focus.Aim> group = group(left);
            switch (minimise(goal(group))) {
                case OPTIMAL -> hold(group);
                case FEASIBLE -> {
                    tighten(group);
                    return new Solved.Found(starts, false, bound);
                }
                case INFEASIBLE -> {
                    return new Solved.None();
                }
                case UNKNOWN -> {
                    return starts.length == 0 ? new Solved.Late() : new Solved.Found(starts, false, bound);
                }
                case MODEL_INVALID, UNRECOGNIZED -> throw new IllegalStateException(model.model.validate());
            }
            left = left.subList(group.size(), left.size());
        }
        boolean settled = settle();
        return new Solved.Found(settled ? firstSchedule() : starts, settled, bound);
    }

    /// When something is finished is a question of another kind than what is taken, and not mixed with it.
    private List<Focus.Aim> group(List<Focus.Aim> left) {
        int size = 1;
        long range = model.range(left.getFirst()) + 1;
        while (size < left.size()
                && left.get(size) != Focus.Aim.FINISH
                && range <= LARGEST / (model.range(left.get(size)) + 1)) {
            range *= model.range(left.get(size)) + 1;
            size++;
        }
        return left.subList(0, size);
    }

    private LinearExpr goal(List<Focus.Aim> group) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        long weight = 1;
        for (Focus.Aim aim : group.reversed()) {
            sum.addTerm(model.expression(aim), weight);
            weight *= model.range(aim) + 1;
        }
        return sum.build();
    }

    private void hold(List<Focus.Aim> group) {
        for (Focus.Aim aim : group) {
            long value = last.orElseThrow().value(model.expression(aim));
            model.model.addEquality(model.expression(aim), value);
            if (aim == Focus.Aim.COVERED) {
                bound = -value;
            }
        }
    }

    /// What the solver knows about all plans when time is up, said of what is covered.
    private void tighten(List<Focus.Aim> group) {
        if (group.getFirst() == Focus.Aim.COVERED) {
            long rest = 1;
            for (Focus.Aim aim : group.subList(1, group.size())) {
                rest *= model.range(aim) + 1;
            }
            double least = last.orElseThrow().bestObjectiveBound();
            bound = Math.min(bound, (long) Math.floor((rest - 1 - least) / rest + 1e-6));
        }
    }

    private CpSolverStatus minimise(LinearExpr goal) {
        model.model.minimize(goal);
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(workers)
                .setRandomSeed(1)
                .setMaxTimeInSeconds(Math.max(SHORTEST, (end - System.nanoTime()) / 1e9));
        CpSolverStatus status;
        TURNS.acquireUninterruptibly();
        try {
            status = solver.solve(model.model);
        } finally {
            TURNS.release();
        }
        if (status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE) {
            last = Optional.of(solver);
            starts = IntStream.range(0, model.taken.length)
                    .map(place -> solver.booleanValue(model.taken[place]) ? (int) solver.value(model.start[place]) : 0)
                    .toArray();
            model.model.clearHints();
            List<Long> solution = solver.response().getSolutionList();
            for (int place = 0; place < solution.size(); place++) {
                model.model.getBuilder().getSolutionHintBuilder().addVars(place).addValues(solution.get(place));
            }
        }
        return status;
    }

    private void hint(int[] hint) {
        for (int place = 0; place < hint.length; place++) {
            model.model.addHint(model.taken[place], hint[place] > 0 ? 1 : 0);
            if (hint[place] > 0) {
                model.model.addHint(model.start[place], hint[place]);
            }
        }
    }

    /// Leaves one set of offerings: the one there is, or of several the first by the order of ids.
    private boolean settle() {
        if (last.isEmpty()) {
            return true;
        }
        Literal other = model.model.newBoolVar("");
        List<Literal> changes = new ArrayList<>(List.of(other.not()));
        for (int place = 0; place < starts.length; place++) {
            changes.add(starts[place] > 0 ? model.taken[place].not() : model.taken[place]);
        }
        model.model.addBoolOr(changes.toArray(Literal[]::new));
        int[] found = starts;
        if (minimise(LinearExpr.term(other, -1)) != CpSolverStatus.OPTIMAL) {
            return false;
        }
        if (!last.orElseThrow().booleanValue(other)) {
            starts = found;
            return true;
        }
        for (int from = 0; from < model.taken.length; from += CHUNK) {
            int to = Math.min(model.taken.length, from + CHUNK);
            LinearExprBuilder first = LinearExpr.newBuilder();
            for (int place = from; place < to; place++) {
                first.addTerm(model.taken[place], -(1L << (to - 1 - place)));
            }
            if (minimise(first.build()) != CpSolverStatus.OPTIMAL) {
                return false;
            }
            for (int place = from; place < to; place++) {
                model.model.addEquality(model.taken[place], starts[place] > 0 ? 1 : 0);
            }
        }
        return true;
    }

    /// Of the schedules of this set that end as early, the one in which everything begins early, and what
    /// comes first by its id rather.
    private int[] firstSchedule() {
        int[] places = IntStream.range(0, starts.length)
                .filter(place -> starts[place] > 0)
                .toArray();
        if (places.length == 0) {
            return starts;
        }
        List<Item> chosen = Arrays.stream(places)
                .mapToObj(place -> model.problem.items().get(place).fixed())
                .toList();
        GapSolver small = new GapSolver(new GapModel(model.problem.with(chosen), 0), end, 1);
        small.model.model.addLessOrEqual(small.model.expression(Focus.Aim.FINISH), finish(places));
        LinearExpr sum = LinearExpr.sum(small.model.start);
        if (small.minimise(sum) != CpSolverStatus.OPTIMAL) {
            return starts;
        }
        small.model.model.addEquality(sum, small.last.orElseThrow().value(sum));
        long base = Math.max(2, model.problem.weeks() + 1L);
        int chunk = (int) (Math.log(LARGEST) / Math.log((double) base));
        for (int from = 0; from < places.length; from += chunk) {
            LinearExprBuilder order = LinearExpr.newBuilder();
            for (int place = from; place < Math.min(places.length, from + chunk); place++) {
                order.addTerm(small.model.start[place], power(base, from + chunk - 1 - place));
            }
            if (small.minimise(order.build()) != CpSolverStatus.OPTIMAL) {
                return starts;
            }
            for (int place = from; place < Math.min(places.length, from + chunk); place++) {
                small.model.model.addEquality(small.model.start[place], small.starts[place]);
            }
        }
        int[] first = new int[starts.length];
        for (int place = 0; place < places.length; place++) {
            first[places[place]] = small.starts[place];
        }
        return first;
    }

    private long finish(int[] places) {
        return Arrays.stream(places)
                .filter(place -> !model.problem.items().get(place).running())
                .mapToLong(place ->
                        starts[place] + model.problem.items().get(place).weeks() - 1L)
                .max()
                .orElse(0);
    }

    private static long power(long base, int exponent) {
        return exponent == 0 ? 1 : base * power(base, exponent - 1);
    }
}
