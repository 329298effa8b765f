package org.cairn.skills.pathway;

import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.List;

/// Several aims as one number, so that the earlier decides before the later: each counts in its own smallest step,
/// times
/// all that the later ones can come to. Proving them at once takes the solver less than one after the other, because
/// each proof would go through the same sets again.
///
/// @param parts in the order of the aims
record GapGoal(List<Part> parts) {
    /// Sums stay exact in the solver's floating point below this.
    private static final long LARGEST = 1L << 50;

    /// @param step all values of the aim are multiples of it
    /// @param steps between the smallest and the largest value
    /// @param weight of one step
    record Part(Focus.Aim aim, long step, long steps, long weight) {}

    GapGoal {
        parts = List.copyOf(parts);
    }

    /// The aims in as few goals as keep to whole numbers that the solver can reckon with. Aims on which all plans
    /// agree are left out.
    static List<GapGoal> of(GapProblem problem, List<Focus.Aim> aims) {
        List<List<Part>> goals = new ArrayList<>();
        long all = LARGEST;
        for (Focus.Aim aim : aims) {
            long step = Math.max(1, problem.step(aim));
            long steps = problem.range(aim) / step;
            if (steps == 0) {
                continue;
            }
            // Only the weeks tell the end: what is known without them is of no use where it counts first.
            boolean isAlone = aim == Focus.Aim.FINISH && goals.isEmpty();
            if (steps >= LARGEST / all) {
                goals.add(new ArrayList<>());
                all = 1;
            }
            goals.getLast().add(new Part(aim, step, steps, 1));
            all = isAlone ? LARGEST : all * (steps + 1);
        }
        return goals.stream().map(GapGoal::weighted).toList();
    }

    private static GapGoal weighted(List<Part> parts) {
        List<Part> weighted = new ArrayList<>();
        long weight = 1;
        for (Part part : parts.reversed()) {
            weighted.addFirst(new Part(part.aim, part.step, part.steps, weight));
            weight *= part.steps + 1;
        }
        return new GapGoal(weighted);
    }

    Part first() {
        return parts.getFirst();
    }

    /// The same goal with the same weights for a model without weeks: nothing is said about the end.
    GapGoal withoutFinish() {
        return new GapGoal(
                parts.stream().filter(part -> part.aim != Focus.Aim.FINISH).toList());
    }

    LinearExpr in(GapModel model) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        parts.forEach(part -> model.add(sum, part));
        return sum.build();
    }

    /// What a plan comes to; the smaller the better.
    long of(GapMeasure measure, int[] starts) {
        return parts.stream()
                .mapToLong(part -> measure.of(part.aim, starts) / part.step * part.weight)
                .sum();
    }
}
