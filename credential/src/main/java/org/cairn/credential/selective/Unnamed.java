package org.cairn.credential.selective;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.cairn.credential.json.Json;
import org.cairn.credential.selective.DisclosureException.Code;

/// The way back from a [NamedDocument], in expanded form: made-up ids become blank nodes of that label. What has no
/// place for an id, the cells of ordered lists and the graphs of embedded proofs, is labelled by what it holds, so
/// that it has the same label in every selection that takes all of it.
final class Unnamed {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final String BLANK = "_:";

    private final Map<String, Integer> lists = new HashMap<>();
    private final Set<String> graphs = new HashSet<>();

    private Unnamed() {}

    static JsonArray of(JsonArray expanded) {
        return new Unnamed().nodes(expanded);
    }

    /// The nodes of one graph, with the cells of its lists behind them.
    private JsonArray nodes(JsonArray nodes) {
        JsonArrayBuilder result = Json.PROVIDER.createArrayBuilder();
        nodes.forEach(node -> result.add(node(node.asJsonObject(), result)));
        return result.build();
    }

    private JsonObject node(JsonObject node, JsonArrayBuilder graph) {
        JsonObjectBuilder result = Json.PROVIDER.createObjectBuilder();
        String id = label(node.getString("@id", ""));
        node.forEach((name, value) -> result.add(
                name,
                switch (name) {
                    case "@id" -> Json.PROVIDER.createValue(id);
                    case "@type" -> types(value);
                    case "@graph" -> nodes(value.asJsonArray());
                    default -> value instanceof JsonArray values ? values(values, id + " " + name, graph) : value;
                }));
        return result.build();
    }

    private JsonArray values(JsonArray values, String owner, JsonArrayBuilder graph) {
        JsonArrayBuilder result = Json.PROVIDER.createArrayBuilder();
        values.forEach(value -> result.add(value(value.asJsonObject(), owner, graph)));
        return result.build();
    }

    private JsonObject value(JsonObject value, String owner, JsonArrayBuilder graph) {
        if (value.containsKey("@value")) {
            return value;
        }
        if (value.get("@list") instanceof JsonArray items && value.size() == 1) {
            return list(items, owner, graph);
        }
        if (value.get("@graph") instanceof JsonArray content && value.size() == 1) {
            return graph(content, owner);
        }
        return node(value, graph);
    }

    private JsonObject graph(JsonArray content, String owner) {
        JsonArray nodes = nodes(content);
        String label = BLANK + "g." + digest(owner + ids(nodes));
        if (!graphs.add(label)) {
            throw new DisclosureException(Code.NOT_SEPARABLE, "@graph");
        }
        return Json.PROVIDER
                .createObjectBuilder()
                .add("@id", label)
                .add("@graph", nodes)
                .build();
    }

    /// The list's first cell; the cells themselves go to the graph as nodes.
    private JsonObject list(JsonArray items, String owner, JsonArrayBuilder graph) {
        String content = owner + " " + items;
        String name = BLANK + "l." + digest(content + " " + lists.merge(content, 1, Integer::sum)) + ".";
        for (int i = 0; i < items.size(); i++) {
            String cell = name + i;
            JsonObject item = value(items.getJsonObject(i), cell, graph);
            graph.add(Json.PROVIDER
                    .createObjectBuilder()
                    .add("@id", cell)
                    .add(RDF + "first", Json.PROVIDER.createArrayBuilder().add(item))
                    .add(RDF + "rest", Json.PROVIDER.createArrayBuilder().add(reference(name, i + 1, items.size()))));
        }
        return reference(name, 0, items.size());
    }

    private static JsonObject reference(String name, int index, int size) {
        String id = index < size ? name + index : RDF + "nil";
        return Json.PROVIDER.createObjectBuilder().add("@id", id).build();
    }

    private static JsonArray types(JsonValue types) {
        JsonArrayBuilder result = Json.PROVIDER.createArrayBuilder();
        types.asJsonArray().forEach(type -> result.add(label(((JsonString) type).getString())));
        return result.build();
    }

    private static String label(String id) {
        if (id.startsWith(NamedDocument.SCHEME)) {
            return BLANK + id.substring(NamedDocument.SCHEME.length());
        }
        return id.startsWith(BLANK) ? BLANK + "u." + id.substring(BLANK.length()) : id;
    }

    private static String ids(JsonArray nodes) {
        StringBuilder ids = new StringBuilder();
        nodes.forEach(node -> ids.append(' ').append(node.asJsonObject().getString("@id", "")));
        return ids.toString();
    }

    private static String digest(String text) {
        byte[] hash = Hashes.sha256(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash, 0, 16);
    }
}
