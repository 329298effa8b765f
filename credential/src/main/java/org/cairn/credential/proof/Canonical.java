package org.cairn.credential.proof;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.processor.ExpansionProcessor;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cairn.credential.proof.ContentException.Code;

/// From a JSON-LD document to its canonical statements: check, expand, emit, RDFC-1.0. Thread-safe.
final class Canonical {

    /// Steps of RDFC-1.0 before a document counts as poison. A real credential needs a few hundred; documents built
    /// to have as many equal blank nodes as possible need more than the age of the universe.
    private static final int MAX_STEPS = 200_000;

    private static final Duration MAX_EXPANSION = Duration.ofSeconds(10);

    private final Contexts contexts;
    private final Vocabulary vocabulary;
    private final Map<URI, Document> documents = new HashMap<>();

    Canonical(Contexts contexts) {
        this.contexts = contexts;
        this.vocabulary = new Vocabulary(contexts);
        for (String address : contexts.addresses()) {
            documents.put(
                    URI.create(address),
                    JsonDocument.of(contexts.document(address).orElseThrow()));
        }
    }

    /// The canonical N-Quads.
    String statements(JsonObject document) {
        PlainReading.check(document, contexts, vocabulary);
        JsonArray expanded = expand(document);
        checkRoot(expanded);
        return canonize(expanded);
    }

    private JsonArray expand(JsonObject document) {
        try {
            return ExpansionProcessor.expand(JsonDocument.of(document), options(), false);
        } catch (JsonLdError e) {
            throw refusal(e);
        } catch (IllegalArgumentException | ClassCastException | IllegalStateException e) {
            throw new ContentException(Code.NOT_PROCESSABLE, "");
        }
    }

    private JsonLdOptions options() {
        JsonLdOptions options = new JsonLdOptions((address, ignored) ->
                Optional.ofNullable(documents.get(address)).orElseThrow(() -> unknown(address)));
        options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
        options.setUriValidation(UriValidationPolicy.None);
        options.setTimeout(MAX_EXPANSION);
        return options;
    }

    private static ContentException unknown(URI address) {
        return new ContentException(Code.CONTEXT_UNKNOWN, address.toString());
    }

    private static ContentException refusal(JsonLdError error) {
        if (error.getCode() == JsonLdErrorCode.PROCESSING_TIMEOUT_EXCEEDED) {
            return new ContentException(Code.TOO_COMPLEX, "expansion");
        }
        boolean protectedTerm = error.getCode() == JsonLdErrorCode.PROTECTED_TERM_REDEFINITION;
        boolean undefined = error.getCode() == JsonLdErrorCode.UNDEFINED_TERM;
        Code code = protectedTerm ? Code.REINTERPRETED : undefined ? Code.NOT_COVERED : Code.NOT_PROCESSABLE;
        return new ContentException(
                code, undefined ? term(error) : error.getCode().toMessage());
    }

    /// The word concerned, which the library only mentions in its message.
    private static String term(JsonLdError error) {
        String message = String.valueOf(error.getMessage());
        int start = message.indexOf('[') + 1;
        int end = message.indexOf(']', start);
        return start > 0 && end > start ? message.substring(start, end) : "";
    }

    /// RDFC-1.0 that gives up with an [IllegalStateException] after too many steps.
    static RdfCanon canon() {
        int[] steps = {0};
        return RdfCanon.create("SHA-256", () -> {
            if (++steps[0] > MAX_STEPS) {
                throw new IllegalStateException("too many steps");
            }
        });
    }

    private static String canonize(JsonArray expanded) {
        RdfCanon canon = canon();
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
