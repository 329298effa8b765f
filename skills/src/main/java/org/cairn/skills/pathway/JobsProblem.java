package org.cairn.skills.pathway;

import java.util.BitSet;
import java.util.stream.IntStream;

/// Jobs and offerings in whole numbers. Levels of a skill are ranks: 0 is what the learner has, the others
/// are the levels that offerings bring. Only jobs that she does not qualify for yet are here.
///
/// @param number the offerings' places in what this was made from
/// @param cost of each offering, in cents
/// @param gives of each offering, the skills it raises and to which ranks
/// @param asks of each offering, the skills that are missing for it and the ranks needed
/// @param jobs what is left to qualify for
record JobsProblem(int skills, int[] number, long[] cost, Ranks[] gives, Ranks[] asks, Job[] jobs) {

    /// Skills with a rank for each, by skill.
    record Ranks(int[] skill, int[] rank) {
        static final Ranks NONE = new Ranks(new int[0], new int[0]);

        int size() {
            return skill.length;
        }

        int of(int wanted) {
            for (int place = 0; place < skill.length; place++) {
                if (skill[place] == wanted) {
                    return rank[place];
                }
            }
            return 0;
        }

        void raise(int[] now) {
            for (int place = 0; place < skill.length; place++) {
                now[skill[place]] = Math.max(now[skill[place]], rank[place]);
            }
        }

        boolean isMetBy(int[] now) {
            return IntStream.range(0, skill.length).allMatch(place -> now[skill[place]] >= rank[place]);
        }

        /// Whether something that is still missing of the others is reached here.
        boolean helps(Ranks others, int[] now) {
            return IntStream.range(0, others.size())
                    .anyMatch(place -> now[others.skill[place]] < others.rank[place]
                            && of(others.skill[place]) >= others.rank[place]);
        }

        /// Whether each of the others is reached here.
        boolean covers(Ranks others) {
            for (int place = 0; place < others.size(); place++) {
                if (of(others.skill[place]) < others.rank[place]) {
                    return false;
                }
            }
            return true;
        }
    }

    /// @param number its place in what this was made from
    /// @param skill of each requirement
    /// @param worth of each requirement by rank; 0 at rank 0
    /// @param missing how much worth is missing
    record Job(int number, int[] skill, int[][] worth, int missing) {}

    int size() {
        return number.length;
    }

    /// Who gives a skill, by skill.
    Uses[] givers() {
        return Uses.of(skills, gives);
    }

    /// Which jobs ask for a skill, by skill; the rank is the place of the requirement.
    Uses[] askers() {
        Ranks[] requirements = new Ranks[jobs.length];
        for (int job = 0; job < jobs.length; job++) {
            int[] skill = jobs[job].skill;
            requirements[job] =
                    new Ranks(skill, IntStream.range(0, skill.length).toArray());
        }
        return Uses.of(skills, requirements);
    }

    /// Of a skill: the places that name it and the rank that each names.
    record Uses(int[] place, int[] rank) {
        static Uses[] of(int skills, Ranks[] from) {
            int[] count = new int[skills];
            for (Ranks ranks : from) {
                for (int skill : ranks.skill) {
                    count[skill]++;
                }
            }
            Uses[] uses = new Uses[skills];
            for (int skill = 0; skill < skills; skill++) {
                uses[skill] = new Uses(new int[count[skill]], new int[count[skill]]);
            }
            for (int place = from.length - 1; place >= 0; place--) {
                for (int at = 0; at < from[place].size(); at++) {
                    int skill = from[place].skill[at];
                    int free = --count[skill];
                    uses[skill].place[free] = place;
                    uses[skill].rank[free] = from[place].rank[at];
                }
            }
            return uses;
        }
    }

    /// The same problem after an offering was taken, without it and without those that are `gone`.
    JobsProblem after(int taken, BitSet gone) {
        int[] now = new int[skills];
        for (int at = 0; at < gives[taken].size(); at++) {
            now[gives[taken].skill[at]] = gives[taken].rank[at];
        }
        int[] left = IntStream.range(0, size())
                .filter(offering -> offering != taken && !gone.get(offering))
                .toArray();
        Job[] open = IntStream.range(0, jobs.length)
                .mapToObj(job -> after(jobs[job], now))
                .filter(job -> job.missing > 0)
                .toArray(Job[]::new);
        return keep(left, open, now);
    }

    /// The same with these offerings and jobs only, for a learner who has the ranks in `now`.
    JobsProblem keep(int[] offerings, Job[] open, int[] now) {
        return new JobsProblem(
                skills,
                IntStream.of(offerings).map(offering -> number[offering]).toArray(),
                IntStream.of(offerings).mapToLong(offering -> cost[offering]).toArray(),
                IntStream.of(offerings)
                        .mapToObj(offering -> above(gives[offering], now))
                        .toArray(Ranks[]::new),
                IntStream.of(offerings)
                        .mapToObj(offering -> above(asks[offering], now))
                        .toArray(Ranks[]::new),
                open);
    }

    private static Ranks above(Ranks ranks, int[] now) {
        int[] places = IntStream.range(0, ranks.size())
                .filter(at -> ranks.rank[at] > now[ranks.skill[at]])
                .toArray();
        if (places.length == ranks.size()) {
            return ranks;
        }
        return new Ranks(
                IntStream.of(places).map(at -> ranks.skill[at]).toArray(),
                IntStream.of(places).map(at -> ranks.rank[at]).toArray());
    }

    private static Job after(Job job, int[] now) {
        int missing = job.missing;
        int[][] worth = job.worth.clone();
        for (int place = 0; place < job.skill.length; place++) {
            int has = job.worth[place][now[job.skill[place]]];
            if (has > 0) {
                worth[place] = IntStream.of(job.worth[place])
                        .map(value -> Math.max(0, value - has))
                        .toArray();
                missing -= has;
            }
        }
        return new Job(job.number, job.skill, worth, missing);
    }
}
