package org.cairn.skills.pathway;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.skills.pathway.JobsProblem.Job;

/// Looks for the offerings with which most jobs are reached, keeps the best found, and knows a bound for
/// all others.
///
/// More than three steps are looked for by taking the first ones in turn, each leaving a smaller problem.
/// One that was tried as the first that can be begun need not be tried again later: whatever contains it
/// can begin with it.
final class JobsSearch {
    /// Looks that the cheapest of equally good choices is worth. Counted, so that machines agree.
    private static final long LOOKS = 200_000_000;

    private final long end;
    private long budget;
    private boolean late;
    private boolean proven;
    private long looks;
    private boolean settling;

    private int value;
    private int[] found = new int[0];
    private long foundCost;
    private int open;

    private final long[] costs;
    private final int forced;
    private int[] prefix;
    private int base;
    private JobsProblem now;
    private Optional<JobsTriples> whole = Optional.empty();

    JobsSearch(JobsProblem problem, int k, long budget, long end) {
        this(problem, new int[0], k, budget, end);
    }

    /// @param first the offerings to be taken first, in an order in which they can be
    /// @param k how many may be taken after these
    JobsSearch(JobsProblem problem, int[] first, int k, long budget, long end) {
        this.end = end;
        this.budget = budget;
        costs = problem.cost();
        JobsProblem rest = problem;
        for (int number : first) {
            int reachedBefore = rest.jobs().length;
            rest = rest.after(placeOf(number, rest), new BitSet());
            base += reachedBefore - rest.jobs().length;
        }
        prefix = first.clone();
        forced = first.length;
        now = rest;
        value = base;
        found = first.clone();
        foundCost = cost(new int[0]);
        for (int steps = Math.min(3, k); steps <= k && !late; steps++) {
            look(rest, steps);
        }
        proven = !late;
        if (proven) {
            open = value;
            settle(rest);
        }
    }

    private static int placeOf(int number, JobsProblem problem) {
        return IntStream.range(0, problem.size())
                .filter(place -> problem.number()[place] == number)
                .findFirst()
                .orElseThrow();
    }

    /// How many jobs more than before.
    int value() {
        return value;
    }

    /// The offerings that one takes who looks no further than the next step.
    static int[] greedy(JobsProblem problem, int k, long budget) {
        JobsProblem now = problem;
        int[] taken = new int[0];
        long left = budget;
        while (taken.length < k) {
            JobsState.Tables tables = JobsState.Tables.of(now);
            double[] promise = promises(now);
            JobsState state = new JobsState(tables);
            JobsProblem open = now;
            long money = left;
            int next = IntStream.range(0, now.size())
                    .filter(place -> state.mayBegin(place) && open.cost()[place] <= money && promise[place] > 0)
                    .boxed()
                    .max(Comparator.comparingInt((Integer place) -> tables.alone()[place])
                            .thenComparingDouble(place -> promise[place]))
                    .orElse(-1);
            if (next < 0) {
                return taken;
            }
            taken = Arrays.copyOf(taken, taken.length + 1);
            taken[taken.length - 1] = now.number()[next];
            left -= now.cost()[next];
            now = now.after(next, new BitSet());
        }
        return taken;
    }

    /// What the choice costs, in cents.
    long foundCost() {
        return foundCost;
    }

    /// No choice reaches more.
    int bound() {
        return Math.max(open, value);
    }

    boolean isProven() {
        return proven;
    }

    /// The numbers of the offerings in an order in which they can be taken.
    int[] found() {
        return found.clone();
    }

    // What the search for three asks and tells, in the places of the problem it works on.

    /// What must be surpassed, beyond what is taken.
    int best() {
        return value - base - (settling ? 1 : 0);
    }

    int[] order() {
        return found.length < prefix.length + 3
                ? new int[0]
                : IntStream.range(0, now.size())
                        .filter(place -> IntStream.of(found)
                                .skip(prefix.length)
                                .anyMatch(number -> number == now.number()[place]))
                        .toArray();
    }

