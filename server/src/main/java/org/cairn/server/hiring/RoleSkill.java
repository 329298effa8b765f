package org.cairn.server.hiring;

import org.cairn.skills.gap.Level;

/// One skill a role asks for.
///
/// @param uri of a taxonomy; empty for one in the employer's own words
/// @param label what the employer read when it was chosen, or wrote
public record RoleSkill(String uri, String label, Weight weight, Level level) {

    /// How much it matters; there are no numbers to add up.
    public enum Weight {
        REQUIRED,
        WELCOME
    }

    /// Names the skill in forms and messages: its identifier, or its words.
    String key() {
        return uri.isEmpty() ? label : uri;
    }
}
