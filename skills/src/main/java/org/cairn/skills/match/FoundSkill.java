package org.cairn.skills.match;

import java.util.List;
import org.cairn.skills.taxonomy.ConceptUri;

/// A skill that a document mentions.
///
/// @param label in the language asked for
/// @param confidence the probability, from 0 to 1, that a person would say so too, where it is mentioned most
/// clearly
/// @param evidence where, in the order of the text; a few of them when there are many
/// @param means how it was read
public record FoundSkill(ConceptUri skill, String label, double confidence, List<Span> evidence, Means means) {
    public FoundSkill {
        evidence = List.copyOf(evidence);
    }
}
