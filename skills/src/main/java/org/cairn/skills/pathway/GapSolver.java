package org.cairn.skills.pathway;

import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Solves a [GapProblem] by CP-SAT, one aim after the other, until one plan is left.
///
/// Each aim is first solved without weeks, which is quick: if what is best there can be put into weeks, it
/// is proven. Else the bound is told to the whole model. With several workers it is chance which of equally
/// good plans is found first; what makes the same instance give the same plan are the last steps, which
/// prove that no other set of offerings is as good, or take the first, and then the first schedule of it.
final class GapSolver {
    private static final int CHUNK = 40;
    private static final double ROUNDING = 1e-6;

    private final GapProblem problem;
    private final Focus focus;
    private final CpRun run;
    private final GapModel model;
    private final Map<Focus.Aim, Long> held = new EnumMap<>(Focus.Aim.class);
    private int[] starts = new int[0];
    private long bound;

    private GapSolver(GapProblem problem, Focus focus, long end) {
        this.problem = problem;
        this.focus = focus;
        this.run = new CpRun(end);
        this.model = new GapModel(problem, focus.least(), true);
        this.bound = problem.missing();
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

    /// @param hint a plan to begin with, or anything like one
    static Solved solve(GapProblem problem, Focus focus, int[] hint, long end) {
        GapSolver solver = new GapSolver(problem, focus, end);
        GapMeasure measure = new GapMeasure(problem);
        if (measure.isKept(hint) && -measure.of(Focus.Aim.COVERED, hint) >= focus.least()) {
            solver.starts = hint;
        }
        solver.model.hint(hint);
        return solver.solve();
    }

    private Solved solve() {
        boolean settled = false;
        for (Focus.Aim aim : focus.goals()) {
            settled = settled || (aim == Focus.Aim.FINISH && !held.isEmpty() && isOnlySet());
            if (model.range(aim) == 0 || (settled && aim == Focus.Aim.FINISH)) {
                continue;
            }
            if (settled || !reachesBound(aim)) {
                CpRun.Result result = run.minimise(model, model.expression(aim));
                accept(result);
                if (result.status() != CpSolverStatus.OPTIMAL) {
                    return unproven(result, aim);
                }
            }
            hold(aim);
        }
        if (!settled && !settle()) {
            return new Solved.Found(starts, false, bound);
        }
        Optional<int[]> first = new GapSchedule(problem, run).first(starts, held.get(Focus.Aim.FINISH));
        return new Solved.Found(first.orElse(starts), first.isPresent(), bound);
    }

    private void accept(CpRun.Result result) {
        if (result.starts().length > 0) {
            starts = result.starts();
        }
    }

    private Solved unproven(CpRun.Result result, Focus.Aim aim) {
        if (result.status() == CpSolverStatus.FEASIBLE && aim == Focus.Aim.COVERED) {
            bound = Math.min(bound, (long) Math.floor(-result.bound() + ROUNDING));
        }
        if (starts.length > 0 || problem.items().isEmpty()) {
            return new Solved.Found(starts, false, bound);
        }
        return result.status() == CpSolverStatus.INFEASIBLE ? new Solved.None() : new Solved.Late();
    }

    private void hold(Focus.Aim aim) {
        long value = new GapMeasure(problem).of(aim, starts);
        model.model.addEquality(model.expression(aim), value);
        held.put(aim, value);
        if (aim == Focus.Aim.COVERED) {
            bound = -value;
        }
    }

    /// Whether what is best without weeks can be had with them; else only its bound is kept.
    private boolean reachesBound(Focus.Aim aim) {
        if (aim == Focus.Aim.FINISH) {
            return false;
        }
        GapModel loose = loose();
        CpRun.Result result = run.minimise(loose, loose.expression(aim));
        if (result.status() != CpSolverStatus.OPTIMAL) {
            return false;
        }
        GapMeasure measure = new GapMeasure(problem);
        long best = measure.of(aim, result.starts());
        if (aim == Focus.Aim.COVERED) {
            bound = Math.min(bound, -best);
        }
        if (starts.length > 0 && isHeldBy(starts) && measure.of(aim, starts) == best) {
            return true;
        }
        Optional<int[]> schedule = new GapSchedule(problem, run).any(result.starts(), held.get(Focus.Aim.FINISH));
        if (schedule.isPresent() && isHeldBy(schedule.get())) {
            starts = schedule.get();
            model.hint(starts);
            return true;
        }
        model.model.addGreaterOrEqual(model.expression(aim), best);
        return false;
    }

    /// What comes to less than was held covers the same; it is not what was held all the same.
    private boolean isHeldBy(int[] plan) {
        GapMeasure measure = new GapMeasure(problem);
        return held.entrySet().stream().allMatch(entry -> measure.of(entry.getKey(), plan) == entry.getValue());
    }

    private GapModel loose() {
        GapModel loose = new GapModel(problem, focus.least(), false);
        held.forEach((aim, value) -> {
            if (aim != Focus.Aim.FINISH) {
                loose.model.addEquality(loose.expression(aim), value);
            }
        });
        return loose;
    }

    /// Whether no other set of offerings comes to what is held, even without weeks.
    private boolean isOnlySet() {
        GapModel loose = loose();
        loose.model.addBoolOr(changes(loose).toArray(Literal[]::new));
        return run.minimise(loose, LinearExpr.constant(0)).status() == CpSolverStatus.INFEASIBLE;
    }

    private List<Literal> changes(GapModel from) {
        List<Literal> changes = new ArrayList<>();
        for (int place = 0; place < starts.length; place++) {
            changes.add(starts[place] > 0 ? from.taken[place].not() : from.taken[place]);
        }
        return changes;
    }

    /// Leaves one set of offerings: the one there is, or of several the first by the order of ids.
    private boolean settle() {
        if (problem.items().isEmpty()) {
            return true;
        }
        Literal other = model.model.newBoolVar("");
        List<Literal> changes = changes(model);
        changes.add(other.not());
        model.model.addBoolOr(changes.toArray(Literal[]::new));
        CpRun.Result differing = run.minimise(model, LinearExpr.term(other, -1));
        if (differing.status() != CpSolverStatus.OPTIMAL) {
            return false;
        }
        if (isSameSet(differing.starts())) {
            return true;
        }
        for (int from = 0; from < model.taken.length; from += CHUNK) {
            int to = Math.min(model.taken.length, from + CHUNK);
            LinearExprBuilder order = LinearExpr.newBuilder();
            for (int place = from; place < to; place++) {
                order.addTerm(model.taken[place], -(1L << (to - 1 - place)));
            }
            CpRun.Result first = run.minimise(model, order.build());
            if (first.status() != CpSolverStatus.OPTIMAL) {
                return false;
            }
            accept(first);
            for (int place = from; place < to; place++) {
                model.model.addEquality(model.taken[place], starts[place] > 0 ? 1 : 0);
            }
        }
        return true;
    }

    private boolean isSameSet(int[] plan) {
        return IntStream.range(0, plan.length).allMatch(place -> plan[place] > 0 == starts[place] > 0);
    }
}
