package org.cairn.credential.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.json.Json;

/// The canonical statements of a proof that has just the usual members. The contexts that define them say the same and
/// protect it, all but an early one, so there is nothing to work out; a test compares with the general way.
final class PlainProof {

    private static final Set<String> MEMBERS =
            Set.of("type", "cryptosuite", "created", "verificationMethod", "proofPurpose");
    private static final String DATE_MARKS = "T:.Z+-";
    private static final String ADDRESS_MARKS = "._:%#-";

    /// In it, the name of the cryptosuite has no type.
    private static final JsonValue EARLY_CONTEXT =
            Json.PROVIDER.createValue("https://w3id.org/security/data-integrity/v1");

    private static final String SECURITY = "https://w3id.org/security#";

    private PlainProof() {}

    /// Empty when the proof has to be worked out the general way.
    ///
    /// @param contexts those of the document
    static Optional<String> statements(List<JsonValue> contexts, JsonObject options) {
        boolean usual = options.keySet().equals(MEMBERS)
                && options.values().stream().allMatch(JsonString.class::isInstance)
                && contexts.stream().noneMatch(PlainProof::readsItOtherwise)
                && is(options, "type", "DataIntegrityProof")
                && is(options, "cryptosuite", Suite.EDDSA_RDFC_2022.id())
                && is(options, "proofPurpose", DataIntegrity.PURPOSE)
                && isDate(options.getString("created"))
                && isDid(options.getString("verificationMethod"));
        return usual ? Optional.of(written(options)) : Optional.empty();
    }

    /// Whether the context is the early one, or could make something else of an address that begins with `did:`.
    private static boolean readsItOtherwise(JsonValue context) {
        return context.equals(EARLY_CONTEXT) || (context instanceof JsonObject own && own.containsKey("did"));
    }

    /// A text that nothing has to be done to.
    private static boolean isDate(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> isDigit(c) || DATE_MARKS.indexOf(c) >= 0);
    }

    private static boolean isDid(String text) {
        return text.startsWith("did:")
                && text.chars().allMatch(c -> isDigit(c) || isLetter(c) || ADDRESS_MARKS.indexOf(c) >= 0);
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static String written(JsonObject options) {
        String date = "\"" + options.getString("created") + "\"^^<http://www.w3.org/2001/XMLSchema#dateTime>";
        String suite = "\"" + Suite.EDDSA_RDFC_2022.id() + "\"^^" + term("cryptosuiteString");
        return line("<http://purl.org/dc/terms/created>", date)
                + line("<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>", term("DataIntegrityProof"))
                + line(term("cryptosuite"), suite)
                + line(term("proofPurpose"), term("assertionMethod"))
                + line(term("verificationMethod"), "<" + options.getString("verificationMethod") + ">");
    }

    private static String line(String predicate, String object) {
        return "_:c14n0 " + predicate + " " + object + " .\n";
    }

    private static String term(String name) {
        return "<" + SECURITY + name + ">";
    }

    private static boolean is(JsonObject options, String name, String value) {
        return Json.string(options, name).equals(Optional.of(value));
    }
}
