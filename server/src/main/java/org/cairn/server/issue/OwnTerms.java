package org.cairn.server.issue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.regex.Pattern;
import org.cairn.credential.json.Json;

/// Whether a signed document spells our terms as we do. A signature in RDF covers what a word stands for, not the word:
/// whoever holds a document may define `x` as our `accreditedUntil`, or as `@nest`, write `x`, and it verifies as
/// before.
/// So who reads our words from a document must know first that none of ours stands there in disguise.
public final class OwnTerms {
    private static final Pattern KNOWN = Pattern.compile(
            "https://www\\.w3\\.org/ns/credentials/v2|https://purl\\.imsglobal\\.org/spec/ob/v3p0/context(-3\\.\\d\\.\\d)?\\.json");

    private OwnTerms() {}

    /// True when the document defines no word but terms of ours by their own names, and writes nothing in a way that
    /// only a reader of JSON-LD would find.
    public static boolean areSpelledPlainly(JsonObject document) {
        return Json.list(document, "@context").stream().allMatch(OwnTerms::isPlainContext)
                && document.entrySet().stream()
                        .filter(member -> !member.getKey().equals("@context"))
                        .allMatch(OwnTerms::isPlainMember);
    }

    private static boolean isPlainContext(JsonValue context) {
        return switch (context) {
            case JsonString address -> KNOWN.matcher(address.getString()).matches();
            case JsonObject inline -> inline.entrySet().stream().allMatch(OwnTerms::isOurs);
            default -> false;
        };
    }

    private static boolean isOurs(Map.Entry<String, JsonValue> definition) {
        var term = Terms.NAMESPACE + definition.getKey();
        return switch (definition.getValue()) {
            case JsonString iri -> iri.getString().equals(term);
            case JsonObject expanded ->
                Json.string(expanded, "@id").filter(term::equals).isPresent()
                        && !expanded.containsKey("@context")
                        && !expanded.containsKey("@nest");
            default -> false;
        };
    }

    private static boolean isPlainMember(Map.Entry<String, JsonValue> member) {
        return !member.getKey().contains(":") && !member.getKey().startsWith("@") && isPlain(member.getValue());
    }

    private static boolean isPlain(JsonValue value) {
        return switch (value) {
            case JsonObject object -> object.entrySet().stream().allMatch(OwnTerms::isPlainMember);
            case JsonArray list -> list.stream().allMatch(OwnTerms::isPlain);
            default -> true;
        };
    }
}
