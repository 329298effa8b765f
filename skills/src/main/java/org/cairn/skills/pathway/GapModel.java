package org.cairn.skills.pathway;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import com.google.ortools.util.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cairn.skills.pathway.GapProblem.Goal;
import org.cairn.skills.pathway.GapProblem.Item;
import org.cairn.skills.taxonomy.ConceptUri;

/// A [GapProblem] written down for CP-SAT: whether each offering is taken and when, which level each skill
/// reaches.
final class GapModel {
    static {
        // Writing a model down already calls native code.
        Loader.loadNativeLibraries();
    }

    final GapProblem problem;
    final CpModel model = new CpModel();
    final BoolVar[] taken;
    final IntVar[] start;
    final boolean timed;
    private final IntVar finish;
    private final LinearExpr covered;

    /// @param timed whether starts and weekly hours are kept to; without, only the hours of all weeks
    ///     together, so that every plan is among what is left, and more
    GapModel(GapProblem problem, long least, boolean timed) {
        this.problem = problem;
        this.timed = timed;
        int items = problem.items().size();
        taken = new BoolVar[items];
        start = new IntVar[items];
        finish = model.newIntVar(0, Math.max(0, problem.weeks()), "");
        for (int place = 0; place < items; place++) {
            take(place, problem.items().get(place));
        }
        for (int place = 0; place < items; place++) {
            Item item = problem.items().get(place);
            for (Map.Entry<ConceptUri, Integer> ask : item.asks().entrySet()) {
                after(place, givers(ask.getKey(), ask.getValue()));
            }
            for (OfferingId before : item.after()) {
                after(
                        place,
                        IntStream.range(0, items)
                                .filter(other -> problem.items().get(other).id().equals(before))
                                .toArray());
            }
        }
        limit();
        covered = cover();
        model.addGreaterOrEqual(covered, least);
    }

    private void take(int place, Item item) {
        taken[place] = model.newBoolVar("");
        long[] starts = Arrays.stream(item.starts()).asLongStream().toArray();
        start[place] = model.newIntVarFromDomain(Domain.fromValues(starts), "");
        if (item.isFixed()) {
            model.addEquality(taken[place], 1);
        }
        if (!timed) {
            model.addEquality(start[place], starts[0]);
            return;
        }
        if (!item.isFixed()) {
            model.addEquality(start[place], starts[0]).onlyEnforceIf(taken[place].not());
        }
        if (!item.running()) {
            model.addGreaterOrEqual(finish, LinearExpr.affine(start[place], 1, item.weeks() - 1L))
                    .onlyEnforceIf(taken[place]);
        }
    }

    private int[] givers(ConceptUri skill, int level) {
        return IntStream.range(0, problem.items().size())
                .filter(place -> problem.items().get(place).covers(skill, level))
                .toArray();
    }

    /// Begins only after one of the others has ended.
    private void after(int place, int[] others) {
        List<Literal> ways = new ArrayList<>();
        for (int other : others) {
            if (other != place) {
                Literal way = others.length == 1 ? taken[place] : way(other);
                model.addImplication(way, taken[other]);
                if (timed) {
                    int length = problem.items().get(other).weeks();
                    model.addGreaterOrEqual(start[place], LinearExpr.affine(start[other], 1, length))
                            .onlyEnforceIf(way);
                }
                ways.add(way);
            }
        }
        if (others.length != 1 || ways.isEmpty()) {
            ways.add(taken[place].not());
            model.addBoolOr(ways.toArray(Literal[]::new));
        }
    }

    /// Without weeks it is enough that the other is taken.
    private Literal way(int other) {
        return timed ? model.newBoolVar("") : taken[other];
    }

