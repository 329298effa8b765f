package org.cairn.credential.datamodel;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cairn.credential.datamodel.Problem.Code;
import org.cairn.credential.json.Json;

/// What is asked of every object with an identity: sections 4.4 (identifiers) and 4.5 (types).
final class Nodes {

    private Nodes() {}

    /// An object and where it stands.
    record Placed(JsonObject object, String pointer) {}

    /// An `id` may be missing, but where it is, it is one URL.
    static void optionalId(JsonObject object, String pointer, Problems problems) {
        if (object.containsKey("id")) {
            problems.demand(Urls.isUrl(object.get("id")), Code.ID_NOT_URL, Problems.at(pointer, "id"));
        }
    }

    static void requiredId(JsonObject object, String pointer, Problems problems) {
        problems.demand(object.containsKey("id"), Code.ID_MISSING, pointer);
        optionalId(object, pointer, problems);
    }

    /// The object has a type, and each type is a term or an absolute URL.
    static void typed(JsonObject object, String pointer, Problems problems) {
        typed(object, pointer, problems, term -> true);
    }

    /// The same, where `denotes` knows what the document itself says of a term.
    static void typed(JsonObject object, String pointer, Problems problems, Predicate<String> denotes) {
        List<JsonValue> types = Json.list(object, "type");
        if (types.isEmpty()) {
            problems.add(Code.TYPE_MISSING, pointer);
        }
        boolean single = !(object.get("type") instanceof JsonArray);
        for (int i = 0; i < types.size(); i++) {
            boolean met = types.get(i) instanceof JsonString type && isType(type.getString(), denotes);
            String place = Problems.at(pointer, "type");
            problems.demand(met, Code.TYPE_VALUE, single ? place : Problems.at(place, i));
        }
    }

    private static boolean isType(String type, Predicate<String> denotes) {
        boolean written = type.contains(":") ? Urls.isUrl(type) : !type.isBlank() && !type.contains(" ");
        return written && denotes.test(type);
    }

    static boolean hasType(JsonObject object, String type) {
        return Json.strings(object, "type").contains(type);
    }

    /// The objects under a member that may hold one or several; everything else there is a problem.
    static List<Placed> objects(JsonObject owner, String member, String pointer, Problems problems) {
        JsonValue value = owner.get(member);
        String place = Problems.at(pointer, member);
        return value == null ? List.of() : objects(value, place, Code.OBJECT_EXPECTED, problems);
    }

    static List<Placed> objects(JsonValue value, String place, Code otherwise, Problems problems) {
        if (value instanceof JsonObject object) {
            return List.of(new Placed(object, place));
        }
        if (!(value instanceof JsonArray several) || several.isEmpty()) {
            problems.add(otherwise, place);
            return List.of();
        }
        List<Placed> result = new ArrayList<>();
        for (int i = 0; i < several.size(); i++) {
            if (several.get(i) instanceof JsonObject object) {
                result.add(new Placed(object, Problems.at(place, i)));
            } else {
                problems.add(otherwise, Problems.at(place, i));
            }
        }
        return result;
    }

    /// What inline contexts say of a term: only an absolute URL will do for a type. Prefixes are left to JSON-LD.
    static Predicate<String> inlineTypes(JsonObject document) {
        List<JsonObject> inline = Json.objects(document, "@context");
        return term -> inline.stream()
                .flatMap(context -> context.entrySet().stream())
                .filter(entry -> entry.getKey().equals(term))
                .map(Map.Entry::getValue)
                .allMatch(Nodes::denotesUrl);
    }

    private static boolean denotesUrl(JsonValue definition) {
        return switch (definition) {
            case JsonString iri ->
                Urls.isUrl(iri.getString()) || !iri.getString().contains(":");
            case JsonObject object ->
                Json.string(object, "@id")
                        .map(id -> Urls.isUrl(id) || !id.contains(":"))
                        .orElse(true);
            default -> false;
        };
    }
}
