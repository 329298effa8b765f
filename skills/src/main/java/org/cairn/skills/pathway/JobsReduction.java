package org.cairn.skills.pathway;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.cairn.skills.pathway.JobsProblem.Job;
import org.cairn.skills.pathway.JobsProblem.Ranks;
import org.cairn.skills.pathway.JobsProblem.Uses;

/// Leaves out of a problem what can be in no best plan of `k` steps: jobs that no `k` offerings reach,
/// offerings that cannot be begun by then or that lead nowhere, and offerings that another is at least as
/// good as in everything.
final class JobsReduction {
    private static final int FAR = Integer.MAX_VALUE / 2;

    private final int k;
    private JobsProblem problem;

    private JobsReduction(JobsProblem problem, int k) {
        this.problem = problem;
        this.k = k;
    }

    static JobsProblem of(JobsProblem problem, int k) {
        JobsReduction reduction = new JobsReduction(problem, k);
        int before;
        do {
            before = reduction.problem.size() + reduction.problem.jobs().length;
            reduction.keepReachable();
            reduction.keepJobs();
            reduction.keepUseful();
        } while (before > reduction.problem.size() + reduction.problem.jobs().length);
        reduction.keepBest();
        return reduction.problem;
    }

    /// Whether an offering brings anything that a job or another offering asks for, directly or at last.
    static boolean leadsAnywhere(JobsProblem problem, int number) {
        JobsReduction reduction = new JobsReduction(problem, 1);
        reduction.keepUseful();
        return IntStream.of(reduction.problem.number()).anyMatch(left -> left == number);
    }

    private void keepReachable() {
        int[] depth = depths();
        keep(IntStream.range(0, depth.length)
                .filter(offering -> depth[offering] <= k)
                .toArray());
    }

    /// The least number of steps up to and with each offering; what several steps bring together is not
    /// added up.
    private int[] depths() {
        Uses[] givers = problem.givers();
        int[] depth = new int[problem.size()];
        Arrays.fill(depth, FAR);
        boolean changed = true;
        for (int round = 0; changed && round < k; round++) {
            changed = false;
            for (int offering = 0; offering < depth.length; offering++) {
                int now = depth(problem.asks()[offering], givers, depth);
                changed |= now < depth[offering];
                depth[offering] = Math.min(now, depth[offering]);
            }
        }
        return depth;
    }

    private static int depth(Ranks asks, Uses[] givers, int[] depth) {
        int latest = 0;
        for (int at = 0; at < asks.size(); at++) {
            Uses by = givers[asks.skill()[at]];
            int first = FAR;
            for (int giver = 0; giver < by.place().length; giver++) {
                if (by.rank()[giver] >= asks.rank()[at]) {
                    first = Math.min(first, depth[by.place()[giver]]);
                }
            }
            latest = Math.max(latest, first);
        }
        return Math.min(FAR, latest + 1);
    }

    /// A job stays when the `k` offerings that bring most for it suffice, were they to add up.
    private void keepJobs() {
        Uses[] givers = problem.givers();
        int[] gain = new int[problem.size()];
        int[] touched = new int[problem.size()];
        Job[] open = Arrays.stream(problem.jobs())
                .filter(job -> isNear(job, givers, gain, touched))
                .toArray(Job[]::new);
        problem = problem.keep(IntStream.range(0, problem.size()).toArray(), open, new int[problem.skills()]);
    }

    private boolean isNear(Job job, Uses[] givers, int[] gain, int[] touched) {
        int count = 0;
        for (int place = 0; place < job.skill().length; place++) {
            Uses by = givers[job.skill()[place]];
            int[] worth = job.worth()[place];
            for (int giver = 0; giver < by.place().length; giver++) {
                int offering = by.place()[giver];
                int more = worth[by.rank()[giver]];
                if (more > 0 && gain[offering] == 0) {
                    touched[count++] = offering;
                }
                gain[offering] += more;
            }
        }
        long[] most = new long[k];
        for (int at = 0; at < count; at++) {
            long now = Math.min(gain[touched[at]], job.missing());
            gain[touched[at]] = 0;
            for (int place = 0; place < k && now > 0; place++) {
                long smaller = Math.min(now, most[place]);
                most[place] = Math.max(now, most[place]);
                now = smaller;
            }
        }
        return Arrays.stream(most).sum() >= job.missing();
    }

    /// What brings a job nearer, or brings what such an offering asks for.
    private void keepUseful() {
        int[] wanted = new int[problem.skills()];
        Arrays.fill(wanted, FAR);
        for (Job job : problem.jobs()) {
            for (int place = 0; place < job.skill().length; place++) {
                int rank = 0;
                while (rank < job.worth()[place].length && job.worth()[place][rank] == 0) {
                    rank++;
                }
                wanted[job.skill()[place]] = Math.min(wanted[job.skill()[place]], rank);
            }
        }
        boolean[] useful = new boolean[problem.size()];
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int offering = 0; offering < useful.length; offering++) {
                if (!useful[offering] && givesAny(problem.gives()[offering], wanted)) {
                    useful[offering] = true;
                    changed = true;
                    Ranks asks = problem.asks()[offering];
                    for (int at = 0; at < asks.size(); at++) {
                        // Any lower rank is of no help by itself.
                        wanted[asks.skill()[at]] = Math.min(wanted[asks.skill()[at]], asks.rank()[at]);
                    }
                }
            }
        }
        keep(IntStream.range(0, useful.length)
                .filter(offering -> useful[offering])
                .toArray());
    }

    private static boolean givesAny(Ranks gives, int[] wanted) {
        for (int at = 0; at < gives.size(); at++) {
            if (gives.rank()[at] >= wanted[gives.skill()[at]]) {
                return true;
            }
        }
        return false;
    }

    private void keepBest() {
        Uses[] givers = problem.givers();
        boolean[] gone = new boolean[problem.size()];
        for (int offering = 0; offering < gone.length; offering++) {
            gone[offering] = isOutdone(offering, givers[rarest(offering, givers)], gone);
        }
        keep(IntStream.range(0, gone.length).filter(offering -> !gone[offering]).toArray());
    }

    private int rarest(int offering, Uses[] givers) {
        return IntStream.of(problem.gives()[offering].skill())
                .boxed()
                .min(java.util.Comparator.comparingInt(skill -> givers[skill].place().length))
                .orElseThrow();
    }

    private boolean isOutdone(int offering, Uses rivals, boolean[] gone) {
        for (int rival : rivals.place()) {
            if (rival != offering && !gone[rival] && isNoWorse(rival, offering)) {
                return true;
            }
        }
        return false;
    }

    private boolean isNoWorse(int rival, int offering) {
        return problem.cost()[rival] <= problem.cost()[offering]
                && problem.gives()[rival].size() >= problem.gives()[offering].size()
                && problem.gives()[rival].covers(problem.gives()[offering])
                && problem.asks()[offering].covers(problem.asks()[rival])
                && !isSame(rival, offering);
    }

    /// Of two that are the same in everything the first stays.
    private boolean isSame(int rival, int offering) {
        return rival > offering
                && problem.cost()[rival] == problem.cost()[offering]
                && problem.gives()[offering].covers(problem.gives()[rival])
                && problem.asks()[rival].covers(problem.asks()[offering]);
    }

    private void keep(int[] offerings) {
        if (offerings.length < problem.size()) {
            problem = problem.keep(offerings, problem.jobs(), new int[problem.skills()]);
        }
    }
}
