package org.cairn.credential.proof;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cairn.credential.json.Json;

/// Reads our table form of a JSON-LD context: one term a line, a type's own terms indented below it.
///
/// - `let p IRI` abbreviates: `{p}name` in what follows
/// - `base NAME` starts from another table; then `- Type/term` takes out and `Type/term …` replaces
/// - `term = IRI` is the short form, `term : IRI ^type %container` the long one, a final `!` its `"@context": null`
/// - `protected`, `version 1.1` and `vocab IRI` speak of the context they stand in
final class ContextTable {

    /// One term definition with the terms that hold inside it.
    private record Term(Object definition, Map<String, Term> inner) {}

    private static final String PROTECTED = "@protected";

    private final Function<String, List<String>> tables;
    private final Map<String, String> abbreviations = new LinkedHashMap<>();

    private ContextTable(Function<String, List<String>> tables) {
        this.tables = tables;
    }

    /// The context document of a table; `tables` gives the lines of any table by name.
    static JsonObject read(String name, Function<String, List<String>> tables) {
        Map<String, Term> terms = new ContextTable(tables).terms(name);
        return Json.PROVIDER.createObjectBuilder().add("@context", json(terms)).build();
    }

    private Map<String, Term> terms(String name) {
        Map<String, Term> root = new LinkedHashMap<>();
        Deque<Map<String, Term>> open = new ArrayDeque<>(List.of(root));
        Map<String, Term> deepest = root;
        for (String line : tables.apply(name)) {
            int level = (line.length() - line.stripLeading().length()) / 2;
            String text = line.strip();
            if (text.startsWith("base ")) {
                root.putAll(new ContextTable(tables).terms(text.substring(5)));
            } else if (!text.isEmpty() && !text.startsWith("#") && !abbreviation(text)) {
                while (open.size() > level + 1) {
                    open.pop();
                }
                if (open.size() < level + 1) {
                    open.push(deepest);
                }
                deepest = enter(open.getFirst(), text);
            }
        }
        return root;
    }

    private boolean abbreviation(String text) {
        String[] parts = text.split(" ", -1);
        if (!parts[0].equals("let")) {
            return false;
        }
        abbreviations.put("{" + parts[1] + "}", parts[2]);
        return true;
    }

    /// Enters one line into the open context and returns the context its indented lines would belong to.
    private Map<String, Term> enter(Map<String, Term> context, String text) {
        if (text.equals("protected")) {
            context.put(PROTECTED, new Term(JsonValue.TRUE, Map.of()));
            return context;
        }
        String[] parts = text.split(" ", -1);
        if (parts[0].equals("version") && parts.length == 2) {
            context.put("@version", new Term(Json.PROVIDER.createValue(new BigDecimal(parts[1])), Map.of()));
            return context;
        }
        if (parts[0].equals("vocab") && parts.length == 2) {
            context.put("@vocab", new Term(Json.PROVIDER.createValue(parts[1]), Map.of()));
            return context;
        }
        boolean removal = parts[0].equals("-");
        String[] path = (removal ? parts[1] : parts[0]).split("/", -1);
        Map<String, Term> target = path.length == 1 ? context : inner(context, path[0]);
        String term = path[path.length - 1];
        if (removal) {
            target.remove(term);
            return context;
        }
        Map<String, Term> inner = target.containsKey(term) ? inner(target, term) : new LinkedHashMap<>();
        target.put(term, new Term(definition(parts), inner));
        return inner;
    }

    private static Map<String, Term> inner(Map<String, Term> context, String type) {
        Term term = context.get(type);
        if (term == null) {
            throw new IllegalStateException("the context table speaks of an unknown type: " + type);
        }
        return term.inner;
    }

    private Object definition(String[] parts) {
        if (parts[1].equals("=")) {
            return Json.PROVIDER.createValue(expand(parts[2]));
        }
        Map<String, JsonValue> definition = new LinkedHashMap<>();
        definition.put("@id", Json.PROVIDER.createValue(expand(parts[2])));
        for (int i = 3; i < parts.length; i++) {
            switch (parts[i].charAt(0)) {
                case '^' -> definition.put("@type", Json.PROVIDER.createValue(expand(parts[i].substring(1))));
                case '%' -> definition.put("@container", Json.PROVIDER.createValue("@" + parts[i].substring(1)));
                case '!' -> definition.put("@context", JsonValue.NULL);
                default -> throw new IllegalStateException("unreadable context table: " + parts[i]);
            }
        }
        return definition;
    }

    private String expand(String text) {
        int end = text.indexOf('}');
        return text.startsWith("{") ? abbreviations.get(text.substring(0, end + 1)) + text.substring(end + 1) : text;
    }

    private static JsonObject json(Map<String, Term> terms) {
        JsonObjectBuilder context = Json.PROVIDER.createObjectBuilder();
        terms.forEach((name, term) -> context.add(name, json(term)));
        return context.build();
    }

    private static JsonValue json(Term term) {
        if (term.definition instanceof JsonValue ready) {
            return ready;
        }
        JsonObjectBuilder object = Json.PROVIDER.createObjectBuilder();
        ((Map<?, ?>) term.definition).forEach((key, value) -> object.add((String) key, (JsonValue) value));
        if (!term.inner.isEmpty()) {
            object.add("@context", json(term.inner));
        }
        return object.build();
    }
}
