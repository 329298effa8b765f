package org.cairn.credential.proof;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.nquads.NQuadsAlphabet;
import org.jspecify.annotations.Nullable;

/// One RDF statement. A blank node is known by its label, `_:…`.
///
/// @param datatype of a literal; absent when the object is a resource
record Quad(
        String subject,
        String predicate,
        String object,
        @Nullable String datatype,
        @Nullable String language,
        @Nullable String graph) {

    private static final String XSD_STRING = "http://www.w3.org/2001/XMLSchema#string";

    /// What blank nodes are called in a line.
    interface Labels {
        String label(String blank);
    }

    static boolean isBlank(String resource) {
        return resource.startsWith("_:");
    }

    boolean objectIsBlank() {
        return datatype == null && isBlank(object);
    }

    boolean graphIsBlank() {
        return graph != null && isBlank(graph);
    }

    void sendTo(RdfQuadConsumer consumer) throws RdfConsumerException {
        consumer.quad(subject, predicate, object, datatype, language, null, graph);
    }

    /// Appends the canonical N-Quads line (RDF 1.2 N-Quads, section 5).
    void write(StringBuilder line, Labels labels) {
        resource(line, subject, labels);
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
