package org.cairn.credential.proof;

import static org.cairn.credential.proof.Documents.CONTEXT;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Set;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.ContentException.Code;
import org.cairn.credential.proof.Cryptosuite.Covered;

/// Canonical statements (RDFC-1.0): covers what the document says, however it is spelt.
final class RdfcTransformation implements Transformation {

    private static final String INTEGRITY_CONTEXT = "https://w3id.org/security/data-integrity/v2";

    /// Contexts that define the words of a proof.
    private static final Set<String> PROOF_CONTEXTS = Set.of(
            INTEGRITY_CONTEXT, "https://w3id.org/security/data-integrity/v1", "https://www.w3.org/ns/credentials/v2");

    private final Canonical canonical;

    RdfcTransformation(Canonical canonical) {
        this.canonical = canonical;
    }

    /// 3.2.3: the document without its proof.
    @Override
    public String document(Covered covered, Hash hash) {
        return canonical.statements(covered.document(), hash);
    }

    /// 3.2.5: the proof options read in the document's context.
    @Override
    public String options(Covered covered, Hash hash) {
        return PlainProof.statements(Json.list(covered.document(), CONTEXT), covered.options())
                .orElseGet(() -> workedOut(covered, hash));
    }

    String workedOut(Covered covered, Hash hash) {
        JsonObject options = covered.options().containsKey(CONTEXT)
                ? checkedContext(covered)
                : Documents.with(
                        covered.options(),
                        CONTEXT,
                        covered.document().getOrDefault(CONTEXT, JsonValue.EMPTY_JSON_ARRAY));
        return canonical.statements(withProofContext(options), hash);
    }

    /// A proof's own context must be how the document's context begins, or it could read the proof otherwise.
    private static JsonObject checkedContext(Covered covered) {
        if (!Documents.contextBegins(covered.document(), covered.options())) {
            throw new ContentException(Code.REINTERPRETED, "@context of the proof");
        }
        return covered.options();
    }

    /// The document with a context that defines what a proof is made of.
    static JsonObject withProofContext(JsonObject document) {
        if (Json.strings(document, CONTEXT).stream().anyMatch(PROOF_CONTEXTS::contains)) {
            return document;
        }
        return Documents.with(
                document,
                CONTEXT,
                Documents.appended(Json.list(document, CONTEXT), Json.PROVIDER.createValue(INTEGRITY_CONTEXT)));
    }
}
