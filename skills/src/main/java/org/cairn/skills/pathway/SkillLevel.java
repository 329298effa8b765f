package org.cairn.skills.pathway;

import org.cairn.skills.taxonomy.ConceptUri;

/// A skill up to a level. Levels are on any one scale that an instance keeps to, such as 1 to 5; who has a
/// level has those below it. They are exact to a thousandth.
public record SkillLevel(ConceptUri uri, double level) {
    static final double HIGHEST = 1_000;
    private static final double STEPS = 1_000;

    /// @throws IllegalArgumentException for a level that is not above 0 and at most 1,000
    public SkillLevel {
        if (!(level >= 1 / STEPS && level <= HIGHEST)) {
            throw new IllegalArgumentException("a level is above 0 and at most 1000: " + level);
        }
    }

    public static SkillLevel of(String uri, double level) {
        return new SkillLevel(new ConceptUri(uri), level);
    }

    /// In thousandths, as all reckoning is.
    int thousandths() {
        return (int) Math.round(level * STEPS);
    }
}
