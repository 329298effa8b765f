package org.cairn.credential.proof;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.cairn.credential.json.Json;

/// The small changes that proofs make to documents.
final class Documents {

    static final String CONTEXT = "@context";
    static final String PROOF = "proof";
    static final String PROOF_VALUE = "proofValue";

    private Documents() {}

    static JsonObject with(JsonObject object, String name, JsonValue value) {
        return Json.PROVIDER.createObjectBuilder(object).add(name, value).build();
    }

    static JsonObject without(JsonObject object, String name) {
        return Json.PROVIDER.createObjectBuilder(object).remove(name).build();
    }

    /// The value alone, or after those already there.
    static JsonValue appended(List<JsonValue> present, JsonValue value) {
        if (present.isEmpty()) {
            return value;
        }
        JsonArrayBuilder all = Json.PROVIDER.createArrayBuilder();
        present.forEach(all::add);
        return all.add(value).build();
    }

    /// Whether the contexts of the document begin with those of the proof.
    static boolean contextBegins(JsonObject document, JsonObject options) {
        List<JsonValue> own = Json.list(options, CONTEXT);
        List<JsonValue> outer = Json.list(document, CONTEXT);
        return own.size() <= outer.size() && outer.subList(0, own.size()).equals(own);
    }

    /// A context in a context, `{"@context": {…}}`, is read as what it holds. The standard knows no such thing, but the
    /// processors in use and the test suites of the W3C do.
    static JsonObject unwrapped(JsonObject document) {
        List<JsonValue> contexts = Json.list(document, CONTEXT);
        if (contexts.stream().noneMatch(Documents::isWrapped)) {
            return document;
        }
        JsonArrayBuilder plain = Json.PROVIDER.createArrayBuilder();
        for (JsonValue context : contexts) {
            List<JsonValue> inner = isWrapped(context) ? Json.list(context.asJsonObject(), CONTEXT) : List.of(context);
            inner.forEach(plain::add);
        }
        return with(document, CONTEXT, plain.build());
    }

    private static boolean isWrapped(JsonValue context) {
        return context instanceof JsonObject object
                && object.keySet().equals(Set.of(CONTEXT))
                && !Json.list(object, CONTEXT).isEmpty();
    }
}
