package org.cairn.skills.pathway;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.skills.taxonomy.ConceptUri;

/// What a learner has before any step: the levels of her skills in thousandths, and what she has finished.
record Known(Map<ConceptUri, Integer> levels, Set<OfferingId> finished) {

    static Known of(Instance instance) {
        Map<ConceptUri, Integer> levels = new HashMap<>();
        for (Learner.Held held : instance.learner().skills()) {
            if (held.strength() >= instance.limits().strength()) {
                raise(levels, List.of(held.skill()));
            }
        }
        Set<OfferingId> finished = new HashSet<>();
        for (Learner.Past past : instance.learner().past()) {
            if (past instanceof Learner.Past.Finished) {
                finished.add(past.offering());
            }
        }
        instance.offerings().stream()
                .filter(offering -> finished.contains(offering.id()))
                .forEach(offering -> raise(levels, offering.provides()));
        return new Known(levels, finished);
    }

    static void raise(Map<ConceptUri, Integer> levels, List<SkillLevel> by) {
        by.forEach(skill -> levels.merge(skill.uri(), skill.thousandths(), Math::max));
    }

    int level(ConceptUri skill) {
        return levels.getOrDefault(skill, 0);
    }

    boolean meets(SkillLevel skill) {
        return level(skill.uri()) >= skill.thousandths();
    }
}
