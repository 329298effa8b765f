package org.cairn.credential.datamodel;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import org.cairn.credential.datamodel.Problem.Code;
import org.cairn.credential.json.Json;

/// Section 4.3: which contexts, in which order.
final class Contexting {

    private static final String CONTEXT = "@context";

    private Contexting() {}

    /// The context of a credential or presentation, whose first item has to be one of `bases`.
    static void check(JsonObject document, String pointer, Set<String> bases, Problems problems) {
        String place = Problems.at(pointer, CONTEXT);
        JsonValue value = document.get(CONTEXT);
        if (value == null || JsonValue.NULL.equals(value)) {
            problems.add(Code.CONTEXT_MISSING, pointer);
        } else if (!(value instanceof JsonArray contexts)) {
            problems.add(Code.CONTEXT_NOT_A_LIST, place);
        } else {
            boolean first = !contexts.isEmpty()
                    && contexts.getFirst() instanceof JsonString address
                    && bases.contains(address.getString());
            problems.demand(first, Code.CONTEXT_FIRST, place);
            for (int i = 0; i < contexts.size(); i++) {
                problems.demand(isContext(contexts.get(i)), Code.CONTEXT_ITEM, Problems.at(place, i));
            }
        }
    }

    /// An envelope may write its context as a single address, and in any order.
    static void checkEnvelope(JsonObject envelope, String pointer, Problems problems) {
        boolean based = Json.strings(envelope, CONTEXT).contains(DataModel.BASE_CONTEXT);
        boolean wellFormed = Json.list(envelope, CONTEXT).stream().allMatch(Contexting::isContext);
        problems.demand(based && wellFormed, Code.ENVELOPE_CONTEXT, Problems.at(pointer, CONTEXT));
    }

    private static boolean isContext(JsonValue item) {
        return item instanceof JsonObject || Urls.isUrl(item);
    }
}
