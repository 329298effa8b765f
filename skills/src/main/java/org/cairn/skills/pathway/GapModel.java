package org.cairn.skills.pathway;

import com.google.ortools.Loader;
import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import com.google.ortools.util.Domain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.cairn.skills.pathway.GapProblem.Goal;
import org.cairn.skills.pathway.GapProblem.Item;
import org.cairn.skills.taxonomy.ConceptUri;

/// A [GapProblem] written down for CP-SAT: whether each offering is taken and when, which level each skill
/// reaches.
final class GapModel {
    /// Starts are told apart one by one where an offering has no more than this.
    private static final int FEW = 8;

    static {
        // Writing a model down already calls native code.
        Loader.loadNativeLibraries();
    }

    final GapProblem problem;
    final CpModel model = new CpModel();
    final BoolVar[] taken;
    final IntVar[] start;
    final boolean timed;
    final List<Option> options = new ArrayList<>();
    private final IntVar finish;
    private final List<Reached> reached = new ArrayList<>();

    /// An offering that begins in one of the few weeks in which it can.
    record Option(int place, int from, int to, int minutes, Literal literal) {}

    /// @param worth what this level adds to the one below it
    private record Reached(Literal literal, long worth) {}

    /// @param timed whether all starts and weekly hours are kept to. Without, only those of offerings with
    ///     few starts are, and of the others the hours of all weeks together: every plan is among what is
    ///     left, and more
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
            for (int[] givers : needs(problem.items().get(place))) {
                if (timed) {
                    after(place, givers);
                } else {
                    afterLoosely(place, givers);
                }
            }
        }
        limit();
        cover();
        model.addLessOrEqual(expression(Focus.Aim.COVERED), -least);
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
            choose(place, item);
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

    private void choose(int place, Item item) {
        if (item.starts().length > FEW || item.running()) {
            return;
        }
        LinearExprBuilder one = LinearExpr.newBuilder();
        for (int from : item.starts()) {
            Literal literal = item.starts().length == 1 ? taken[place] : model.newBoolVar("");
            one.add(literal);
            options.add(new Option(place, from, from + item.weeks() - 1, item.minutes(), literal));
        }
        if (item.starts().length > 1) {
            model.addEquality(one.build(), taken[place]);
        }
    }

    /// For each thing that must come before an item, what brings it.
    private List<int[]> needs(Item item) {
        List<int[]> needs = new ArrayList<>();
        item.asks().forEach((skill, level) -> needs.add(givers(skill, level)));
        for (OfferingId before : item.after()) {
            needs.add(IntStream.range(0, problem.items().size())
                    .filter(other -> problem.items().get(other).id().equals(before))
                    .toArray());
        }
        return needs;
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
                Literal way = others.length == 1 ? taken[place] : model.newBoolVar("");
                model.addImplication(way, taken[other]);
                int length = problem.items().get(other).weeks();
                model.addGreaterOrEqual(start[place], LinearExpr.affine(start[other], 1, length))
                        .onlyEnforceIf(way);
                ways.add(way);
            }
        }
        if (others.length != 1 || ways.isEmpty()) {
            ways.add(taken[place].not());
            model.addBoolOr(ways.toArray(Literal[]::new));
        }
    }

    /// One of the others is taken; where the week of a start is known, one that can have ended by then.
    private void afterLoosely(int place, int[] others) {
        List<Option> mine =
                options.stream().filter(option -> option.place() == place).toList();
        if (mine.isEmpty()) {
            oneBefore(taken[place], place, others, problem.weeks() + 1);
        }
        mine.forEach(option -> oneBefore(option.literal(), place, others, option.from()));
    }

    private void oneBefore(Literal begins, int place, int[] others, int week) {
        List<Literal> ways = new ArrayList<>();
        for (int other : others) {
            if (other != place) {
                ended(other, week, ways);
            }
        }
        ways.add(begins.not());
        model.addBoolOr(ways.toArray(Literal[]::new));
    }

    private void ended(int other, int week, List<Literal> ways) {
        Item item = problem.items().get(other);
        List<Option> its =
                options.stream().filter(option -> option.place() == other).toList();
        its.stream().filter(option -> option.to() < week).map(Option::literal).forEach(ways::add);
        if (its.isEmpty() && item.starts()[0] + item.weeks() <= week) {
            ways.add(taken[other]);
        }
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
        GapLoad.limit(this);
    }

    private void cover() {
        for (Goal goal : problem.goals()) {
            int[] levels = problem.items().stream()
                    .mapToInt(item -> Math.min(item.gives().getOrDefault(goal.skill(), 0), goal.wanted()))
                    .filter(level -> level > goal.has())
                    .sorted()
                    .distinct()
                    .toArray();
            long below = 0;
            for (int level : levels) {
                BoolVar literal = model.newBoolVar("");
                List<Literal> by = new ArrayList<>();
                for (int giver : givers(goal.skill(), level)) {
                    by.add(taken[giver]);
                }
                by.add(literal.not());
                model.addBoolOr(by.toArray(Literal[]::new));
                reached.add(new Reached(literal, goal.worth(level) - below));
                below = goal.worth(level);
            }
        }
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
        add(sum, new GapGoal.Part(aim, 1, 0, 1));
        return sum.build();
    }

    /// Adds an aim, counted in steps, by its weight.
    void add(LinearExprBuilder sum, GapGoal.Part part) {
        switch (part.aim()) {
            case COVERED ->
                reached.forEach(level -> sum.addTerm(level.literal(), -level.worth() / part.step() * part.weight()));
            case FINISH -> sum.addTerm(finish, part.weight());
            case WISHES, COST, HOURS, DEGREE -> {
                for (int place = 0; place < taken.length; place++) {
                    sum.addTerm(
                            taken[place], problem.items().get(place).amount(part.aim()) / part.step() * part.weight());
                }
            }
        }
    }
}
