package org.cairn.skills.pathway;

import java.util.Arrays;
import org.cairn.skills.pathway.JobsProblem.Job;
import org.cairn.skills.pathway.JobsProblem.Ranks;
import org.cairn.skills.pathway.JobsProblem.Uses;

/// A learner on the way: offerings are taken and given back in the reverse order. Not thread-safe: each
/// thread has its own over the same [Tables].
final class JobsState {

    /// What does not change while looking.
    ///
    /// @param alone for each offering, how many jobs it reaches by itself
    /// @param aloneOf for each job, the offerings that reach it by themselves
    /// @param most for each job, what one offering brings at most
    record Tables(JobsProblem problem, Uses[] givers, Uses[] askers, int[] alone, int[][] aloneOf, int[] most) {
        static Tables of(JobsProblem problem) {
            int jobs = problem.jobs().length;
            Tables empty = new Tables(
                    problem,
                    problem.givers(),
                    problem.askers(),
                    new int[problem.size()],
                    new int[jobs][0],
                    new int[jobs]);
            JobsState state = new JobsState(empty);
            for (int job = 0; job < jobs; job++) {
                state.lookAt(job);
            }
            return empty;
        }
    }

    private final Tables tables;
    private final JobsProblem problem;
    private final int[] rank;
    final int[] missing;
    private final int[] gain;
    private final int[] seen;
    private int[] log = new int[64];
    private int logged;
    private final int[] marks = new int[64];
    private int depth;
    /// Jobs that the offerings taken have brought nearer, each once.
    private final int[] touched;
    private final boolean[] isTouched;
    private int touches;
    /// Jobs reached by what is taken.
    int reached;

    JobsState(Tables tables) {
        this.tables = tables;
        problem = tables.problem();
        rank = new int[problem.skills()];
        missing = Arrays.stream(problem.jobs()).mapToInt(Job::missing).toArray();
        gain = new int[problem.size()];
        seen = new int[problem.size()];
        touched = new int[missing.length];
        isTouched = new boolean[missing.length];
    }

    /// Takes an offering, whether or not it may be begun.
    void take(int offering) {
        marks[depth++] = logged;
        Ranks gives = problem.gives()[offering];
        for (int at = 0; at < gives.size(); at++) {
            int skill = gives.skill()[at];
            int to = gives.rank()[at];
            if (to > rank[skill]) {
                log(skill, rank[skill]);
                move(skill, rank[skill], to);
            }
        }
    }

    /// Gives back what was taken last.
    void giveBack() {
        int from = marks[--depth];
        while (logged > from) {
            int to = log[--logged];
            int skill = log[--logged];
            move(skill, rank[skill], to);
        }
        if (depth == 0) {
            for (int at = 0; at < touches; at++) {
                isTouched[touched[at]] = false;
            }
            touches = 0;
        }
    }

    private void log(int skill, int from) {
        if (logged + 2 > log.length) {
            log = Arrays.copyOf(log, 2 * log.length);
        }
        log[logged++] = skill;
        log[logged++] = from;
    }

    private void move(int skill, int from, int to) {
        Uses asked = tables.askers()[skill];
        for (int at = 0; at < asked.place().length; at++) {
            int job = asked.place()[at];
            int[] worth = problem.jobs()[job].worth()[asked.rank()[at]];
            int more = worth[to] - worth[from];
            if (more != 0) {
                int before = missing[job];
                missing[job] = before - more;
                reached += (before > 0 ? 1 : 0) - (missing[job] > 0 ? 1 : 0);
                if (!isTouched[job]) {
                    isTouched[job] = true;
                    touched[touches++] = job;
                }
            }
        }
        rank[skill] = to;
    }

    boolean mayBegin(int offering) {
        Ranks asks = problem.asks()[offering];
        for (int at = 0; at < asks.size(); at++) {
            if (rank[asks.skill()[at]] < asks.rank()[at]) {
                return false;
            }
        }
        return true;
    }

    /// How many more jobs this offering would reach now.
    int more(int offering) {
        int before = reached;
        take(offering);
        int more = reached - before;
        giveBack();
        return more;
    }

    /// What each offering adds to what is taken.
    ///
    /// @param adds for each offering, how many more jobs are reached with it
    /// @param pair for each, how many of these need both it and what is taken
    /// @param near for each, how many jobs need it, what is taken, and one more
    record Row(int[] adds, int[] pair, int[] near) {
        Row(int size) {
            this(new int[size], new int[size], new int[size]);
        }
    }

    void fill(Row row) {
        System.arraycopy(tables.alone(), 0, row.adds, 0, row.adds.length);
        Arrays.fill(row.pair, 0);
        Arrays.fill(row.near, 0);
        for (int at = 0; at < touches; at++) {
            int job = touched[at];
            boolean open = missing[job] > 0;
            for (int offering : tables.aloneOf()[job]) {
                row.adds[offering]--;
                row.pair[offering] -= open ? 1 : 0;
            }
            if (open) {
                look(job, row);
            }
        }
    }

    private void look(int job, Row row) {
        int count = gains(job);
        int left = missing[job];
        int help = left - tables.most()[job];
        for (int at = 0; at < count; at++) {
            int offering = seen[at];
            int more = gain[offering];
            gain[offering] = 0;
            if (more >= left) {
                row.adds[offering]++;
                row.pair[offering]++;
            } else if (more >= help) {
                row.near[offering]++;
            }
        }
    }

    /// What each offering brings for a job now; returns how many bring anything.
    private int gains(int job) {
        Job asked = problem.jobs()[job];
        int count = 0;
        for (int place = 0; place < asked.skill().length; place++) {
            int skill = asked.skill()[place];
            int[] worth = asked.worth()[place];
            int has = worth[rank[skill]];
            if (worth[worth.length - 1] == has) {
                continue;
            }
            int[] by = tables.givers()[skill].place();
            int[] ranks = tables.givers()[skill].rank();
            for (int giver = 0; giver < by.length; giver++) {
                int more = worth[ranks[giver]] - has;
                if (more > 0) {
                    int offering = by[giver];
                    if (gain[offering] == 0) {
                        seen[count++] = offering;
                    }
                    gain[offering] += more;
                }
            }
        }
        return count;
    }

    private void lookAt(int job) {
        int count = gains(job);
        int left = missing[job];
        int alone = 0;
        for (int at = 0; at < count; at++) {
            int more = gain[seen[at]];
            gain[seen[at]] = 0;
            tables.most()[job] = Math.max(tables.most()[job], more);
            if (more >= left) {
                tables.alone()[seen[at]]++;
                seen[alone++] = seen[at];
            }
        }
        tables.aloneOf()[job] = Arrays.copyOf(seen, alone);
    }
}
