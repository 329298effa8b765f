package org.cairn.skills.pathway;

import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.skills.pathway.GapProblem.Item;
import org.jspecify.annotations.Nullable;

/// Puts a set of offerings into weeks. Such sets are small, and so are the models.
record GapSchedule(GapProblem problem, CpRun run) {
    /// Several starts in one goal stay exact in the solver's arithmetic below this.
    private static final long LARGEST = 1L << 44;

    /// Any schedule of what is above 0 here; empty when there is none.
    ///
    /// @param finish by when all must be over, where that is held
    Optional<int[]> any(int[] taken, @Nullable Long finish) {
        int[] places = places(taken);
        GapModel small = small(places, finish);
        return Optional.of(run.minimise(small, LinearExpr.constant(0)))
                .filter(result -> result.starts().length > 0 || places.length == 0)
                .map(result -> spread(places, result.starts()));
    }

    /// Of the schedules that end first the one in which everything begins early, and what comes first by
    /// its id rather.
    Optional<int[]> first(int[] taken, @Nullable Long finish) {
        int[] places = places(taken);
        if (places.length == 0) {
            return Optional.of(new int[problem.items().size()]);
        }
        GapModel small = small(places, finish);
        boolean isShort = isTightened(small, small.expression(Focus.Aim.FINISH), Focus.Aim.FINISH)
                && isTightened(small, LinearExpr.sum(small.start), null);
        return isShort ? inOrder(small).map(first -> spread(places, first)) : Optional.empty();
    }

    /// @param aim what the goal reckons; nothing for the sum of all starts
    private boolean isTightened(GapModel small, LinearExpr goal, Focus.@Nullable Aim aim) {
        CpRun.Result result = run.minimise(small, goal);
        long value = aim == null
                ? Arrays.stream(result.starts()).sum()
                : new GapMeasure(small.problem).of(aim, result.starts());
        small.model.addLessOrEqual(goal, value);
        return result.status() == CpSolverStatus.OPTIMAL;
    }

    private Optional<int[]> inOrder(GapModel small) {
        long base = Math.max(2, problem.weeks() + 1L);
        int chunk = (int) (Math.log((double) LARGEST) / Math.log((double) base));
        int[] starts = new int[0];
        for (int from = 0; from < small.start.length; from += chunk) {
            int to = Math.min(small.start.length, from + chunk);
            LinearExprBuilder order = LinearExpr.newBuilder();
            long weight = 1;
            for (int place = to - 1; place >= from; place--) {
                order.addTerm(small.start[place], weight);
                weight *= base;
            }
            CpRun.Result result = run.minimise(small, order.build());
            if (result.status() != CpSolverStatus.OPTIMAL) {
                return Optional.empty();
            }
            starts = result.starts();
            for (int place = from; place < to; place++) {
                small.model.addEquality(small.start[place], starts[place]);
            }
        }
        return Optional.of(starts);
    }

    private GapModel small(int[] places, @Nullable Long finish) {
        List<Item> chosen = Arrays.stream(places)
                .mapToObj(place -> problem.items().get(place).fixed())
                .toList();
        GapModel small = new GapModel(problem.with(chosen), 0, true);
        if (finish != null) {
            small.model.addLessOrEqual(small.expression(Focus.Aim.FINISH), finish);
        }
        return small;
    }

    private static int[] places(int[] taken) {
        return IntStream.range(0, taken.length)
                .filter(place -> taken[place] > 0)
                .toArray();
    }

    private int[] spread(int[] places, int[] small) {
        int[] starts = new int[problem.items().size()];
        for (int place = 0; place < places.length; place++) {
            starts[places[place]] = small[place];
        }
        return starts;
    }
}
