package org.cairn.credential.proof;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonArray;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.cairn.credential.proof.ContentException.Code;
import org.jspecify.annotations.Nullable;

/// The statements of one document, whose blank nodes can be given other labels. Labels are without the leading `_:`.
public final class Statements {

    private static final String BLANK = "_:";

    private final List<Quad> quads;

    private Statements(List<Quad> quads) {
        this.quads = List.copyOf(quads);
    }

    /// Of an expanded document. A blank node with a label of its own keeps it, behind an `x`.
    static Statements of(JsonArray expanded) {
        List<Quad> quads = new ArrayList<>();
        try {
            new Quads(new Collector(quads)).add(expanded);
        } catch (RdfConsumerException e) {
            throw new ContentException(Code.NOT_PROCESSABLE, "");
        }
        return new Statements(quads);
    }

    /// The label RDFC-1.0 gives to each blank node, by its present one.
    public Map<String, String> canonicalLabels() {
        RdfCanon canon = Canonical.canon();
        try {
            for (Quad quad : quads) {
                quad.emit(canon, UnaryOperator.identity());
            }
            canon.provide(new Collector(new ArrayList<>()));
        } catch (RdfConsumerException e) {
            throw new ContentException(Code.NOT_PROCESSABLE, "");
        } catch (IllegalStateException e) {
            throw new ContentException(Code.TOO_COMPLEX, "canonicalization");
        }
        Map<String, String> labels = new HashMap<>();
        canon.mapping().forEach((from, to) -> labels.put(bare(from), bare(to)));
        return labels;
    }

    /// The statements as lines of N-Quads with new labels, each once and in order.
    public List<String> labelled(UnaryOperator<String> labels) {
        TreeSet<String> lines = new TreeSet<>();
        quads.forEach(quad -> lines.add(quad.line(labels)));
        return List.copyOf(lines);
    }

    /// As [#labelled(UnaryOperator)]; labels that are not in the map stay as they are.
    public List<String> labelled(Map<String, String> labels) {
        return labelled(label -> labels.getOrDefault(label, label));
    }

    private static String bare(String label) {
        return label.startsWith(BLANK) ? label.substring(BLANK.length()) : label;
    }

    private record Quad(
            String subject,
            String predicate,
            String object,
            @Nullable String datatype,
            @Nullable String language,
            @Nullable String direction,
            @Nullable String graph) {

        void emit(RdfQuadConsumer out, UnaryOperator<String> labels) throws RdfConsumerException {
            String value = datatype == null ? named(object, labels) : object;
            String where = graph == null ? null : named(graph, labels);
            out.quad(named(subject, labels), predicate, value, datatype, language, direction, where);
        }

        String line(UnaryOperator<String> labels) {
            String value = datatype == null ? named(object, labels) : object;
            String where = graph == null ? null : named(graph, labels);
            return NQuadsWriter.nquad(named(subject, labels), predicate, value, datatype, language, direction, where);
        }

        private static String named(String resource, UnaryOperator<String> labels) {
            return resource.startsWith(BLANK) ? BLANK + labels.apply(bare(resource)) : resource;
        }
    }

    private record Collector(List<Quad> quads) implements RdfQuadConsumer {

        @Override
        public RdfQuadConsumer quad(
                String subject,
                String predicate,
                String object,
                @Nullable String datatype,
                @Nullable String language,
                @Nullable String direction,
                @Nullable String graph) {
            quads.add(new Quad(subject, predicate, object, datatype, language, direction, graph));
            return this;
        }
    }
}
