package org.cairn.skills.taxonomy;

import java.util.List;

/// What a concept is called in one language: its preferred label, the other names by which people look for it,
/// and a
/// description, which may be empty.
public record Words(String label, List<String> alternatives, String description) {
    public Words {
        if (label.isBlank()) {
            throw new IllegalArgumentException("a concept needs a label");
        }
        alternatives = List.copyOf(alternatives);
    }
}
