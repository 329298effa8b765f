package org.cairn.credential.proof;

import static org.cairn.credential.proof.Documents.CONTEXT;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.cairn.credential.proof.Cryptosuite.Covered;

/// As Linked Data Proofs did it: canonical statements of the document, and of the proof read in the document's own
/// context, which has to define the proof's type.
final class LegacyTransformation implements Transformation {

    private final Canonical canonical;

    LegacyTransformation(Canonical canonical) {
        this.canonical = canonical;
    }

    @Override
    public String document(Covered covered, Hash hash) {
        return canonical.statements(covered.document(), hash);
    }

    @Override
    public String options(Covered covered, Hash hash) {
        JsonValue context = covered.document().getOrDefault(CONTEXT, JsonValue.EMPTY_JSON_ARRAY);
        JsonObject options = Documents.with(covered.options(), CONTEXT, context);
        return canonical.statements(options, hash);
    }
}
