package org.cairn.skills.match;

import org.cairn.skills.taxonomy.ConceptUri;

/// A skill that a sentence speaks of.
///
/// @param label in the language asked for
/// @param score the probability, from 0 to 1, that a person would say so too
/// @param evidence the words of the sentence that speak for it most
public record SkillMatch(ConceptUri skill, String label, double score, Span evidence) {}
