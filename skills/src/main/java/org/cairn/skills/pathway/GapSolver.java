package org.cairn.skills.pathway;

import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Solves a [GapProblem] by CP-SAT until one plan is left.
///
/// Each goal is first solved without most of the weeks, which is quick: if what is best there can be put into weeks, it
/// is proven. Else the bound is told to the whole model. With several workers it is chance which of equally
/// good plans is found first; what makes the same instance give the same plan are the last steps, which
/// prove that no other set of offerings is as good, or take the first, and then the first schedule of it.
final class GapSolver {
    private static final int CHUNK = 40;
    /// So many sets that are equally good are looked at one by one.
    private static final int KNOWN = 12;
    private static final double ROUNDING = 1e-6;

    private final GapProblem problem;
    private final Focus focus;
    private final CpRun run;
    private final GapModel model;
    private final GapMeasure measure;
    private final List<GapGoal> held = new ArrayList<>();
    private int[] starts = new int[0];
    private long bound;

    private GapSolver(GapProblem problem, Focus focus, long end) {
        this.problem = problem;
        this.focus = focus;
        this.measure = new GapMeasure(problem);
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
        if (solver.measure.isKept(hint) && -solver.measure.of(Focus.Aim.COVERED, hint) >= focus.least()) {
            solver.starts = hint;
        }
        solver.model.hint(hint);
        return solver.solve();
    }

    private Solved solve() {
        boolean settled = false;
        for (GapGoal goal : GapGoal.of(problem, focus.goals())) {
            Reach known = withoutWeeks(goal);
            settled = known == Reach.ONLY;
            if (known == Reach.BOUND) {
                CpRun.Result result = run.minimise(model, goal.in(model));
                accept(result);
                if (result.status() != CpSolverStatus.OPTIMAL) {
                    return unproven(result, goal);
                }
            }
            hold(goal);
        }
        if (!settled && !settle()) {
            return new Solved.Found(starts, false, bound);
        }
        Optional<int[]> first = new GapSchedule(problem, run).first(starts, latest());
        return new Solved.Found(first.orElse(starts), first.isPresent(), bound);
    }

    private void accept(CpRun.Result result) {
        if (result.starts().length > 0) {
            starts = result.starts();
        }
    }

    private Solved unproven(CpRun.Result result, GapGoal goal) {
        GapGoal.Part first = goal.first();
        if (result.status() == CpSolverStatus.FEASIBLE && first.aim() == Focus.Aim.COVERED) {
            // What the later aims come to is less than one step of the first.
            double steps = Math.ceil((-result.bound() - ROUNDING) / first.weight());
            bound = Math.min(bound, (long) (steps * first.step()));
        }
        if (starts.length > 0 || problem.items().isEmpty()) {
            return new Solved.Found(starts, false, bound);
        }
        return result.status() == CpSolverStatus.INFEASIBLE ? new Solved.None() : new Solved.Late();
    }

    private void hold(GapGoal goal) {
        held.add(goal);
        hold(goal, model);
        if (goal.first().aim() == Focus.Aim.COVERED) {
            bound = -measure.of(Focus.Aim.COVERED, starts);
        }
    }

    /// Aim by aim, which is easier to reckon with than their sum and, now that no sum is less, says the same.
    private void hold(GapGoal goal, GapModel in) {
        for (GapGoal.Part part : goal.parts()) {
            in.model.addLessOrEqual(in.expression(part.aim()), measure.of(part.aim(), starts));
        }
    }

    /// By when all must be over; nothing where that is not held.
    private @Nullable Long latest() {
        return held.stream().flatMap(goal -> goal.parts().stream()).anyMatch(part -> part.aim() == Focus.Aim.FINISH)
                ? (Long) measure.of(Focus.Aim.FINISH, starts)
                : null;
    }

    /// What is known of a goal without looking at weeks.
    private enum Reach {
        /// No plan comes to less.
        BOUND,
        /// The plan that is known comes to the least.
        LEAST,
        /// And no other set of offerings comes to it: only its weeks are left to be found.
        ONLY
    }

    private Reach withoutWeeks(GapGoal whole) {
        GapGoal goal = whole.withoutFinish();
        if (goal.parts().isEmpty()) {
            return Reach.BOUND;
        }
        GapModel loose = new GapModel(problem, focus.least(), false);
        held.forEach(each -> hold(each.withoutFinish(), loose));
        CpRun.Result result = run.minimise(loose, goal.in(loose));
        if (result.status() != CpSolverStatus.OPTIMAL) {
            return Reach.BOUND;
        }
        long best = goal.of(measure, result.starts());
        if (goal.first().aim() == Focus.Aim.COVERED) {
            bound = Math.min(bound, -measure.of(Focus.Aim.COVERED, result.starts()));
        }
        model.model.addGreaterOrEqual(goal.in(model), best);
        if (!isReached(goal, best, result.starts())) {
            return Reach.BOUND;
        }
        hold(goal, loose);
        loose.model.addBoolOr(changes(loose, starts).toArray(Literal[]::new));
        if (run.minimise(loose, LinearExpr.constant(0)).status() == CpSolverStatus.INFEASIBLE) {
            return Reach.ONLY;
        }
        return goal.equals(whole) ? Reach.LEAST : Reach.BOUND;
    }

    /// Whether a plan that is known comes to what was found without weeks, or what was found fits into them.
    private boolean isReached(GapGoal goal, long best, int[] loose) {
        if (starts.length > 0 && isHeldBy(starts) && goal.of(measure, starts) == best) {
            return true;
        }
        Optional<int[]> schedule = new GapSchedule(problem, run).any(loose, latest());
        if (schedule.isPresent() && isHeldBy(schedule.get())) {
            starts = schedule.get();
            model.hint(starts);
            return true;
        }
        return false;
    }

    /// Whether a plan comes to no more than what is held.
    private boolean isHeldBy(int[] plan) {
        return held.stream().allMatch(goal -> goal.of(measure, plan) <= goal.of(measure, starts));
    }

    private static Stream<Literal> changes(GapModel from, int[] plan) {
        return IntStream.range(0, plan.length)
                .mapToObj(place -> plan[place] > 0 ? from.taken[place].not() : from.taken[place]);
    }

    /// Leaves one set of offerings: the one there is, or of several the first by the order of ids.
    private boolean settle() {
        if (problem.items().isEmpty()) {
            return true;
        }
        Literal other = model.model.newBoolVar("");
        int[] first = starts;
        int[] latest = starts;
        for (int known = 0; known < KNOWN; known++) {
            model.model.addBoolOr(Stream.concat(changes(model, latest), Stream.of(other.not()))
                    .toArray(Literal[]::new));
            CpRun.Result differing = run.minimise(model, LinearExpr.term(other, -1));
            if (differing.status() != CpSolverStatus.OPTIMAL) {
                return false;
            }
            if (Math.round(differing.bound()) == 0) {
                starts = first;
                return true;
            }
            latest = differing.starts();
            first = isBefore(latest, first) ? latest : first;
        }
        return settleByOrder();
    }

    private boolean settleByOrder() {
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

    /// Whether a plan takes the first offering in which it differs from another.
    private static boolean isBefore(int[] plan, int[] other) {
        return IntStream.range(0, plan.length)
                .filter(place -> plan[place] > 0 != other[place] > 0)
                .mapToObj(place -> plan[place] > 0)
                .findFirst()
                .orElse(false);
    }
}
