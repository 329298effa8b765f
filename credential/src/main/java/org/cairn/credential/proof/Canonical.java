package org.cairn.credential.proof;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringWriter;
import java.util.Optional;
import org.cairn.credential.proof.ContentException.Code;

/// From a JSON-LD document to its canonical statements: check, expand, emit, RDFC-1.0. Thread-safe.
final class Canonical {

    /// Steps of RDFC-1.0 before a document counts as poison. A real credential needs a few hundred; documents built
    /// to have as many equal blank nodes as possible need more than the age of the universe.
    private static final int MAX_STEPS = 200_000;

    private final Contexts contexts;
    private final Vocabulary vocabulary;
    private final Expander expander;

    Canonical(Contexts contexts) {
        this.contexts = contexts;
        this.vocabulary = new Vocabulary(contexts);
        this.expander = new Expander(contexts);
    }

    /// The canonical N-Quads.
    String statements(JsonObject document) {
        return statements(document, Hash.SHA_256);
    }

    /// The canonical N-Quads with labels by the given hash.
    String statements(JsonObject document, Hash hash) {
        return canonize(checked(document), hash);
    }

    /// The expanded document, after every check that a document to be signed has to pass.
    JsonArray checked(JsonObject document) {
        PlainReading.check(document, contexts, vocabulary);
        JsonArray expanded = expander.expand(document);
        checkRoot(expanded);
        return expanded;
    }

    /// RDFC-1.0 that gives up with an [IllegalStateException] after too many steps.
    static RdfCanon canon() {
        return canon(Hash.SHA_256);
    }

    private static RdfCanon canon(Hash hash) {
        int[] steps = {0};
        return RdfCanon.create(hash.algorithm(), () -> {
            if (++steps[0] > MAX_STEPS) {
                throw new IllegalStateException("too many steps");
            }
        });
    }

    private static String canonize(JsonArray expanded, Hash hash) {
        RdfCanon canon = canon(hash);
        StringWriter text = new StringWriter();
        try {
            new Quads(canon).add(expanded);
            canon.provide(new NQuadsWriter(text));
        } catch (RdfConsumerException e) {
            throw new ContentException(Code.NOT_PROCESSABLE, "");
        } catch (IllegalStateException e) {
            throw new ContentException(Code.TOO_COMPLEX, "canonicalization");
        }
        return text.toString();
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
