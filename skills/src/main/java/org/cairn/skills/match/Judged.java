package org.cairn.skills.match;

import java.util.Set;
import org.cairn.skills.taxonomy.ConceptUri;

/// A sentence with the skills that people found in it.
public record Judged(String sentence, Set<ConceptUri> skills) {
    public Judged {
        skills = Set.copyOf(skills);
        if (skills.isEmpty()) {
            throw new IllegalArgumentException("a judged sentence has at least one skill: " + sentence);
        }
    }
}
