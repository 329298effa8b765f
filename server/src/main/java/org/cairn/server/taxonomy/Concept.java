package org.cairn.server.taxonomy;

import org.cairn.skills.taxonomy.ConceptUri;

/// A skill or an occupation as a search found it.
///
/// @param label in the language asked for, else in English, else in any
/// @param name by which it was found: the label, or an alternative label
/// @param description may be empty
public record Concept(ConceptUri uri, Kind kind, String label, String name, String description) {
    /// What is searched for.
    public enum Kind {
        SKILL,
        OCCUPATION
    }
}
