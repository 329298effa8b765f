package org.cairn.skills.gap;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cairn.skills.taxonomy.ConceptUri;

/// What somebody can do, with everything that speaks for it. Immutable.
public final class SkillProfile {
    private static final Comparator<Evidence> BEST_FIRST = Comparator.comparing(Evidence::level)
            .reversed()
            .thenComparing(Evidence::strength)
            .thenComparing(Evidence::on, Comparator.reverseOrder())
            .thenComparing(Evidence::source);

    private final Map<ConceptUri, List<Evidence>> bySkill;

    private SkillProfile(Map<ConceptUri, List<Evidence>> bySkill) {
        this.bySkill = bySkill;
    }

    public static SkillProfile of(List<Evidence> evidence) {
        Map<ConceptUri, List<Evidence>> bySkill = new HashMap<>();
        evidence.stream()
                .collect(Collectors.groupingBy(Evidence::skill))
                .forEach((skill, of) ->
                        bySkill.put(skill, of.stream().sorted(BEST_FIRST).toList()));
        return new SkillProfile(Map.copyOf(bySkill));
    }

    public Set<ConceptUri> skills() {
        return bySkill.keySet();
    }

    /// What speaks for a skill: the highest level first, among equals the strongest, then the latest.
    public List<Evidence> evidence(ConceptUri skill) {
        return bySkill.getOrDefault(skill, List.of());
    }

    /// The evidence for the highest level.
    public Optional<Evidence> best(ConceptUri skill) {
        return evidence(skill).stream().findFirst();
    }

    /// The same with only some of the evidence, such as what is verified.
    public SkillProfile only(Predicate<Evidence> counts) {
        return of(bySkill.values().stream().flatMap(List::stream).filter(counts).toList());
    }
}
