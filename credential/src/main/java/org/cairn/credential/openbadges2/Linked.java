package org.cairn.credential.openbadges2;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.cairn.credential.json.Json;
import org.jspecify.annotations.Nullable;

/// A document that is either embedded or named by its address.
///
/// @param id its address or identifier
/// @param embedded its content, where it is here already
public record Linked(String id, Optional<JsonObject> embedded) {

    /// Empty when the value is no link at all.
    public static Optional<Linked> of(@Nullable JsonValue value) {
        return switch (value) {
            case JsonString address -> Optional.of(new Linked(address.getString(), Optional.empty()));
            case JsonObject object -> Json.string(object, "id").map(id -> new Linked(id, Optional.of(object)));
            case null, default -> Optional.empty();
        };
    }
}
