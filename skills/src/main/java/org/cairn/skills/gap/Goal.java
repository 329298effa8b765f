package org.cairn.skills.gap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Entry;
import org.cairn.skills.taxonomy.Taxonomy;

/// What somebody wants to be able to do: each skill once, with how much it matters and how well it is needed.
public record Goal(List<Need> needs) {
    /// What an optional skill of an occupation weighs, where an essential one weighs 1. ESCO does not rate them.
    static final double OPTIONAL = 0.3;

    private static final Comparator<Need> WEIGHTIEST_FIRST =
            Comparator.comparingDouble(Need::importance).reversed().thenComparing(Need::skill);

    public Goal {
        needs = needs.stream().sorted(WEIGHTIEST_FIRST).toList();
        if (needs.stream().map(Need::skill).distinct().count() != needs.size()) {
            throw new IllegalArgumentException("a goal names each skill once");
        }
    }

    /// @param importance above 0 and at most 1
    /// @param because who or what asks for it: occupations, the words of a posting, the person herself
    public record Need(ConceptUri skill, double importance, Level level, List<Because> because) {
        public Need {
            if (!(importance > 0 && importance <= 1)) {
                throw new IllegalArgumentException("importance is above 0 and at most 1: " + importance);
            }
            because = List.copyOf(because);
        }
    }

    /// Why a skill is part of a goal.
    public sealed interface Because {
        record Essential(ConceptUri occupation) implements Because {}

        record Optional(ConceptUri occupation) implements Because {}

        /// @param words of the text in which it was found
        record Found(String words) implements Because {}

        record Chosen() implements Because {}
    }

    /// What these occupations ask for. Where several ask for the same, the higher importance and level count.
    public static Goal ofOccupations(Taxonomy taxonomy, Collection<ConceptUri> occupations) {
        return new Goal(occupations.stream()
                .distinct()
                .flatMap(occupation -> taxonomy.asks(occupation).stream())
                .map(Goal::need)
                .collect(joined()));
    }

    /// This and more: for each skill the higher importance and level, and all reasons.
    public Goal and(List<Need> more) {
        return new Goal(Stream.concat(needs.stream(), more.stream()).collect(joined()));
    }

    private static Need need(Entry.OccupationSkill asked) {
        double rated = asked.importance().orElse(asked.essential() ? 1 : OPTIONAL);
        return new Need(
                asked.skill(),
                Math.clamp(rated, 0.01, 1),
                Level.ofRating(asked.level()),
                List.of(
                        asked.essential()
                                ? new Because.Essential(asked.occupation())
                                : new Because.Optional(asked.occupation())));
    }

    private static java.util.stream.Collector<Need, ?, List<Need>> joined() {
        return java.util.stream.Collector.of(
                () -> (Map<ConceptUri, Need>) new LinkedHashMap<ConceptUri, Need>(),
                (all, need) -> all.merge(need.skill(), need, Goal::both),
                (one, other) -> {
                    other.values().forEach(need -> one.merge(need.skill(), need, Goal::both));
                    return one;
                },
                all -> List.copyOf(all.values()));
    }

    private static Need both(Need one, Need other) {
        var because = new LinkedHashSet<>(one.because());
        because.addAll(other.because());
        return new Need(
                one.skill(),
                Math.max(one.importance(), other.importance()),
                one.level().compareTo(other.level()) >= 0 ? one.level() : other.level(),
                new ArrayList<>(because));
    }
}
