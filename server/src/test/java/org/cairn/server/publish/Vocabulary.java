package org.cairn.server.publish;

import static java.util.Objects.requireNonNull;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The terms of one vocabulary as transcribed beside this test, and what a document does against them.
final class Vocabulary {
    private static final Set<String> LITERALS = Set.of("text", "plain", "any");

    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<String>> classes = new HashMap<>();

    static Vocabulary read(String file) {
        var vocabulary = new Vocabulary();
        try (var in = Vocabulary.class.getResourceAsStream(file)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> vocabulary.enter(line.split(" ")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return vocabulary;
    }

    private void enter(String[] words) {
        switch (words[0]) {
            case "prefix" -> prefixes.put(words[1], words[2]);
            case "term" -> {
                kinds.put(words[1], words[2]);
                names.put(words[1], words.length > 3 ? words[3] : words[1]);
            }
            case "type" -> names.put(words[1], words[2]);
            case "class" -> classes.put(words[1], List.of(words).subList(2, words.length));
            default -> throw new IllegalStateException(words[0]);
        }
    }

    /// Everything in which the document is not as the vocabulary wants it.
    List<String> faults(Map<String, Object> document) {
        var faults = new ArrayList<String>();
        graph(document).forEach(node -> check((Map<?, ?>) node, faults));
        return faults;
    }

    private static Collection<?> graph(Map<String, Object> document) {
        return (Collection<?>) requireNonNull(document.get("@graph"));
    }

    private void check(Map<?, ?> node, List<String> faults) {
        var type = (String) (node.containsKey("@type") ? node.get("@type") : node.get("type"));
        var members = new HashSet<String>();
        node.keySet().stream()
                .map(String.class::cast)
                .filter(k -> !isKeyword(k))
                .forEach(members::add);
        if (type == null) {
            // A mere reference has nothing but its id.
            members.forEach(m -> faults.add("a node without type has " + m));
            return;
        }
        var rules = classes.get(type);
        if (rules == null) {
            faults.add("unknown class " + type);
            return;
        }
        members.stream()
                .filter(m -> !rules.contains(m) && !rules.contains(m + "!"))
                .forEach(m -> faults.add(type + " may not have " + m));
        rules.stream()
                .filter(r -> r.endsWith("!") && !members.isEmpty() && !members.contains(r.replace("!", "")))
                .forEach(r -> faults.add(type + " must have " + r.replace("!", "")));
        members.forEach(m -> value(type + "." + m, kinds.getOrDefault(m, "?"), requireNonNull(node.get(m)), faults));
    }

    private void value(String place, String kind, Object value, List<String> faults) {
        if (value instanceof Collection<?> many) {
            many.forEach(each -> value(place, kind, each, faults));
            return;
        }
        switch (kind) {
            case "text" -> expect(value instanceof Map<?, ?>, place + " is by language", faults);
            case "node", "any" -> {
                if (value instanceof Map<?, ?> map) {
                    check(map, faults);
                }
            }
            case "link" ->
                expect(
                        value instanceof String s && s.matches("(https?://|_:|[a-zA-Z]+:[A-Z]).+"),
                        place + " is an address",
                        faults);
            default -> expect(!kind.equals("?"), place + " is a term", faults);
        }
    }

    private static void expect(boolean holds, String what, List<String> faults) {
        if (!holds) {
            faults.add(what);
        }
    }

    private static boolean isKeyword(String member) {
        return member.startsWith("@") || member.equals("id") || member.equals("type");
    }

    /// How often each property occurs in the document, by its full name.
    Map<String, Long> stated(Map<String, Object> document) {
        var counts = new TreeMap<String, Long>();
        graph(document).forEach(node -> count((Map<?, ?>) node, counts));
        return counts;
    }

    private void count(Map<?, ?> node, Map<String, Long> counts) {
        node.forEach((key, value) -> {
            var member = (String) key;
            if (!isKeyword(member)) {
                counts.merge(full(names.getOrDefault(member, member)), 1L, Long::sum);
                if (Set.of("node", "any").contains(kinds.getOrDefault(member, ""))) {
                    countAll(value, counts);
                }
            }
        });
    }

    private void countAll(Object value, Map<String, Long> counts) {
        if (value instanceof Collection<?> many) {
            many.forEach(each -> countAll(each, counts));
        } else if (value instanceof Map<?, ?> map) {
            count(map, counts);
        }
    }

    /// The same after a JSON-LD processor expanded it, which drops what it does not know.
    static Map<String, Long> expanded(JsonArray nodes) {
        var counts = new TreeMap<String, Long>();
        nodes.forEach(node -> countExpanded(node.asJsonObject(), counts));
        return counts;
    }

    private static void countExpanded(JsonObject node, Map<String, Long> counts) {
        node.forEach((name, values) -> {
            if (!name.startsWith("@")) {
                counts.merge(name, 1L, Long::sum);
                values.asJsonArray().stream()
                        .map(v -> v.asJsonObject())
                        .filter(v -> !v.containsKey("@value"))
                        .forEach(v -> countExpanded(v, counts));
            }
        });
    }

    JsonArray expand(String json) throws JsonLdError {
        return JsonLd.expand(JsonDocument.of(new StringReader(json)))
                .loader((_, _) -> context())
                .get();
    }

    private Document context() throws JsonLdError {
        var context = Json.createObjectBuilder();
        prefixes.forEach(context::add);
        names.forEach((term, name) -> context.add(term, definition(kinds.getOrDefault(term, "type"), full(name))));
        try {
            return JsonDocument.of(
                    Json.createObjectBuilder().add("@context", context).build());
        } catch (RuntimeException e) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, e);
        }
    }

    private JsonObjectBuilder definition(String kind, String name) {
        var definition = Json.createObjectBuilder().add("@id", name);
        return switch (kind) {
            case "text" -> definition.add("@container", "@language");
            case "link", "node" -> definition.add("@type", "@id");
            default ->
                LITERALS.contains(kind) || kind.equals("type") ? definition : definition.add("@type", full(kind));
        };
    }

    private String full(String name) {
        var parts = name.split(":", 2);
        return prefixes.containsKey(parts[0]) ? prefixes.get(parts[0]) + parts[1] : name;
    }
}
