package org.cairn.skills.pathway;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.cairn.skills.pathway.JobsProblem.Ranks;
import org.cairn.skills.pathway.JobsState.Row;
import org.cairn.skills.pathway.JobsState.Tables;

/// The best three offerings, exactly.
///
/// First every pair is reckoned out. What three reach is at most what the pairs among them reach, plus the
/// jobs that need all three, of which there are no more than near ones of any pair. With these bounds few
/// triples are left to be looked at one by one.
final class JobsTriples {
    private final JobsSearch search;
    private final Tables tables;
    private final JobsProblem problem;
    private final int size;
    private final short[][] adds;
    private final short[][] pair;
    private final short[][] near;
    /// The most that any partner adds as a pair.
    private final int[] most;
    private final boolean[] gone;

    JobsTriples(JobsSearch search, Tables tables) {
        this.search = search;
        this.tables = tables;
        problem = tables.problem();
        size = problem.size();
        adds = new short[size][size];
        pair = new short[size][size];
        near = new short[size][size];
        most = new int[size];
        gone = new boolean[size];
    }

    /// The most offerings for which the tables are kept: three of two bytes each.
    static boolean fits(JobsProblem problem) {
        return problem.size() <= 9_000 && problem.jobs().length < Short.MAX_VALUE;
    }

    void run() {
        IntStream.range(0, Math.min(size, 64)).parallel().forEach(part -> rows(part, Math.min(size, 64)));
        if (search.isLate()) {
            return;
        }
        JobsState state = new JobsState(tables);
        pairs(state);
        improve(state);
        roots(state);
    }

    JobsProblem problem() {
        return problem;
    }

    /// Looks once more, with what must be surpassed changed.
    void again() {
        Arrays.fill(gone, false);
        roots(new JobsState(tables));
    }

    private void rows(int part, int parts) {
        JobsState state = new JobsState(tables);
        Row row = new Row(size);
        for (int first = part; first < size && !search.isLate(); first += parts) {
            state.take(first);
            state.fill(row);
            state.giveBack();
            for (int other = 0; other < size; other++) {
                adds[first][other] = (short) row.adds()[other];
                pair[first][other] = (short) row.pair()[other];
                near[first][other] = (short) row.near()[other];
                if (other != first) {
                    most[first] = Math.max(most[first], row.pair()[other]);
                }
            }
        }
    }

    private void pairs(JobsState state) {
        for (int first = 0; first < size; first++) {
            if (!state.mayBegin(first)) {
                continue;
            }
            search.offer(tables.alone()[first], first);
            for (int other = 0; other < size; other++) {
                int value = tables.alone()[first] + adds[first][other];
                if (value >= search.best() && other != first && covers(other, first)) {
                    search.offer(value, first, other);
                }
            }
        }
    }

    /// Good triples to start with: the best third for promising pairs, then one exchanged at a time.
    private void improve(JobsState state) {
        Row row = new Row(size);
        long[] promising = IntStream.range(0, size)
                .filter(state::mayBegin)
                .mapToLong(first -> {
                    int partner = IntStream.range(0, size)
                            .filter(other -> other != first && covers(other, first))
                            .boxed()
                            .max(Comparator.comparingInt(other -> 2 * adds[first][other] + near[first][other]))
                            .orElse(first);
                    long promise = 2L * tables.alone()[first] + 2L * adds[first][partner] + near[first][partner];
                    return promise << 32 | (long) first << 16 | partner;
                })
                .sorted()
                .toArray();
        for (int place = promising.length - 1; place >= Math.max(0, promising.length - 48); place--) {
            third(state, row, (int) (promising[place] >> 16 & 0xffff), (int) (promising[place] & 0xffff));
        }
        int before;
        do {
            before = search.best();
            int[] found = search.order();
            for (int left = 0; found.length == 3 && left < 3; left++) {
                int one = found[left == 0 ? 1 : 0];
                int other = found[left == 2 ? 1 : 2];
                third(state, row, one, other);
            }
        } while (search.best() > before);
    }

    private void third(JobsState state, Row row, int first, int second) {
        if (first == second || search.isLate()) {
            return;
        }
        state.take(first);
        state.take(second);
        state.fill(row);
        int sum = state.reached;
        state.giveBack();
        state.giveBack();
        for (int third = 0; third < size; third++) {
            if (sum + row.adds()[third] > search.best() && third != first && third != second) {
                search.offerAnyOrder(sum + row.adds()[third], first, second, third);
            }
        }
    }

