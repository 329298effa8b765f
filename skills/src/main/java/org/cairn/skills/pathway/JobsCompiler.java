package org.cairn.skills.pathway;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.cairn.skills.taxonomy.ConceptUri;

/// Turns an instance into a [JobsProblem].
final class JobsCompiler {
    private static final int LARGEST = 1 << 29;

    final Known known;
    final List<Offering> offerings;
    final List<Match> matches;
    private final Map<ConceptUri, Integer> skills = new HashMap<>();
    private final List<ConceptUri> names = new ArrayList<>();
    /// The levels behind the ranks of each skill.
    private int[][] levels = new int[0][];

    JobsCompiler(Instance instance, Objective.MostJobs objective) {
        known = Known.of(instance);
        for (Learner.Past past : instance.learner().past()) {
            if (past instanceof Learner.Past.Running) {
                instance.offerings().stream()
                        .filter(offering -> offering.id().equals(past.offering()))
                        .forEach(offering -> Known.raise(known.levels(), offering.provides()));
            }
        }
        offerings = instance.offerings().stream()
                .filter(offering -> Bars.of(offering, instance).isEmpty())
                .sorted(java.util.Comparator.comparing(Offering::id))
                .toList();
        matches = objective.jobs().stream().map(job -> Match.of(job, objective)).toList();
    }

    JobsProblem compile(Limits limits) {
        rank();
        return new JobsProblem(
                names.size(),
                IntStream.range(0, offerings.size()).toArray(),
                offerings.stream()
                        .mapToLong(offering -> offering.price().after(limits.waivers()))
                        .toArray(),
                offerings.stream()
                        .map(offering -> ranks(offering.provides(), false))
                        .toArray(JobsProblem.Ranks[]::new),
                offerings.stream()
                        .map(offering -> ranks(offering.requires(), true))
                        .toArray(JobsProblem.Ranks[]::new),
                IntStream.range(0, matches.size())
                        .filter(job -> !isMet(matches.get(job)))
                        .mapToObj(this::job)
                        .toArray(JobsProblem.Job[]::new));
    }

    boolean isMet(Match match) {
        return match.of(known::level) >= match.goal();
    }

    /// Whether some job or some offering asks for a skill. Only known once compiled.
    boolean isAsked(ConceptUri skill) {
        return skills.containsKey(skill);
    }

    /// Levels above the highest that anything asks for are as good as that.
    private void rank() {
        Map<ConceptUri, Integer> asked = new TreeMap<>();
        matches.forEach(match -> match.requires()
                .forEach(wanted ->
                        asked.merge(wanted.skill().uri(), wanted.skill().thousandths(), Math::max)));
        offerings.forEach(offering ->
                offering.requires().forEach(skill -> asked.merge(skill.uri(), skill.thousandths(), Math::max)));
        asked.keySet().forEach(uri -> {
            skills.put(uri, names.size());
            names.add(uri);
        });
        List<TreeSet<Integer>> given = new ArrayList<>();
        names.forEach(uri -> given.add(new TreeSet<>(List.of(known.level(uri)))));
        for (Offering offering : offerings) {
            for (SkillLevel skill : offering.provides()) {
                Integer number = skills.get(skill.uri());
                if (number != null && skill.thousandths() > known.level(skill.uri())) {
                    int useful = Math.max(
                            Math.min(skill.thousandths(), asked.getOrDefault(skill.uri(), 0)),
                            known.level(skill.uri()));
                    given.get(number).add(useful);
                }
            }
        }
        levels = given.stream()
                .map(set -> set.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /// @param needed whether the rank must reach the level, or is the highest that the level reaches
    private JobsProblem.Ranks ranks(List<SkillLevel> from, boolean needed) {
        TreeMap<Integer, Integer> ranks = new TreeMap<>();
        for (SkillLevel skill : from) {
            Integer number = skills.get(skill.uri());
            if (number != null) {
                int rank =
                        needed ? rankReaching(number, skill.thousandths()) : rankReached(number, skill.thousandths());
                if (rank > 0) {
                    ranks.merge(number, rank, Math::max);
                }
            }
        }
        return new JobsProblem.Ranks(
                ranks.keySet().stream().mapToInt(Integer::intValue).toArray(),
                ranks.values().stream().mapToInt(Integer::intValue).toArray());
    }

    private int rankReaching(int skill, int level) {
        int rank = 0;
        while (rank < levels[skill].length && levels[skill][rank] < level) {
            rank++;
        }
        return rank;
    }

    private int rankReached(int skill, int level) {
        int rank = levels[skill].length - 1;
        while (rank > 0 && levels[skill][rank] > level) {
            rank--;
        }
        return rank;
    }

    private JobsProblem.Job job(int number) {
        Match match = matches.get(number);
        List<Integer> open = new ArrayList<>();
        List<long[]> worths = new ArrayList<>();
        for (int place = 0; place < match.requires().size(); place++) {
            int skill = skills.getOrDefault(match.requires().get(place).skill().uri(), -1);
            int at = place;
            long has = match.worth(place, levels[skill][0]);
            long[] worth = Arrays.stream(levels[skill])
                    .mapToLong(level -> match.worth(at, level) - has)
                    .toArray();
            if (worth[worth.length - 1] > 0) {
                open.add(skill);
                worths.add(worth);
            }
        }
        long missing = match.goal() - match.of(known::level);
        return whole(number, open.stream().mapToInt(Integer::intValue).toArray(), worths, missing);
    }

    /// Small numbers: divided by what they have in common, and nothing above what is missing.
    private static JobsProblem.Job whole(int number, int[] skill, List<long[]> worths, long missing) {
        long common = worths.stream()
                .flatMapToLong(Arrays::stream)
                .reduce(JobsCompiler::divisor)
                .orElse(1);
        long unit = Math.max(1, common);
        long least = Math.ceilDiv(missing, unit);
        long cut = Math.ceilDiv(least, LARGEST);
        int[][] worth = worths.stream()
                .map(row -> Arrays.stream(row)
                        .mapToInt(value -> (int) (Math.min(value / unit, least) / cut))
                        .toArray())
                .toArray(int[][]::new);
        return new JobsProblem.Job(number, skill, worth, (int) Math.ceilDiv(least, cut));
    }

    private static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }
}
