package org.cairn.credential.datamodel;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.cairn.credential.datamodel.Problem.Code;
import org.cairn.credential.json.Json;

/// Names and descriptions, sections 4.6 and 11.1: a string, a language value object, or an array of such objects.
final class Texts {

    private static final Set<String> MEMBERS = Set.of("@value", "@language", "@direction");
    private static final Set<String> DIRECTIONS = Set.of("ltr", "rtl");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    private Texts() {}

    /// Checks `name` and `description` where the object has them.
    static void check(JsonObject object, String pointer, Problems problems) {
        for (String member : List.of("name", "description")) {
            JsonValue value = object.get(member);
            if (value != null) {
                text(value, Problems.at(pointer, member), problems);
            }
        }
    }

    private static void text(JsonValue value, String pointer, Problems problems) {
        switch (value) {
            case JsonString text -> {}
            case JsonObject object -> problems.demand(isLanguageValue(object), Code.LANGUAGE_VALUE, pointer);
            case JsonArray several when !several.isEmpty() -> several(several, pointer, problems);
            default -> problems.add(Code.TEXT_FORM, pointer);
        }
    }

    private static void several(JsonArray values, String pointer, Problems problems) {
        for (int i = 0; i < values.size(); i++) {
            boolean met = values.get(i) instanceof JsonObject object && isLanguageValue(object);
            problems.demand(met, Code.LANGUAGE_VALUE, Problems.at(pointer, i));
        }
    }

    private static boolean isLanguageValue(JsonObject object) {
        return MEMBERS.containsAll(object.keySet())
                && object.get("@value") instanceof JsonString
                && isMissingOr(
                        object, "@language", text -> LANGUAGE.matcher(text).matches())
                && isMissingOr(object, "@direction", DIRECTIONS::contains);
    }

    private static boolean isMissingOr(JsonObject object, String member, Predicate<String> demand) {
        return !object.containsKey(member)
                || Json.string(object, member).filter(demand).isPresent();
    }
}
