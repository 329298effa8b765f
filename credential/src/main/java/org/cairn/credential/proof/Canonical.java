package org.cairn.credential.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.cairn.credential.proof.ContentException.Code;

/// From a JSON-LD document to its canonical statements: check, expand, emit, RDFC-1.0; the first three at once where
/// the [ShortWay] will do. Thread-safe.
final class Canonical {

    private final Contexts contexts;
    private final Vocabulary vocabulary;
    private final Expander expander;
    private final ShortWay shortWay;

    Canonical(Contexts contexts) {
        this.contexts = contexts;
        this.vocabulary = new Vocabulary(contexts);
        this.expander = new Expander(contexts);
        this.shortWay = new ShortWay(contexts, vocabulary, expander);
    }

    /// The canonical N-Quads.
    String statements(JsonObject document) {
        return statements(document, Hash.SHA_256);
    }

    /// The canonical N-Quads with labels by the given hash.
    String statements(JsonObject document, Hash hash) {
        return read(document).canonical(hash);
    }

    /// The statements, after every check that a document to be signed has to pass.
    Dataset read(JsonObject written) {
        JsonObject document = Documents.unwrapped(written);
        return shortWay.statements(document).orElseGet(() -> workedOut(document));
    }

    /// The same by the general way.
    Dataset workedOut(JsonObject document) {
        PlainReading.check(document, contexts, vocabulary);
        JsonArray expanded = expander.expand(document);
        checkRoot(expanded);
        return Dataset.of(expanded);
    }

    /// What is said of the document itself has to stand in the document itself. Statements about it could otherwise
    /// move, unnoticed by the signature, to another place that mentions its id, such as an embedded endorsement.
    private void checkRoot(JsonArray expanded) {
        if (expanded.size() != 1) {
            throw new ContentException(Code.NOT_COVERED, "an empty document");
        }
        JsonObject root = expanded.getJsonObject(0);
        Optional<String> id = Optional.ofNullable(root.getString("@id", null));
        id.ifPresent(name -> root.values().forEach(value -> checkMentions(value, name)));
    }

    private void checkMentions(JsonValue value, String id) {
        switch (value) {
            case JsonArray array -> array.forEach(item -> checkMentions(item, id));
            case JsonObject object -> {
                boolean mention = object.get("@id") instanceof JsonString text
                        && text.getString().equals(id);
                if (mention && object.keySet().stream().anyMatch(vocabulary::isOfCredential)) {
                    throw new ContentException(Code.REINTERPRETED, id);
                }
                object.values().forEach(inner -> checkMentions(inner, id));
            }
            default -> {}
        }
    }
}