    void open(int bound) {
        if (prefix.length == forced) {
            open = base + bound;
        }
    }

    void count(int more) {
        looks += more;
    }

    boolean isLate() {
        late = late || System.nanoTime() - end > 0;
        return late || (settling && looks > LOOKS);
    }

    boolean isWithin(int... places) {
        return budget == Long.MAX_VALUE || cost(places) <= budget;
    }

    private long cost(int[] places) {
        return IntStream.of(prefix).mapToLong(number -> costs[number]).sum()
                + IntStream.of(places).mapToLong(place -> now.cost()[place]).sum();
    }

    void offer(int more, int... places) {
        if (isBetter(more, prefix.length + places.length) && isWithin(places)) {
            value = base + more;
            foundCost = cost(places);
            found = IntStream.concat(IntStream.of(prefix), IntStream.of(places).map(place -> now.number()[place]))
                    .toArray();
            if (settling) {
                budget = foundCost - 1;
            }
        }
    }

    private boolean isBetter(int more, int steps) {
        return more > best() || (!settling && more == best() && steps < found.length);
    }

    void offerAnyOrder(int more, int... places) {
        int[] ordered = new int[places.length];
        boolean[] used = new boolean[places.length];
        int[] rank = new int[now.skills()];
        for (int at = 0; at < places.length; at++) {
            int next = 0;
            while (next < places.length && (used[next] || !now.asks()[places[next]].isMetBy(rank))) {
                next++;
            }
            if (next == places.length) {
                return;
            }
            used[next] = true;
            ordered[at] = places[next];
            now.gives()[places[next]].raise(rank);
        }
        offer(more, ordered);
    }

    /// The cheapest of equally good choices of as many steps.
    private void settle(JobsProblem problem) {
        if (found.length == forced || foundCost == 0) {
            return;
        }
        settling = true;
        budget = foundCost - 1;
        if (found.length == forced + 3 && whole.isPresent()) {
            now = whole.get().problem();
            whole.get().again();
        } else {
            look(problem, found.length - forced);
        }
    }

    private void look(JobsProblem problem, int k) {
        if (k == 0 || isLate()) {
            return;
        }
        JobsProblem smaller = JobsReduction.of(problem, k);
        double[] promise = promises(smaller);
        int most = most(smaller, promise, k);
        open(most);
        if (most <= best()) {
            return;
        }
        now = smaller;
        JobsState.Tables tables = JobsState.Tables.of(smaller);
        if (k > 2 && prefix.length == forced) {
            greedily(tables, promise, k);
        }
        if (k == 1) {
            singles(tables);
        } else if (k == 2) {
            pairs(tables);
        } else if (k == 3 && JobsTriples.fits(smaller)) {
            JobsTriples triples = new JobsTriples(this, tables);
            whole = prefix.length == forced ? Optional.of(triples) : whole;
            triples.run();
        } else {
            deeper(smaller, tables, promise, k);
        }
    }

