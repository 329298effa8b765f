package org.cairn.credential.proof;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import java.io.StringWriter;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// RDFC-1.0 by another implementation, to compare with. It takes a statement that comes twice for two.
final class Titanium {

    private static final int MAX_STEPS = 200_000;

    private Titanium() {}

    interface Source {
        void sendTo(RdfQuadConsumer out) throws RdfConsumerException;
    }

    static String canonical(Source statements, Hash hash) {
        int[] steps = {0};
        RdfCanon canon = RdfCanon.create(hash.algorithm(), () -> {
            if (++steps[0] > MAX_STEPS) {
                throw new IllegalStateException("too many steps");
            }
        });
        StringWriter text = new StringWriter();
        try {
            statements.sendTo(new Once(canon, new LinkedHashSet<>()));
            canon.provide(new NQuadsWriter(text));
        } catch (RdfConsumerException e) {
            throw new AssertionError(e);
        }
        return text.toString();
    }

    private record Row(
            String subject,
            String predicate,
            String object,
            @Nullable String datatype,
            @Nullable String language,
            @Nullable String graph) {}

    /// Passes each statement on once.
    private record Once(RdfQuadConsumer out, Set<Row> seen) implements RdfQuadConsumer {

        @Override
        public RdfQuadConsumer quad(
                String subject,
                String predicate,
                String object,
                @Nullable String datatype,
                @Nullable String language,
                @Nullable String direction,
                @Nullable String graph)
                throws RdfConsumerException {
            if (seen.add(new Row(subject, predicate, object, datatype, language, graph))) {
                out.quad(subject, predicate, object, datatype, language, direction, graph);
            }
            return this;
        }
    }
}
