package org.cairn.skills.gap;

import java.util.OptionalDouble;

/// How well somebody commands a skill, or how well it is needed, in four steps: knows the basics with help, works on
/// her own, handles what is unusual, leads others in it. Taxonomies and specs rate differently; here is where their
/// scales meet.
public enum Level {
    BASIC(1),
    WORKING(2),
    ADVANCED(3),
    EXPERT(4);

    private final int steps;

    Level(int steps) {
        this.steps = steps;
    }

    /// What is assumed where nobody says: to work on one's own.
    public static final Level ASSUMED = WORKING;

    /// From 1 to 4.
    public int steps() {
        return steps;
    }

    /// @param steps from 1 to 4; what lies outside is brought to the nearer end
    public static Level ofSteps(int steps) {
        return values()[Math.clamp(steps, 1, values().length) - 1];
    }

    /// A level of the European Qualifications Framework, 1 to 8, two to a step.
    public static Level ofEqf(int eqf) {
        return ofSteps((eqf + 1) / 2);
    }

    /// A rating from 0 to 1, as O\*NET's levels are kept; where there is none, [#ASSUMED].
    public static Level ofRating(OptionalDouble rating) {
        return rating.isPresent() ? ofSteps((int) Math.ceil(rating.getAsDouble() * values().length)) : ASSUMED;
    }
}
