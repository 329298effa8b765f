package org.cairn.credential.selective;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cairn.credential.json.Json;
import org.cairn.credential.selective.DisclosureException.Code;

/// A document in which every thing without an id got one (`urn:bnid:…`), so that it is known again in selections.
/// The standard does this by expanding and compacting again; here the document keeps its shape, and so every JSON
/// pointer into it keeps its meaning.
final class NamedDocument {

    /// What a made-up id begins with.
    static final String SCHEME = "urn:bnid:";

    private static final Set<String> NOT_NODES = Set.of("@value", "@list", "@set");

    private final Predicate<String> isWanted;
    private int count;

    private NamedDocument(Predicate<String> isWanted) {
        this.isWanted = isWanted;
    }

    /// @param expansion how a document is expanded
    static JsonObject of(JsonObject document, Function<JsonObject, JsonArray> expansion) {
        if (Json.text(document).contains(SCHEME)) {
            throw new DisclosureException(Code.NOT_SEPARABLE, SCHEME);
        }
        // Not every JSON object is a thing: language maps and JSON literals look alike. Those that came out of the
        // expansion as ids were put to things, the others are left away again.
        Set<String> found = new HashSet<>();
        collectIds(expansion.apply(new NamedDocument(id -> true).object(document)), found);
        return new NamedDocument(found::contains).object(document);
    }

    private static void collectIds(JsonValue expanded, Set<String> ids) {
        switch (expanded) {
            case JsonArray array -> array.forEach(item -> collectIds(item, ids));
            case JsonObject object -> {
                Json.string(object, "@id").ifPresent(ids::add);
                object.forEach((name, value) -> {
                    if (!name.equals("@value")) {
                        collectIds(value, ids);
                    }
                });
            }
            default -> {}
        }
    }

    private JsonValue value(JsonValue value) {
        return switch (value) {
            case JsonObject object -> object(object);
            case JsonArray array -> {
                JsonArrayBuilder items = Json.PROVIDER.createArrayBuilder();
                array.forEach(item -> items.add(value(item)));
                yield items.build();
            }
            default -> value;
        };
    }

    private JsonObject object(JsonObject object) {
        JsonObjectBuilder result = Json.PROVIDER.createObjectBuilder();
        object.forEach((name, member) -> result.add(name, name.equals("@context") ? member : value(member)));
        String fresh = SCHEME + "m." + count++;
        if (object.get("id") instanceof JsonString id && id.getString().startsWith("_:")) {
            result.remove("id").add("@id", SCHEME + "u." + id.getString().substring(2));
        } else if (isUnnamed(object) && isWanted.test(fresh)) {
            result.add("@id", fresh);
        }
        return result.build();
    }

    private static boolean isUnnamed(JsonObject object) {
        return !object.containsKey("id")
                && !object.containsKey("@id")
                && object.keySet().stream().noneMatch(NOT_NODES::contains);
    }
}
