package org.cairn.credential.proof;

import com.apicatalog.rdf.nquads.NQuadsAlphabet;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One RDF statement. A blank node is known by its label, `_:…`.
final class Quad {

    private static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

    private final String subject;
    private final String predicate;
    private final String object;
    private final @Nullable String datatype;
    private final @Nullable String language;
    private final @Nullable String graph;

    /// The line after its subject; kept where it is the same whatever blank nodes are called.
    private @Nullable String rest;

    /// @param datatype of a literal; absent when the object is a resource
    Quad(
            String subject,
            String predicate,
            String object,
            @Nullable String datatype,
            @Nullable String language,
            @Nullable String graph) {
        this.subject = subject;
        this.predicate = predicate;
        this.object = object;
        this.datatype = datatype;
        this.language = language;
        this.graph = graph;
    }

    /// What blank nodes are called in a line.
    interface Labels {
        String label(String blank);
    }

    private static boolean isBlank(String resource) {
        return resource.startsWith("_:");
    }

    /// The blank nodes that it mentions, each once.
    void forEachBlank(Consumer<String> action) {
        if (isBlank(subject)) {
            action.accept(subject);
        }
        if (objectIsBlank() && !object.equals(subject)) {
            action.accept(object);
        }
        if (graph != null && isBlank(graph) && !graph.equals(subject) && !(objectIsBlank() && graph.equals(object))) {
            action.accept(graph);
        }
    }

    /// Each mention of a blank node, with where it is said and by which predicate (RDFC-1.0, 4.7.3).
    void forEachPlace(BiConsumer<String, String> action) {
        if (isBlank(subject)) {
            action.accept("s<" + predicate + ">", subject);
        }
        if (objectIsBlank()) {
            action.accept("o<" + predicate + ">", object);
        }
        if (graph != null && isBlank(graph)) {
            action.accept("g", graph);
        }
    }

    private boolean objectIsBlank() {
        return datatype == null && isBlank(object);
    }

    /// Appends the canonical N-Quads line (RDF 1.2 N-Quads, section 5).
    void write(StringBuilder line, Labels labels) {
        resource(line, subject, labels);
        if (rest != null) {
            line.append(rest);
            return;
        }
        int start = line.length();
        rest(line, labels);
        if (!objectIsBlank() && (graph == null || !isBlank(graph))) {
            rest = line.substring(start);
        }
    }

    private void rest(StringBuilder line, Labels labels) {
        line.append(" <").append(predicate).append("> ");
        if (datatype == null) {
            resource(line, object, labels);
        } else {
            literal(line, datatype);
        }
        if (graph != null) {
            line.append(' ');
            resource(line, graph, labels);
        }
        line.append(" .\n");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Quad quad
                && object.equals(quad.object)
                && subject.equals(quad.subject)
                && predicate.equals(quad.predicate)
                && Objects.equals(datatype, quad.datatype)
                && Objects.equals(language, quad.language)
                && Objects.equals(graph, quad.graph);
    }

    @Override
    public int hashCode() {
        return (subject.hashCode() * 31 + predicate.hashCode()) * 31 + object.hashCode();
    }

    private static void resource(StringBuilder line, String resource, Labels labels) {
        if (isBlank(resource)) {
            line.append(labels.label(resource));
        } else {
            line.append('<').append(resource).append('>');
        }
    }

    private void literal(StringBuilder line, String type) {
        line.append('"')
                .append(isPlain(object) ? object : NQuadsAlphabet.escape(object))
                .append('"');
        if (language != null) {
            line.append('@').append(language);
        } else if (!type.equals(XSD_STRING)) {
            line.append("^^<").append(type).append('>');
        }
    }

    /// Whether nothing in it has to be escaped.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c == 0x7f) {
                return false;
            }
        }
        return true;
    }
}
