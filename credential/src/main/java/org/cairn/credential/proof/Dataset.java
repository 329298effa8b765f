package org.cairn.credential.proof;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import jakarta.json.JsonArray;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.cairn.credential.proof.ContentException.Code;
import org.jspecify.annotations.Nullable;

/// A set of statements, and its canonical form by RDFC-1.0.
final class Dataset implements RdfQuadConsumer {

    private final Set<Quad> quads = new LinkedHashSet<>();

    /// Of an expanded document. A blank node with a label of its own keeps it, behind an `x`.
    static Dataset of(JsonArray expanded) {
        Dataset statements = new Dataset();
        try {
            new Quads(statements).add(expanded);
        } catch (RdfConsumerException e) {
            throw new ContentException(Code.NOT_PROCESSABLE, "");
        }
        return statements;
    }

    @Override
    public RdfQuadConsumer quad(
            String subject,
            String predicate,
            String object,
            @Nullable String datatype,
            @Nullable String language,
            @Nullable String direction,
            @Nullable String graph) {
        if (direction != null) {
            throw new IllegalArgumentException("a direction is to be written as a datatype");
        }
        quads.add(new Quad(subject, predicate, object, datatype, language, graph));
        return this;
    }

    boolean isEmpty() {
        return quads.isEmpty();
    }

    Set<Quad> quads() {
        return Collections.unmodifiableSet(quads);
    }

    /// The canonical N-Quads: lines with canonical labels, in order.
    ///
    /// @throws ContentException when that would take too many steps
    String canonical(Hash hash) {
        Map<String, String> labels = labels(hash);
        StringBuilder line = new StringBuilder();
        String[] lines = new String[quads.size()];
        int count = 0;
        for (Quad quad : quads) {
            line.setLength(0);
            quad.write(line, blank -> labels.getOrDefault(blank, blank));
            lines[count++] = line.toString();
        }
        Arrays.sort(lines);
        return String.join("", lines);
    }

    /// The canonical label of each blank node.
    ///
    /// @throws ContentException when finding it out would take too many steps
    Map<String, String> labels(Hash hash) {
        return Labelling.of(quads, hash);
    }
}
