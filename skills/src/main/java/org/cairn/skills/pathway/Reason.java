package org.cairn.skills.pathway;

/// What stands between a learner and an offering, or a skill.
public enum Reason {
    /// There is no offering of it in the catalogue.
    NO_OFFERING,
    EXCLUDED,
    LANGUAGE,
    MODE,
    ACCESSIBILITY,
    PLACE,
    /// It alone costs more than the budget, or than what is left of it.
    BUDGET,
    /// It alone takes more hours in a week than there are, or than are left.
    HOURS,
    /// It cannot be finished in the weeks there are.
    DEADLINE,
    /// What it asks for cannot be reached.
    PREREQUISITE,
    /// No further step may be taken.
    STEPS,
    /// It could be taken, but only instead of something that closes more.
    OUTWEIGHED
}
