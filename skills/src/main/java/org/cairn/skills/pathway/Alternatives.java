package org.cairn.skills.pathway;

/// Four ways to look at the same gap, each the best of its kind. The last three close at least `least` of
/// the whole gap.
///
/// @param covered closes the most
/// @param cheapest costs the least
/// @param fastest is finished first
/// @param degree brings a registered stack forward the most
public record Alternatives(double least, Outcome covered, Outcome cheapest, Outcome fastest, Outcome degree) {}
