package org.cairn.credential.badge;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/// Facts Open Badges has no member for (workload, participation, quality assurance …), added to the achievement under
/// terms that the inline context defines. Every term used must be defined there, or it would not be signed.
///
/// @param context what becomes the third entry of `@context`
/// @param terms the members added to the achievement
public record Extension(JsonObject context, Map<String, JsonValue> terms) {

    public Extension {
        Bounds.few(terms.keySet(), "extension terms");
        terms.keySet().forEach(Extension::checkName);
        for (String term : terms.keySet()) {
            Bounds.require(context.containsKey(term), "the extension context does not define " + term);
        }
        terms = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(terms));
    }

    /// No extension.
    public static Extension none() {
        return new Extension(JsonValue.EMPTY_JSON_OBJECT, Map.of());
    }

    boolean isEmpty() {
        return context.isEmpty();
    }

    private static void checkName(String term) {
        Bounds.require(term.matches("[A-Za-z][A-Za-z0-9_]{0,99}"), "not an extension term: " + term);
    }
}
