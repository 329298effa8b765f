package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import org.cairn.credential.json.Json;

/// How two achievements of a learner record belong together, read from source to target: a module is part of an award.
public record Association(Type type, URI source, URI target) {

    public Association {
        Bounds.address(source, "association source");
        Bounds.address(target, "association target");
        Bounds.require(!source.equals(target), "an achievement is not associated with itself");
    }

    /// The closed list of CLR 2.0.
    public enum Type {
        EXACT_MATCH_OF("exactMatchOf"),
        IS_CHILD_OF("isChildOf"),
        IS_PARENT_OF("isParentOf"),
        IS_PART_OF("isPartOf"),
        IS_PEER_OF("isPeerOf"),
        IS_RELATED_TO("isRelatedTo"),
        PRECEDES("precedes"),
        REPLACED_BY("replacedBy");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        /// The word of the standard.
        public String word() {
            return word;
        }

        static Optional<Type> of(String word) {
            return Arrays.stream(values())
                    .filter(type -> type.word.equals(word))
                    .findFirst();
        }
    }

    JsonObject toJson() {
        return new Members()
                .add("type", "Association")
                .add("associationType", type.word)
                .add("sourceId", source.toString())
                .add("targetId", target.toString())
                .build();
    }

    /// The association, if the object is one.
    static Optional<Association> read(JsonObject json) {
        Optional<Type> type = Json.string(json, "associationType").flatMap(Type::of);
        Optional<String> source = Json.string(json, "sourceId");
        Optional<String> target = Json.string(json, "targetId");
        if (type.isEmpty() || source.isEmpty() || target.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Association(type.get(), URI.create(source.get()), URI.create(target.get())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
