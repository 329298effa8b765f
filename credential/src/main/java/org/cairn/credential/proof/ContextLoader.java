package org.cairn.credential.proof;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.cairn.credential.json.Json;
import org.cairn.credential.json.MalformedJsonException;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;
import org.cairn.credential.proof.ContentException.Code;

/// Gets contexts that are not bundled. Nothing uses it unless asked: what a stranger publishes decides what a document
/// says, and may change or be gone tomorrow. A loaded context may do no more than one written in the document itself,
/// so it cannot give the words of the standards another meaning. Thread-safe; how long a fetch may take is for the
/// [Outside] to limit.
public final class ContextLoader {

    /// What is spent on strangers' contexts.
    ///
    /// @param bytes the largest document accepted
    /// @param perDocument how many contexts one document may have fetched, those that others name included
    /// @param kept how many are remembered
    /// @param keep how long they are
    public record Limits(int bytes, int perDocument, int kept, Duration keep) {

        public Limits {
            if (bytes < 1 || perDocument < 1 || kept < perDocument || keep.isNegative()) {
                throw new IllegalArgumentException("limits are positive, and what one document needs can be kept");
            }
        }

        /// 256 KB each, 5 for a document, 100 remembered for a day.
        public static Limits usual() {
            return new Limits(256 * 1024, 5, 100, Duration.ofDays(1));
        }
    }

    private record Kept(JsonObject document, Instant since) {}

    private static final String CONTEXT = "@context";

    private final Contexts bundled;
    private final Outside outside;
    private final Limits limits;
    private final InstantSource clock;
    private final Map<String, Kept> kept = new LinkedHashMap<>();

    public ContextLoader(Contexts bundled, Outside outside, Limits limits, InstantSource clock) {
        this.bundled = bundled;
        this.outside = outside;
        this.limits = limits;
        this.clock = clock;
    }

    /// The bundled contexts and whatever else the document names.
    ///
    /// @throws ContentException when one cannot be had, or there are too many
    public Contexts contextsFor(JsonObject document) {
        Map<String, JsonObject> loaded = new LinkedHashMap<>();
        Deque<String> wanted = new ArrayDeque<>(named(document));
        while (!wanted.isEmpty()) {
            String address = wanted.pop();
            if (bundled.document(address).isPresent() || loaded.containsKey(address)) {
                continue;
            }
            if (loaded.size() == limits.perDocument) {
                throw new ContentException(Code.TOO_COMPLEX, "more than " + limits.perDocument + " contexts to load");
            }
            JsonObject context = load(address);
            loaded.put(address, context);
            wanted.addAll(named(context));
        }
        return bundled.withForeign(loaded);
    }

    private JsonObject load(String address) {
        Instant now = clock.instant();
        synchronized (kept) {
            Kept known = kept.get(address);
            if (known != null && now.isBefore(known.since.plus(limits.keep))) {
                return known.document;
            }
        }
        JsonObject context = fetch(address);
        synchronized (kept) {
            kept.remove(address);
            kept.put(address, new Kept(context, now));
            if (kept.size() > limits.kept) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return context;
    }

    private JsonObject fetch(String address) {
        return switch (outside.fetch(uri(address), "application/ld+json, application/json", limits.bytes)) {
            case Fetched.Body body -> read(address, body.bytes());
            case Fetched.Missing missing -> throw unknown(address);
            case Fetched.Unreachable unreachable -> throw unknown(address);
            case Fetched.Refused refused -> throw unknown(address);
        };
    }

    private static URI uri(String address) {
        try {
            URI uri = URI.create(address);
            if (address.length() <= 2_000 && "https".equals(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw unknown(address);
    }

    private JsonObject read(String address, byte[] bytes) {
        if (bytes.length > limits.bytes) {
            throw new ContentException(Code.TOO_COMPLEX, address);
        }
        try {
            JsonObject document = Json.object(bytes);
            if (document.containsKey(CONTEXT)) {
                return Json.PROVIDER
                        .createObjectBuilder()
                        .add(CONTEXT, document.get(CONTEXT))
                        .build();
            }
        } catch (MalformedJsonException e) {
            throw new ContentException(Code.NOT_PROCESSABLE, address);
        }
        throw new ContentException(Code.NOT_PROCESSABLE, address);
    }

    private static ContentException unknown(String address) {
        return new ContentException(Code.CONTEXT_UNKNOWN, address);
    }

    private static Set<String> named(JsonValue value) {
        Set<String> found = new LinkedHashSet<>();
        search(value, found);
        return found;
    }

    private static void search(JsonValue value, Set<String> found) {
        switch (value) {
            case JsonObject object ->
                object.forEach((name, member) -> {
                    if (name.equals(CONTEXT)) {
                        addresses(member, found);
                    }
                    search(member, found);
                });
            case JsonArray array -> array.forEach(item -> search(item, found));
            default -> {}
        }
    }

    private static void addresses(JsonValue context, Set<String> found) {
        switch (context) {
            case JsonString address -> found.add(address.getString());
            case JsonArray several -> several.forEach(one -> addresses(one, found));
            default -> {}
        }
    }
}
