package org.cairn.credential.proof;

import com.apicatalog.rdf.api.RdfConsumerException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.cairn.credential.proof.ContentException.Code;

/// From a JSON-LD document to its canonical statements: check, expand, emit, RDFC-1.0; the first three at once where
/// the
/// [ShortWay] will do. Thread-safe.
final class Canonical {

    private static final String HASH = "SHA-256";

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
        return canonize(shortWay.statements(document).orElseGet(() -> workedOut(document)));
    }

    /// The statements by the general way, after every check that a document to be signed has to pass.
    Dataset workedOut(JsonObject document) {
        PlainReading.check(document, contexts, vocabulary);
        JsonArray expanded = expander.expand(document);
        checkRoot(expanded);
        Dataset statements = new Dataset();
        try {
            new Quads(statements).add(expanded);
        } catch (RdfConsumerException e) {
            throw new ContentException(Code.NOT_PROCESSABLE, "");
        }
        return statements;
    }

    private static String canonize(Dataset statements) {
        try {
            return statements.canonical(HASH);
        } catch (RdfConsumerException e) {
            throw new ContentException(Code.NOT_PROCESSABLE, "");
        } catch (IllegalStateException e) {
            throw new ContentException(Code.TOO_COMPLEX, "canonicalization");
        }
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
