package org.cairn.skills.match;

/// A skill that a sentence may speak of, with what was measured.
///
/// @param skill its number in [Names]
/// @param evidence the words that speak for it most
record Candidate(int skill, double[] features, Span evidence) {}