    private void limit() {
        List<Item> items = problem.items();
        problem.budget().ifPresent(budget -> model.addLessOrEqual(expression(Focus.Aim.COST), budget));
        problem.steps().ifPresent(steps -> {
            LinearExprBuilder sum = LinearExpr.newBuilder();
            for (int place = 0; place < taken.length; place++) {
                sum.addTerm(taken[place], items.get(place).running() ? 0 : 1);
            }
            model.addLessOrEqual(sum, steps);
        });
        if (problem.minutes().isPresent()) {
            // Follows from the weeks one by one; said as well because it is easy to reckon with.
            model.addLessOrEqual(
                    expression(Focus.Aim.HOURS), (long) problem.minutes().getAsInt() * problem.weeks());
        }
        if (timed && problem.minutes().isPresent()) {
            // What runs already may be more than she now has time for; then nothing else fits beside it.
            int minutes = problem.minutes().getAsInt();
            CumulativeConstraint week = model.addCumulative(minutes);
            for (int place = 0; place < taken.length; place++) {
                int load = items.get(place).running()
                        ? Math.min(minutes, items.get(place).minutes())
                        : items.get(place).minutes();
                if (load > 0) {
                    week.addDemand(
                            model.newOptionalFixedSizeIntervalVar(
                                    start[place], items.get(place).weeks(), taken[place], ""),
                            load);
                }
            }
        }
    }

    private LinearExpr cover() {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (Goal goal : problem.goals()) {
            int[] levels = problem.items().stream()
                    .mapToInt(item -> Math.min(item.gives().getOrDefault(goal.skill(), 0), goal.wanted()))
                    .filter(level -> level > goal.has())
                    .sorted()
                    .distinct()
                    .toArray();
            long below = 0;
            for (int level : levels) {
                BoolVar reached = model.newBoolVar("");
                List<Literal> by = new ArrayList<>();
                for (int giver : givers(goal.skill(), level)) {
                    by.add(taken[giver]);
                }
                by.add(reached.not());
                model.addBoolOr(by.toArray(Literal[]::new));
                sum.addTerm(reached, goal.worth(level) - below);
                below = goal.worth(level);
            }
        }
        return sum.build();
    }

    /// Where to begin to look: start weeks by item, 0 for what is not taken.
    void hint(int[] starts) {
        model.clearHints();
        for (int place = 0; place < starts.length; place++) {
            model.addHint(taken[place], starts[place] > 0 ? 1 : 0);
            if (starts[place] > 0) {
                model.addHint(start[place], starts[place]);
            }
        }
    }

    /// The same from what the solver found, for each of its variables.
    void hint(List<Long> solution) {
        model.clearHints();
        for (int place = 0; place < solution.size(); place++) {
            model.getBuilder().getSolutionHintBuilder().addVars(place).addValues(solution.get(place));
        }
    }

    /// What is made as small as can be.
    LinearExpr expression(Focus.Aim aim) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        switch (aim) {
            case COVERED -> sum.addTerm(covered, -1);
            case FINISH -> sum.add(finish);
            case WISHES, COST, HOURS, DEGREE -> {
                for (int place = 0; place < taken.length; place++) {
                    sum.addTerm(taken[place], amount(aim, problem.items().get(place)));
                }
            }
        }
        return sum.build();
    }

    static long amount(Focus.Aim aim, Item item) {
        return switch (aim) {
            case WISHES -> item.wishes();
            case COST -> item.cents();
            case HOURS -> item.work();
            case DEGREE -> -item.counts();
            case COVERED, FINISH -> 0;
        };
    }

    /// How far apart two values of an aim can be.
    long range(Focus.Aim aim) {
        return switch (aim) {
            case COVERED -> problem.missing();
            case FINISH -> problem.weeks();
            case WISHES, HOURS, DEGREE -> sum(aim);
            case COST -> Math.min(problem.budget().orElse(Long.MAX_VALUE), sum(aim));
        };
    }

    private long sum(Focus.Aim aim) {
        return problem.items().stream()
                .mapToLong(item -> Math.abs(amount(aim, item)))
                .sum();
    }
}
