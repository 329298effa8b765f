package org.cairn.skills.pathway;

import java.util.List;

/// What the plan shall reach.
public sealed interface Objective {

    /// Close as much of the gap to these skills as the limits allow, each weighted by its importance.
    ///
    /// A skill wanted at level 4 of which the learner has level 2 is a gap of half its importance. An
    /// offering that brings her to 3 closes a quarter.
    record CloseGap(List<Wanted> goal) implements Objective {
        public CloseGap {
            goal = List.copyOf(goal);
        }
    }

    /// @param importance a weight above 0, on any one scale
    record Wanted(SkillLevel skill, double importance) {
        static final double HIGHEST = 1_000;

        public Wanted {
            if (!(importance >= 0.001 && importance <= HIGHEST)) {
                throw new IllegalArgumentException("importance is above 0 and at most 1000: " + importance);
            }
        }
    }

    /// Choose at most `k` offerings so that the learner then qualifies for the most jobs. She qualifies
    /// where the weighted share of what a job requires that she meets is at least `threshold`.
    record MostJobs(int k, double threshold, Counting counting, List<Job> jobs) implements Objective {
        static final int MOST = 20;

        public MostJobs {
            if (k < 0 || k > MOST) {
                throw new IllegalArgumentException("k is from 0 to 20: " + k);
            }
            if (!(threshold > 0 && threshold <= 1)) {
                throw new IllegalArgumentException("a threshold is above 0 and at most 1: " + threshold);
            }
            jobs = List.copyOf(jobs);
        }
    }

    /// What a requirement adds to a match: the share of the level that is there, or all or nothing.
    enum Counting {
        LEVELS,
        MET
    }

    /// @param requires each skill once, with its weight
    record Job(String id, List<Wanted> requires) {
        public Job {
            requires = List.copyOf(requires);
        }
    }
}
