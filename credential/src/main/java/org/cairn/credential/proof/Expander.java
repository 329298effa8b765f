package org.cairn.credential.proof;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.context.ActiveContext;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.expansion.Expansion;
import com.apicatalog.jsonld.processor.ExpansionProcessor;
import com.apicatalog.jsonld.processor.ProcessingRuntime;
import com.apicatalog.jsonld.uri.UriValidationPolicy;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.ContentException.Code;

/// JSON-LD expansion with the bundled contexts. Where a document names bundled contexts only, as nearly all do, they
/// are processed once and the result is kept: a prepared context is only read and copied from, never changed.
final class Expander {

    private static final Duration MAX_TIME = Duration.ofSeconds(10);

    /// A handful of combinations is in use; strangers must not fill the memory with others.
    private static final int MAX_PREPARED = 64;

    private static final String CONTEXT = "@context";

    private final Map<URI, Document> documents = new HashMap<>();
    private final Map<List<JsonValue>, ActiveContext> prepared = new ConcurrentHashMap<>();

    Expander(Contexts contexts) {
        for (String address : contexts.addresses()) {
            documents.put(
                    URI.create(address),
                    JsonDocument.of(contexts.document(address).orElseThrow()));
        }
    }

    JsonArray expand(JsonObject document) {
        try {
            List<JsonValue> contexts = Json.list(document, CONTEXT);
            boolean onlyNamed = !contexts.isEmpty() && contexts.stream().allMatch(JsonString.class::isInstance);
            return onlyNamed ? expandPrepared(document, contexts) : expandAnew(document);
        } catch (JsonLdError e) {
            throw refusal(e);
        } catch (IllegalArgumentException | ClassCastException | IllegalStateException | NullPointerException e) {
            // the last is how the library takes a reference that looks like a keyword
            throw new ContentException(Code.NOT_PROCESSABLE, "");
        }
    }

    private JsonArray expandAnew(JsonObject document) throws JsonLdError {
        JsonLdOptions options = options();
        options.setTimeout(MAX_TIME);
        return ExpansionProcessor.expand(JsonDocument.of(document), options, false);
    }

    private JsonArray expandPrepared(JsonObject document, List<JsonValue> contexts) throws JsonLdError {
        JsonObject content =
                Json.PROVIDER.createObjectBuilder(document).remove(CONTEXT).build();
        JsonValue expanded =
                Expansion.with(context(contexts), content, null, null).compute();
        return switch (expanded) {
            case JsonArray array -> array;
            case JsonObject object ->
                Json.PROVIDER.createArrayBuilder().add(object).build();
            case null, default -> JsonValue.EMPTY_JSON_ARRAY;
        };
    }

    private ActiveContext context(List<JsonValue> contexts) throws JsonLdError {
        ActiveContext known = prepared.get(contexts);
        if (known != null) {
            return known;
        }
        ActiveContext context = process(contexts);
        if (prepared.size() < MAX_PREPARED) {
            prepared.put(List.copyOf(contexts), context);
        }
        return context;
    }

    /// The active context of a document that begins with these contexts.
    ActiveContext process(List<JsonValue> contexts) throws JsonLdError {
        var value = Json.PROVIDER.createArrayBuilder();
        contexts.forEach(value::add);
        return new ActiveContext(ProcessingRuntime.of(options())).newContext().create(value.build(), null);
    }

    /// Without the library's own caches, which are not safe for several threads.
    private JsonLdOptions options() {
        JsonLdOptions options = new JsonLdOptions((address, ignored) ->
                Optional.ofNullable(documents.get(address)).orElseThrow(() -> unknown(address)));
        options.setUndefinedTermsPolicy(ProcessingPolicy.Fail);
        options.setUriValidation(UriValidationPolicy.None);
        options.setContextCache(null);
        options.setDocumentCache(null);
        return options;
    }

    private static ContentException unknown(URI address) {
        return new ContentException(Code.CONTEXT_UNKNOWN, address.toString());
    }

    private static ContentException refusal(JsonLdError error) {
        return switch (error.getCode()) {
            case PROCESSING_TIMEOUT_EXCEEDED -> new ContentException(Code.TOO_COMPLEX, "expansion");
            case PROTECTED_TERM_REDEFINITION -> new ContentException(Code.REINTERPRETED, "@context");
            case UNDEFINED_TERM -> new ContentException(Code.NOT_COVERED, term(error));
            default ->
                new ContentException(Code.NOT_PROCESSABLE, error.getCode().toMessage());
        };
    }

    /// The word concerned, which the library only mentions in its message.
    private static String term(JsonLdError error) {
        String message = String.valueOf(error.getMessage());
        int start = message.indexOf('[') + 1;
        int end = message.indexOf(']', start);
        return start > 0 && end > start ? message.substring(start, end) : "";
    }
}
