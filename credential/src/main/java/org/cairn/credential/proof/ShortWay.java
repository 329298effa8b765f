package org.cairn.credential.proof;

import com.apicatalog.jsonld.JsonLdError;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.cairn.credential.json.Json;

/// From JSON to statements in one pass, for documents as they nearly always are: one context, no keywords, every
/// key defined. Then [PlainReading] has nothing to object to and expansion is a look-up. Whatever is not such a
/// document, and all that is to be refused, is left to the general way: this one gives the same statements or none.
/// Thread-safe.
final class ShortWay {

    /// As many combinations of contexts as real credentials use, and some more.
    private static final int MAX_KEPT = 64;

    /// As many words of its own as a credential needs, and some more; they are kept.
    private static final int MAX_WORDS = 50;

    private static final int MAX_CHARS = 10_000;

    private static final String CONTEXT = "@context";

    private final Contexts contexts;
    private final Vocabulary vocabulary;
    private final Expander expander;
    private final Map<List<JsonValue>, TermTable> tables = Collections.synchronizedMap(new Recent());

    /// Drops what was not used for longest.
    private static final class Recent extends LinkedHashMap<List<JsonValue>, TermTable> {

        private static final long serialVersionUID = 1L;

        private Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<JsonValue>, TermTable> eldest) {
            return size() > MAX_KEPT;
        }
    }

    ShortWay(Contexts contexts, Vocabulary vocabulary, Expander expander) {
        this.contexts = contexts;
        this.vocabulary = vocabulary;
        this.expander = expander;
    }

    /// The statements of the document; empty when it has to be worked out the general way.
    Optional<Dataset> statements(JsonObject document) {
        try {
            Optional<TermTable> table = table(document);
            return table.isPresent() ? Optional.of(ShortWalk.over(document, table.get())) : Optional.empty();
        } catch (ShortWalk.TurnBackException | JsonLdError | ContentException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private Optional<TermTable> table(JsonObject document) throws JsonLdError {
        List<JsonValue> context = Json.list(document, CONTEXT);
        TermTable known = tables.get(context);
        if (known != null) {
            return Optional.of(known);
        }
        if (context.isEmpty() || !context.stream().allMatch(ShortWay::isSimple) || isLong(context)) {
            return Optional.empty();
        }
        Predicate<String> readable =
                PlainReading.keysUnder(document.getOrDefault(CONTEXT, JsonValue.NULL), contexts, vocabulary);
        TermTable table = TermTable.root(expander.process(context), readable);
        tables.put(context, table);
        return Optional.of(table);
    }

    private static boolean isLong(List<JsonValue> context) {
        return context.stream().mapToInt(part -> part.toString().length()).sum() > MAX_CHARS;
    }

    private static boolean isSimple(JsonValue context) {
        return switch (context) {
            case JsonString name -> true;
            case JsonObject own ->
                own.size() <= MAX_WORDS && own.values().stream().noneMatch(ShortWay::hasContext);
            default -> false;
        };
    }

    private static boolean hasContext(JsonValue definition) {
        return definition instanceof JsonObject object && object.containsKey(CONTEXT);
    }
}
