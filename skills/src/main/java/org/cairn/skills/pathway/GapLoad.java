package org.cairn.skills.pathway;

import com.google.ortools.sat.CumulativeConstraint;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cairn.skills.pathway.GapModel.Option;
import org.cairn.skills.pathway.GapProblem.Item;

/// Tells a [GapModel] what its weeks can hold.
final class GapLoad {
    private final GapModel model;
    private final GapProblem problem;
    private final int minutes;
    private final int[] running;
    private final Roundings roundings;

    private GapLoad(GapModel model, int minutes) {
        this.model = model;
        this.minutes = minutes;
        problem = model.problem;
        running = problem.running();
        roundings = Roundings.of(
                minutes,
                IntStream.concat(
                                problem.items().stream()
                                        .filter(item -> !item.running())
                                        .mapToInt(Item::minutes),
                                Arrays.stream(running))
                        .toArray());
    }

    static void limit(GapModel model) {
        if (model.problem.minutes().isPresent()) {
            GapLoad load = new GapLoad(model, model.problem.minutes().getAsInt());
            load.roundings.all().forEach(load::limitAll);
            if (model.timed) {
                load.limitTimed();
            } else {
                load.limitOptions();
            }
        }
    }

    /// Follows from the weeks one by one; said as well because it is easy to reckon with.
    private void limitAll(long[] way) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        long free = 0;
        for (int week = 1; week <= problem.weeks(); week++) {
            free += Roundings.week(way) - roundings.of(way, running[week]);
        }
        for (int place = 0; place < model.taken.length; place++) {
            Item item = problem.items().get(place);
            if (!item.running()) {
                sum.addTerm(model.taken[place], item.weeks() * roundings.of(way, item.minutes()));
            }
        }
        model.model.addLessOrEqual(sum.build(), free);
    }

    private void limitTimed() {
        CumulativeConstraint all = model.model.addCumulative(minutes);
        for (int place = 0; place < model.taken.length; place++) {
            Item item = problem.items().get(place);
            if (item.minutes() > 0 && !item.running()) {
                all.addDemand(
                        model.model.newOptionalFixedSizeIntervalVar(
                                model.start[place], item.weeks(), model.taken[place], ""),
                        item.minutes());
            }
        }
        for (int week = 1; week <= problem.weeks(); week++) {
            if (running[week] > 0) {
                all.addDemand(model.model.newFixedInterval(week, 1, ""), running[week]);
            }
        }
    }

    private void limitOptions() {
        for (int week : weeks()) {
            List<Option> active = model.options.stream()
                    .filter(option -> option.from() <= week && week <= option.to())
                    .toList();
            roundings.all().forEach(way -> limitWeek(week, active, way));
        }
    }

    private void limitWeek(int week, List<Option> active, long[] way) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        long most = 0;
        for (Option option : active) {
            long counts = roundings.of(way, option.minutes());
            sum.addTerm(option.literal(), counts);
            most += counts;
        }
        long free = Roundings.week(way) - roundings.of(way, running[week]);
        if (most > free) {
            model.model.addLessOrEqual(sum.build(), free);
        }
    }

    /// Weeks in which something begins, without those whose load is also that of a later one.
    private List<Integer> weeks() {
        List<Integer> begins = new ArrayList<>(
                new TreeSet<>(model.options.stream().map(Option::from).toList()));
        List<Integer> weeks = new ArrayList<>();
        for (int place = 0; place < begins.size(); place++) {
            int week = begins.get(place);
            int next = place + 1 < begins.size() ? begins.get(place + 1) : Integer.MAX_VALUE;
            if (model.options.stream()
                    .anyMatch(option -> option.from() <= week && week <= option.to() && option.to() < next)) {
                weeks.add(week);
            }
        }
        return weeks;
    }
}
