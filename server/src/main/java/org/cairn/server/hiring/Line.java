package org.cairn.server.hiring;

import java.util.List;

/// One skill that was asked for, and what was shown for it.
///
/// @param shownBy what speaks for it; empty when nothing does
public record Line(RoleSkill wanted, Result result, List<By> shownBy) {
    public Line {
        shownBy = List.copyOf(shownBy);
    }

    /// There is no more and no less: nobody is given points.
    public enum Result {
        /// A credential that verifies names the skill.
        SHOWN,
        /// Only credentials that do not verify, or not any more, name it.
        UNPROVEN,
        /// Credentials that verify name a broader or a narrower skill.
        RELATED,
        NOT_SHOWN
    }

    /// @param credential its place in the list of what was shown, from 0
    /// @param skill by what it speaks for this one, in the credential's words
    public record By(int credential, Likeness likeness, LevelSaid level, String skill) {}

    /// How what the credential names stands to what was asked for.
    public enum Likeness {
        SAME,
        /// The words are the same, but one of both names no taxonomy.
        SAME_WORDS,
        BROADER,
        NARROWER
    }

    /// How the level that the credential states stands to the one that was asked for.
    public enum LevelSaid {
        REACHED,
        BELOW,
        NOT_SAID
    }
}
