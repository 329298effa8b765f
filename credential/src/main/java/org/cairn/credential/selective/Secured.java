package org.cairn.credential.selective;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.StatementReader;
import org.cairn.credential.selective.DisclosureException.Code;

/// Documents and their proofs, put together and taken apart.
final class Secured {

    private static final String PROOF = "proof";
    private static final String VALUE = "proofValue";

    private Secured() {}

    /// The document a proof is about, with a context that defines proofs.
    static JsonObject unsigned(JsonObject document) {
        return StatementReader.withProofContext(without(document, PROOF));
    }

    /// The document a proof of it was about.
    static JsonObject signed(JsonObject secured) {
        return without(secured, PROOF);
    }

    static JsonObject options(String suite, String verificationMethod, BaseProofOptions options) {
        JsonObjectBuilder result = Json.PROVIDER
                .createObjectBuilder()
                .add("type", "DataIntegrityProof")
                .add("cryptosuite", suite);
        options.created()
                .ifPresent(created -> result.add(
                        "created", created.truncatedTo(ChronoUnit.SECONDS).toString()));
        return result.add("verificationMethod", verificationMethod)
                .add("proofPurpose", DataIntegrity.PURPOSE)
                .build();
    }

    static JsonObject options(JsonObject proof) {
        return without(proof, VALUE);
    }

    /// The proof with its value.
    static JsonObject proof(JsonObject options, String value) {
        return Json.PROVIDER.createObjectBuilder(options).add(VALUE, value).build();
    }

    /// The document with the proof beside those that it has already.
    static JsonObject with(JsonObject document, List<JsonValue> present, JsonObject proof) {
        JsonArrayBuilder all = Json.PROVIDER.createArrayBuilder();
        present.forEach(all::add);
        JsonValue value = present.isEmpty() ? proof : all.add(proof).build();
        return Json.PROVIDER.createObjectBuilder(document).add(PROOF, value).build();
    }

    static List<JsonValue> proofs(JsonObject document) {
        return Json.list(document, PROOF);
    }

    /// The one base proof of this kind.
    static JsonObject baseProof(JsonObject secured, String suite, ProofValue kind) {
        List<JsonObject> found = Json.objects(secured, PROOF).stream()
                .filter(proof -> Json.string(proof, "type")
                        .filter("DataIntegrityProof"::equals)
                        .isPresent())
                .filter(proof ->
                        Json.string(proof, "cryptosuite").filter(suite::equals).isPresent())
                .filter(proof -> Json.string(proof, VALUE).filter(kind::matches).isPresent())
                .toList();
        if (found.size() != 1) {
            throw new DisclosureException(Code.NO_BASE_PROOF, suite);
        }
        return found.getFirst();
    }

    static String value(JsonObject proof) {
        return Json.string(proof, VALUE).orElse("");
    }

    private static JsonObject without(JsonObject object, String name) {
        return Json.PROVIDER.createObjectBuilder(object).remove(name).build();
    }
}
