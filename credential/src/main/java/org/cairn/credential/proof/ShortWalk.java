package org.cairn.credential.proof;

import com.apicatalog.jsonld.JsonLdError;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one pass of [ShortWay] over one document: expansion (JSON-LD 1.1 API, 5.1.2) and emission (8.1.2) together.
final class ShortWalk {

    /// The document holds something that only the general way understands.
    static final class TurnBackException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private TurnBackException() {
            super("", null, false, false); // thrown often, shown never
        }
    }

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String RDF_TYPE = RDF + "type";

    private final Dataset out = new Dataset();
    private String root = "";
    private int objects;
    private int cells;

    private ShortWalk() {}

    static Dataset over(JsonObject document, TermTable table) throws JsonLdError {
        ShortWalk walk = new ShortWalk();
        walk.node(document, table, null);
        if (walk.out.isEmpty()) {
            throw new TurnBackException();
        }
        return walk.out;
    }

    /// @param table what holds where the object begins
    /// @return the object's name
    private String node(JsonObject object, TermTable table, @Nullable String graph) throws JsonLdError {
        count();
        boolean isRoot = objects == 1;
        List<String> types = types(object, table);
        TermTable inner = inner(types, table);
        String subject = subject(object, inner);
        for (String type : types) {
            out.quad(subject, RDF_TYPE, named(type, table), null, null, null, graph);
        }
        for (Map.Entry<String, JsonValue> member : object.entrySet()) {
            if (!isRoot || !member.getKey().equals("@context")) {
                member(subject, member, inner, graph);
            }
        }
        return subject;
    }

    private void count() {
        if (++objects > PlainReading.MAX_OBJECTS) {
            throw new TurnBackException();
        }
    }

    private static List<String> types(JsonObject object, TermTable table) {
        JsonValue value = object.get(table.typeKey());
        return switch (value) {
            case JsonString one -> List.of(one.getString());
            case JsonArray several -> {
                List<String> types = new ArrayList<>(several.size());
                several.forEach(type -> types.add(text(type)));
                yield types;
            }
            case null -> List.of();
            default -> throw new TurnBackException();
        };
    }

    private static TermTable inner(List<String> types, TermTable table) throws JsonLdError {
        List<String> scoped = new ArrayList<>(types);
        scoped.removeIf(type -> !table.isScoped(type));
        Collections.sort(scoped);
        TermTable inner = scoped.isEmpty() ? table : table.of(scoped);
        if (!inner.typeKey().equals(table.typeKey())) {
            throw new TurnBackException();
        }
        return inner;
    }

    private String subject(JsonObject object, TermTable table) {
        JsonValue value = object.get(table.idKey());
        if (value == null) {
            return "_:n" + objects;
        }
        String id = address(text(value), table);
        if (objects == 1) {
            root = id;
        } else if (root.equals(id)) {
            throw new TurnBackException(); // more about the document, which may be a trick
        }
        return id;
    }

    private void member(String subject, Map.Entry<String, JsonValue> member, TermTable table, @Nullable String graph)
            throws JsonLdError {
        switch (table.word(member.getKey())) {
            case Word.Id _, Word.Type _ -> {}
            case Word.Other _ -> throw new TurnBackException();
            case Word.Property property -> {
                Place place = new Place(subject, property.iri(), property, graph);
                if (property.isList()) {
                    list(place, member.getValue(), table);
                } else if (property.isByLanguage()) {
                    languages(place, member.getValue(), table);
                } else {
                    values(place, member.getValue(), table);
                }
            }
        }
    }

    /// Where a value stands.
    private record Place(
            String subject,
            String predicate,
            Word.Property property,
            @Nullable String graph) {}

    private void values(Place place, JsonValue value, TermTable table) throws JsonLdError {
        if (value instanceof JsonArray several) {
            for (JsonValue one : several) {
                value(place, one, table);
            }
        } else {
            value(place, value, table);
        }
    }

    private void list(Place place, JsonValue value, TermTable table) throws JsonLdError {
        if (!(value instanceof JsonArray items)) {
            throw new TurnBackException();
        }
        Place end = place;
        for (JsonValue item : items) {
            if (!JsonValue.NULL.equals(item)) {
                String cell = "_:c" + cells++;
                resource(end, cell);
                value(new Place(cell, RDF + "first", place.property, place.graph), item, table);
                end = new Place(cell, RDF + "rest", place.property, place.graph);
            }
        }
        resource(end, RDF + "nil");
    }

    private void languages(Place place, JsonValue value, TermTable table) {
        if (!(value instanceof JsonObject texts)) {
            throw new TurnBackException();
        }
        count();
        texts.forEach((language, text) -> {
            if (table.isDefined(language) || !Quads.isLanguage(language)) {
                throw new TurnBackException();
            }
            String tag = language.toLowerCase(Locale.ROOT);
            List<JsonValue> several = text instanceof JsonArray array ? array : List.of(text);
            several.forEach(one ->
                    out.quad(place.subject, place.predicate, text(one), RDF + "langString", tag, null, place.graph));
        });
    }

    private void value(Place place, JsonValue value, TermTable table) throws JsonLdError {
        switch (value) {
            case JsonArray nested -> throw new TurnBackException();
            case JsonObject object -> object(place, object, table);
            case JsonString text when place.property.refers() -> resource(place, address(plain(place, text), table));
            case JsonString text when place.property.names() -> resource(place, named(plain(place, text), table));
            case JsonString text -> literal(place, text);
            default -> {
                if (!JsonValue.NULL.equals(value)) {
                    literal(place, value);
                }
            }
        }
    }

    private void object(Place place, JsonObject object, TermTable table) throws JsonLdError {
        TermTable begin = isBareId(object, table) ? table : table.reverted();
        TermTable inside = begin.inside(place.property);
        if (place.property.isGraph()) {
            String name = "_:g" + objects;
            resource(place, name);
            node(object, inside, name);
        } else {
            resource(place, node(object, inside, place.graph));
        }
    }

    private static boolean isBareId(JsonObject object, TermTable table) {
        return object.size() == 1 && object.containsKey(table.idKey());
    }

    private void resource(Place place, String object) {
        out.quad(place.subject, place.predicate, object, null, null, null, place.graph);
    }

    private void literal(Place place, JsonValue value) {
        if (place.property.isGraph() || place.property.scope() != null) {
            throw new TurnBackException();
        }
        Literals.Literal literal = Literals.of(value, place.property.datatype());
        out.quad(place.subject, place.predicate, literal.text(), literal.datatype(), null, null, place.graph);
    }

    private static String plain(Place place, JsonString text) {
        if (place.property.isGraph() || place.property.scope() != null) {
            throw new TurnBackException();
        }
        return text.getString();
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new TurnBackException();
    }

    /// A word that stands for an address, or an address.
    private static String named(String word, TermTable table) {
        return table.isDefined(word) ? meaning(word, table) : address(word, table);
    }

    private static String meaning(String word, TermTable table) {
        Optional<String> meaning = table.meaning(word);
        return meaning.orElseThrow(TurnBackException::new);
    }

    /// A full address, which cannot be a compact one (5.2.2).
    private static String address(String text, TermTable table) {
        int colon = text.indexOf(':');
        boolean full = colon > 0
                && !table.isDefined(text)
                && (text.startsWith("//", colon + 1) || !table.isPrefix(text.substring(0, colon)));
        if (!full || !Quads.isIri(text)) {
            throw new TurnBackException();
        }
        return text;
    }
}
