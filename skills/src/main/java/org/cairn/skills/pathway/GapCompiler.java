package org.cairn.skills.pathway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cairn.skills.taxonomy.ConceptUri;

/// Turns an instance into a [GapProblem] with everything that its limits let through.
final class GapCompiler {
    private static final long FINEST = 1_000_000;

    final Instance instance;
    final Known known;
    private final int weeks;
    private final Map<OfferingId, Learner.Past.Running> running = new HashMap<>();

    GapCompiler(Instance instance) {
        this.instance = instance;
        known = Known.of(instance);
        weeks = instance.limits().weeks().orElse(InstanceJson.USUAL_WEEKS);
        for (Learner.Past past : instance.learner().past()) {
            if (past instanceof Learner.Past.Running runs) {
                running.put(runs.offering(), runs);
            }
        }
    }

    GapProblem compile(Objective.CloseGap gap) {
        List<GapProblem.Goal> goals = goals(gap);
        Map<ConceptUri, Integer> asked = asked(goals);
        List<GapProblem.Item> items = instance.offerings().stream()
                .flatMap(offering -> item(offering, asked).stream())
                .sorted(Comparator.comparing(GapProblem.Item::id))
                .toList();
        Limits limits = instance.limits();
        return new GapProblem(goals, items, weeks, limits.minutes(), limits.budget(), limits.steps());
    }

    private List<GapProblem.Goal> goals(Objective.CloseGap gap) {
        long scale = 1;
        long common = 0;
        for (Objective.Wanted wanted : gap.goal()) {
            scale = Math.min(
                    FINEST,
                    scale
                            / GapProblem.divisor(scale, wanted.skill().thousandths())
                            * wanted.skill().thousandths());
            common = GapProblem.divisor(common, weight(wanted));
        }
        List<GapProblem.Goal> goals = new ArrayList<>();
        for (Objective.Wanted wanted : gap.goal()) {
            ConceptUri skill = wanted.skill().uri();
            if (!known.meets(wanted.skill())) {
                goals.add(new GapProblem.Goal(
                        skill, known.level(skill), wanted.skill().thousandths(), weight(wanted) / common * scale));
            }
        }
        return goals;
    }

    private static long weight(Objective.Wanted wanted) {
        return Math.round(wanted.importance() * 1_000);
    }

    /// The highest level of each skill that anything asks for.
    private Map<ConceptUri, Integer> asked(List<GapProblem.Goal> goals) {
        Map<ConceptUri, Integer> asked = new HashMap<>();
        goals.forEach(goal -> asked.merge(goal.skill(), goal.wanted(), Math::max));
        instance.offerings().forEach(offering -> Known.raise(asked, offering.requires()));
        return asked;
    }

    private Optional<GapProblem.Item> item(Offering offering, Map<ConceptUri, Integer> asked) {
        Learner.Past.Running runs = running.get(offering.id());
        if (runs == null && !reasons(offering).isEmpty()) {
            return Optional.empty();
        }
        Map<ConceptUri, Integer> asks = new TreeMap<>();
        Set<OfferingId> after = new HashSet<>();
        if (runs == null) {
            offering.requires().stream()
                    .filter(skill -> !known.meets(skill))
                    .forEach(skill -> asks.merge(skill.uri(), skill.thousandths(), Math::max));
            after.addAll(offering.after());
            after.removeAll(known.finished());
        }
        int length = runs == null ? offering.workload().weeks() : Math.min(runs.until(), weeks);
        return Optional.of(new GapProblem.Item(
                offering,
                runs == null ? offering.price().after(instance.limits().waivers()) : 0,
                Math.max(1, length),
                offering.workload().minutes(),
                runs == null ? starts(offering) : new int[] {1},
                runs == null || runs.until() <= weeks ? gives(offering, asked) : Map.of(),
                asks,
                after,
                runs == null ? instance.wishes().openFor(offering.traits()) : 0,
                instance.limits().pins().contains(offering.id()),
                runs != null));
    }

    private Map<ConceptUri, Integer> gives(Offering offering, Map<ConceptUri, Integer> asked) {
        Map<ConceptUri, Integer> gives = new TreeMap<>();
        for (SkillLevel skill : offering.provides()) {
            int useful = Math.min(skill.thousandths(), asked.getOrDefault(skill.uri(), 0));
            if (useful > known.level(skill.uri())) {
                gives.merge(skill.uri(), useful, Math::max);
            }
        }
        return gives;
    }

    private int[] starts(Offering offering) {
        int last = weeks - offering.workload().weeks() + 1;
        return offering.workload().starts().isEmpty()
                ? IntStream.rangeClosed(1, last).toArray()
                : offering.workload().starts().stream()
                        .mapToInt(Integer::intValue)
                        .filter(start -> start >= 1 && start <= last)
                        .toArray();
    }

    /// Why an offering cannot be taken whatever else is: by what it is like, by its load, by its length.
    List<Reason> reasons(Offering offering) {
        List<Reason> reasons = new ArrayList<>(Bars.of(offering, instance));
        if (instance.limits().minutes().isPresent()
                && offering.workload().minutes() > instance.limits().minutes().getAsInt()) {
            reasons.add(Reason.HOURS);
        }
        if (starts(offering).length == 0) {
            reasons.add(Reason.DEADLINE);
        }
        return reasons;
    }
}