    /// Something good to begin with: from each of some promising starts, what adds most, and of that what
    /// promises most.
    private void greedily(JobsState.Tables tables, double[] promise, int k) {
        JobsState state = new JobsState(tables);
        JobsState.Row row = new JobsState.Row(now.size());
        int[] starts = IntStream.range(0, now.size())
                .filter(state::mayBegin)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -promise[place])
                        .thenComparing(place -> place))
                .limit(8)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int start : starts) {
            int[] chosen = {start};
            state.take(start);
            offer(state.reached, chosen);
            while (chosen.length < k && chosen.length < now.size() && !isLate()) {
                state.fill(row);
                int[] taken = chosen;
                int next = IntStream.range(0, now.size())
                        .filter(place ->
                                state.mayBegin(place) && IntStream.of(taken).noneMatch(other -> other == place))
                        .boxed()
                        .max(Comparator.comparingInt((Integer place) -> row.adds()[place])
                                .thenComparingInt(place -> row.near()[place])
                                .thenComparingDouble(place -> promise[place]))
                        .orElse(-1);
                if (next < 0) {
                    break;
                }
                chosen = Arrays.copyOf(chosen, chosen.length + 1);
                chosen[chosen.length - 1] = next;
                state.take(next);
                offer(state.reached, chosen);
            }
            for (int back = 0; back < chosen.length; back++) {
                state.giveBack();
            }
        }
    }

    private void singles(JobsState.Tables tables) {
        JobsState state = new JobsState(tables);
        for (int place = 0; place < now.size(); place++) {
            if (state.mayBegin(place)) {
                offer(tables.alone()[place], place);
            }
        }
    }

    private void pairs(JobsState.Tables tables) {
        singles(tables);
        JobsState state = new JobsState(tables);
        JobsState.Row row = new JobsState.Row(now.size());
        for (int first = 0; first < now.size() && !isLate(); first++) {
            if (!state.mayBegin(first)) {
                continue;
            }
            state.take(first);
            state.fill(row);
            for (int second = 0; second < now.size(); second++) {
                int both = state.reached + row.adds()[second];
                if (both >= best() && second != first && state.mayBegin(second)) {
                    offer(both, first, second);
                }
            }
            state.giveBack();
        }
    }

    /// For each offering the jobs it reaches, counting parts of those that it brings nearer. The promises
    /// of several add up to at least what they reach together.
    private static double[] promises(JobsProblem problem) {
        JobsProblem.Uses[] givers = problem.givers();
        double[] promise = new double[problem.size()];
        int[] gain = new int[problem.size()];
        for (Job job : problem.jobs()) {
            int[] touched = new int[problem.size()];
            int count = 0;
            for (int place = 0; place < job.skill().length; place++) {
                JobsProblem.Uses by = givers[job.skill()[place]];
                for (int giver = 0; giver < by.place().length; giver++) {
                    int more = job.worth()[place][by.rank()[giver]];
                    if (more > 0 && gain[by.place()[giver]] == 0) {
                        touched[count++] = by.place()[giver];
                    }
                    gain[by.place()[giver]] += more;
                }
            }
            for (int at = 0; at < count; at++) {
                promise[touched[at]] += Math.min(1, (double) gain[touched[at]] / job.missing());
                gain[touched[at]] = 0;
            }
        }
        return promise;
    }

    private static int most(JobsProblem problem, double[] promise, int k) {
        double sum = Arrays.stream(promise)
                .map(each -> -each)
                .sorted()
                .limit(k)
                .map(each -> -each)
                .sum();
        return (int) Math.min(problem.jobs().length, Math.floor(sum + 1e-6));
    }

    private void deeper(JobsProblem problem, JobsState.Tables tables, double[] promise, int k) {
        int[] before = prefix;
        int reachedBefore = base;
        JobsState state = new JobsState(tables);
        int[] first = IntStream.range(0, problem.size())
                .filter(state::mayBegin)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer place) -> -promise[place])
                        .thenComparing(place -> place))
                .mapToInt(Integer::intValue)
                .toArray();
        BitSet gone = new BitSet();
        for (int place : first) {
            now = problem;
            int most = (int) Math.floor(promise[place] + others(promise, gone, place, k - 1) + 1e-6);
            if (most > best() && !isLate() && isWithin(place)) {
                open(Math.min(most, problem.jobs().length));
                offer(tables.alone()[place], place);
                prefix = Arrays.copyOf(before, before.length + 1);
                prefix[before.length] = problem.number()[place];
                base = reachedBefore + tables.alone()[place];
                look(problem.after(place, gone), k - 1);
                prefix = before;
                base = reachedBefore;
            }
            gone.set(place);
        }
    }

    private static double others(double[] promise, BitSet gone, int without, int count) {
        double[] most = new double[count];
        for (int place = 0; place < promise.length; place++) {
            double each = place == without || gone.get(place) ? 0 : promise[place];
            for (int at = 0; at < count && each > 0; at++) {
                double smaller = Math.min(each, most[at]);
                most[at] = Math.max(each, most[at]);
                each = smaller;
            }
        }
        return Arrays.stream(most).sum();
    }
}