    private void roots(JobsState state) {
        int[] bound = new int[size];
        int[] roots = IntStream.range(0, size)
                .filter(state::mayBegin)
                .peek(root -> bound[root] = bound(root))
                .boxed()
                .sorted(Comparator.comparingInt((Integer root) -> -bound[root]).thenComparing(root -> root))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int place = 0; place < roots.length; place++) {
            int root = roots[place];
            if (bound[root] > search.best() && bound(root) > search.best()) {
                search.open(bound[root]);
                root(state, root);
                if (search.isLate()) {
                    return;
                }
            }
            gone[root] = true;
        }
    }

    /// Twice what an offering may add beside the root, so that half of what two share stays whole.
    private int key(int root, int offering) {
        return 2 * adds[root][offering] + most[offering] + near[root][offering];
    }

    private int bound(int root) {
        int first = 0;
        int second = 0;
        for (int offering = 0; offering < size; offering++) {
            if (offering != root && !gone[offering]) {
                int key = key(root, offering);
                if (key > first) {
                    second = first;
                    first = key;
                } else if (key > second) {
                    second = key;
                }
            }
        }
        return tables.alone()[root] + (first + second) / 2;
    }

    private void root(JobsState state, int root) {
        state.take(root);
        int base = state.reached;
        long[] keyed = keyed(root, base);
        int[] open = Arrays.stream(keyed).mapToInt(key -> (int) (key & 0xffff)).toArray();
        int[] ready = IntStream.of(open).filter(state::mayBegin).toArray();
        boolean[] begins = new boolean[size];
        for (int offering : ready) {
            begins[offering] = true;
        }
        for (int one = 0; one < open.length && !search.isLate(); one++) {
            // Of two, one must be ready: what is not meets the ready ones only, those behind it and those before.
            partners(state, root, open[one], begins, begins[open[one]] ? open : ready, begins[open[one]] ? one + 1 : 0);
        }
        state.giveBack();
    }

    private void partners(JobsState state, int root, int first, boolean[] begins, int[] with, int from) {
        int need = 2 * search.best() + 2 - 2 * tables.alone()[root] - key(root, first);
        boolean taken = false;
        for (int at = from; at < with.length && key(root, with[at]) >= need; at++) {
            int second = with[at];
            if (bound(root, first, second) > search.best()
                    && search.isWithin(root, first, second)
                    && isOrdered(root, first, begins[first], second, begins[second])) {
                if (!taken) {
                    state.take(first);
                    taken = true;
                }
                int value = state.reached + state.more(second);
                if (value > search.best()) {
                    search.offerAnyOrder(value, root, first, second);
                    need = 2 * search.best() + 2 - 2 * tables.alone()[root] - key(root, first);
                }
            }
        }
        search.count(with.length);
        if (taken) {
            state.giveBack();
        }
    }

    /// The partners of a root that may be in something better, the most promising first.
    private long[] keyed(int root, int base) {
        int highest = 0;
        for (int offering = 0; offering < size; offering++) {
            if (offering != root && !gone[offering]) {
                highest = Math.max(highest, key(root, offering));
            }
        }
        int least = 2 * search.best() + 2 - 2 * base - highest;
        return IntStream.range(0, size)
                .filter(offering -> offering != root && !gone[offering] && key(root, offering) >= least)
                .mapToLong(offering -> (long) -key(root, offering) << 16 | offering)
                .sorted()
                .toArray();
    }

    /// The least of three bounds: what all three need together is near for each pair, and any of them may
    /// be the one that the others are added to.
    private int bound(int root, int first, int second) {
        int all = Math.min(near[root][first], Math.min(near[root][second], near[first][second]));
        int byRoot = tables.alone()[root] + adds[root][first] + adds[root][second] + pair[first][second];
        int byFirst = tables.alone()[first] + adds[first][root] + adds[first][second] + pair[root][second];
        int bySecond = tables.alone()[second] + adds[second][root] + adds[second][first] + pair[root][first];
        return all + Math.min(byRoot, Math.min(byFirst, bySecond));
    }

    private boolean isOrdered(int root, int first, boolean firstBegins, int second, boolean secondBegins) {
        return (firstBegins && secondBegins)
                || (firstBegins && covers(second, root, first))
                || (secondBegins && covers(first, root, second));
    }

    private boolean covers(int offering, int first) {
        return problem.gives()[first].covers(problem.asks()[offering]);
    }

    private boolean covers(int offering, int first, int second) {
        Ranks asks = problem.asks()[offering];
        for (int at = 0; at < asks.size(); at++) {
            int skill = asks.skill()[at];
            if (problem.gives()[first].of(skill) < asks.rank()[at]
                    && problem.gives()[second].of(skill) < asks.rank()[at]) {
                return false;
            }
        }
        return true;
    }
}
