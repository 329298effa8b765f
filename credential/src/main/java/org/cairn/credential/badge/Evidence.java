package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// Work that shows the achievement.
public record Evidence(
        Optional<URI> id,
        Optional<String> name,
        Optional<String> description,
        Optional<String> narrative,
        Optional<String> genre) {

    public Evidence {
        Bounds.address(id, "evidence address");
        Bounds.line(name, "evidence name");
        Bounds.text(description, "evidence description");
        Bounds.text(narrative, "evidence narrative");
        Bounds.line(genre, "evidence genre");
        Bounds.require(id.isPresent() || narrative.isPresent(), "evidence has an address or a narrative");
    }

    JsonObject toJson() {
        return new Members()
                .add("id", id)
                .list("type", List.of("Evidence"))
                .add("name", name)
                .add("description", description)
                .add("narrative", narrative)
                .add("genre", genre)
                .build();
    }
}
