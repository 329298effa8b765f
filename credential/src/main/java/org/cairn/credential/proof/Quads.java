package org.cairn.credential.proof;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cairn.credential.proof.ContentException.Code;
import org.jspecify.annotations.Nullable;

/// Turns expanded JSON-LD into RDF statements. What cannot become a statement is an error here, where ordinary
/// processors drop it: dropped content would look signed and not be.
final class Quads {

    private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\]*");
    private static final Pattern BLANK = Pattern.compile("_:[A-Za-z0-9_][A-Za-z0-9_.-]*");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    private static final Set<String> NODE_KEYWORDS = Set.of("@id", "@type", "@graph");

    private final RdfQuadConsumer out;
    private int blanks;

    Quads(RdfQuadConsumer out) {
        this.out = out;
    }

    void add(JsonArray expanded) throws RdfConsumerException {
        for (JsonValue node : expanded) {
            node(node.asJsonObject(), null);
        }
    }

    private String node(JsonObject node, @Nullable String graph) throws RdfConsumerException {
        String subject = node.containsKey("@id") ? resource(node.get("@id"), "@id") : fresh();
        for (Map.Entry<String, JsonValue> member : node.entrySet()) {
            String key = member.getKey();
            if (!key.startsWith("@")) {
                property(subject, key, member.getValue().asJsonArray(), graph);
            } else if (!NODE_KEYWORDS.contains(key)) {
                throw new ContentException(Code.NOT_COVERED, key);
            }
        }
        if (node.get("@type") instanceof JsonArray types) {
            for (JsonValue type : types) {
                out.quad(subject, RDF + "type", resource(type, "@type"), null, null, null, graph);
            }
        }
        if (node.get("@graph") instanceof JsonArray content) {
            // A presentation holds credentials, which hold proofs. With a name, what a graph holds could be moved.
            if (graph != null && node.containsKey("@id")) {
                throw new ContentException(Code.NOT_COVERED, "@graph");
            }
            for (JsonValue inner : content) {
                node(inner.asJsonObject(), subject);
            }
        }
        return subject;
    }

    private void property(String subject, String property, JsonArray values, @Nullable String graph)
            throws RdfConsumerException {
        if (!IRI.matcher(property).matches()) {
            throw new ContentException(Code.NOT_COVERED, property);
        }
        for (JsonValue value : values) {
            object(subject, property, value.asJsonObject(), graph);
        }
    }

    private void object(String subject, String property, JsonObject value, @Nullable String graph)
            throws RdfConsumerException {
        if (value.containsKey("@value")) {
            literal(subject, property, value, graph);
        } else if (value.get("@list") instanceof JsonArray items) {
            refuseIndex(value);
            out.quad(subject, property, list(items, graph), null, null, null, graph);
        } else {
            out.quad(subject, property, node(value, graph), null, null, null, graph);
        }
    }

    private String list(JsonArray items, @Nullable String graph) throws RdfConsumerException {
        String rest = RDF + "nil";
        for (int i = items.size() - 1; i >= 0; i--) {
            String cell = fresh();
            object(cell, RDF + "first", items.getJsonObject(i), graph);
            out.quad(cell, RDF + "rest", rest, null, null, null, graph);
            rest = cell;
        }
        return rest;
    }

    private void literal(String subject, String property, JsonObject value, @Nullable String graph)
            throws RdfConsumerException {
        refuseIndex(value);
        String language = value.getString("@language", null);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw new ContentException(Code.NOT_COVERED, "@language " + language);
        }
        if (value.containsKey("@direction")) {
            String kind = (language == null ? "" : language.toLowerCase(java.util.Locale.ROOT)) + "_";
            String datatype = "https://www.w3.org/ns/i18n#" + kind + value.getString("@direction");
            out.quad(subject, property, value.getString("@value"), datatype, null, null, graph);
        } else if (language != null) {
            out.quad(subject, property, value.getString("@value"), RDF + "langString", language, null, graph);
        } else {
            typed(subject, property, value, graph);
        }
    }

    private void typed(String subject, String property, JsonObject value, @Nullable String graph)
            throws RdfConsumerException {
        String stated = value.getString("@type", null);
        if (stated != null && !stated.equals("@json") && !IRI.matcher(stated).matches()) {
            throw new ContentException(Code.NOT_COVERED, "@type " + stated);
        }
        Literals.Literal literal = Literals.of(value.get("@value"), stated);
        out.quad(subject, property, literal.text(), literal.datatype(), null, null, graph);
    }

    /// An index is not a statement, so it would stay unsigned.
    private static void refuseIndex(JsonObject value) {
        if (value.containsKey("@index")) {
            throw new ContentException(Code.NOT_COVERED, "@index");
        }
    }

    private static String resource(@Nullable JsonValue value, String place) {
        String text = value instanceof JsonString string ? string.getString() : "";
        if (BLANK.matcher(text).matches()) {
            return "_:x" + text.substring(2); // never the same as a fresh one
        }
        if (!IRI.matcher(text).matches()) {
            throw new ContentException(Code.NOT_COVERED, place + " " + text);
        }
        return text;
    }

    private String fresh() {
        return "_:n" + blanks++;
    }
}
