package org.cairn.credential.selective;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cairn.credential.json.Json;
import org.cairn.credential.selective.DisclosureException.Code;
import org.cairn.credential.selective.Pointers.Place;

/// Takes the parts of a document that JSON pointers lead to (VC Data Integrity ECDSA, selectJsonLd). What lies on the
/// way keeps its id, its types and its context, and lists close up where items are left out.
final class Selection {

    private static final Set<String> KEPT = Set.of("@context", "id", "@id", "type", "@type");
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

    private Selection() {}

    /// Empty when there are no pointers.
    static Optional<JsonObject> of(JsonObject document, List<String> pointers) {
        Place root = Pointers.tree(pointers);
        return pointers.isEmpty() ? Optional.empty() : Optional.of(object(document, root));
    }

    private static JsonValue value(JsonValue value, Place place) {
        return switch (value) {
            case JsonObject object -> object(object, place);
            case JsonArray array -> array(array, place);
            case JsonValue literal when place.inside().isEmpty() -> literal;
            default -> throw unknown(place);
        };
    }

    private static JsonObject object(JsonObject object, Place place) {
        Map<String, JsonValue> inside = inside(object, place);
        if (place.isWhole()) {
            return object;
        }
        JsonObjectBuilder selected = Json.PROVIDER.createObjectBuilder();
        object.forEach((name, member) -> {
            if (inside.containsKey(name)) {
                selected.add(name, inside.get(name));
            } else if (KEPT.contains(name) && !isBlankId(name, member)) {
                selected.add(name, member);
            }
        });
        return selected.build();
    }

    private static JsonArray array(JsonArray array, Place place) {
        Map<String, JsonValue> inside = inside(array, place);
        if (place.isWhole()) {
            return array;
        }
        TreeMap<Integer, JsonValue> ordered = new TreeMap<>();
        inside.forEach((step, item) -> ordered.put(Integer.valueOf(step), item));
        JsonArrayBuilder dense = Json.PROVIDER.createArrayBuilder();
        ordered.values().forEach(dense::add);
        return dense.build();
    }

    /// What the pointers take from further inside. Those that lead into what is taken whole must lead somewhere too.
    private static Map<String, JsonValue> inside(JsonValue value, Place place) {
        Map<String, JsonValue> result = new HashMap<>();
        place.inside().forEach((step, inner) -> result.put(step, value(member(value, step, inner), inner)));
        return result;
    }

    private static JsonValue member(JsonValue value, String step, Place place) {
        return switch (value) {
            case JsonObject object when object.containsKey(step) -> object.get(step);
            case JsonArray array when index(step, place) < array.size() -> array.get(index(step, place));
            default -> throw unknown(place);
        };
    }

    private static int index(String step, Place place) {
        if (!INDEX.matcher(step).matches()) {
            throw unknown(place);
        }
        return Integer.parseInt(step);
    }

    private static boolean isBlankId(String name, JsonValue member) {
        return name.endsWith("id")
                && member instanceof JsonString text
                && text.getString().startsWith("_:");
    }

    private static DisclosureException unknown(Place place) {
        return new DisclosureException(Code.POINTER_UNKNOWN, place.pointer());
    }
}
