package org.cairn.credential.proof;

import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.api.RdfQuadConsumer;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.JsonArray;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.credential.proof.ContentException.Code;
import org.jspecify.annotations.Nullable;

/// A set of statements on the way to its canonical form by RDFC-1.0. Nearly always the statements next to a blank node
/// tell it from all others (4.4.3, steps 1 to 5, and 4.6); that is done here. Where they do not, the general
/// implementation takes over. Step numbers in comments are those of 4.4.3.
final class Dataset implements RdfQuadConsumer {

    /// Steps before a document counts as poison. A real credential needs a few hundred; documents built to have as
    /// many equal blank nodes as possible need more than the age of the universe.
    private static final int MAX_STEPS = 200_000;

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

    /// The canonical N-Quads.
    ///
    /// @throws ContentException when that would take too many steps
    String canonical(Hash hash) {
        return distinct(hash).map(this::text).orElseGet(() -> general(hash));
    }

    /// The same by the general implementation alone.
    String general(Hash hash) {
        StringWriter text = new StringWriter();
        canonize(hash, new NQuadsWriter(text));
        return text.toString();
    }

    /// The label that each blank node gets.
    ///
    /// @throws ContentException when finding it out would take too many steps
    Map<String, String> labels(Hash hash) {
        return distinct(hash).orElseGet(() -> canonize(hash, new Dataset()));
    }

    private Map<String, String> canonize(Hash hash, RdfQuadConsumer result) {
        int[] steps = {0};
        RdfCanon canon = RdfCanon.create(hash.algorithm(), () -> {
            if (++steps[0] > MAX_STEPS) {
                throw new IllegalStateException("too many steps");
            }
        });
        try {
            for (Quad quad : quads) {
                quad.sendTo(canon);
            }
            canon.provide(result);
        } catch (RdfConsumerException e) {
            throw new ContentException(Code.NOT_PROCESSABLE, "");
        } catch (IllegalStateException e) {
            throw new ContentException(Code.TOO_COMPLEX, "canonicalization");
        }
        return canon.mapping();
    }

    /// The labels, where the first-degree hashes tell all blank nodes apart.
    private Optional<Map<String, String>> distinct(Hash hash) {
        MessageDigest digest = hash.digest();
        Map<String, String> byHash = new TreeMap<>();
        Map<String, List<Quad>> mentions = mentions();
        mentions.forEach((blank, mentioning) -> byHash.put(firstDegreeHash(blank, mentioning, digest), blank)); // 3
        if (byHash.size() < mentions.size()) {
            return Optional.empty();
        }
        Map<String, String> labels = new HashMap<>();
        byHash.values().forEach(blank -> labels.put(blank, "_:c14n" + labels.size())); // 4
        return Optional.of(labels);
    }

    /// 2: the statements that mention each blank node, each statement once.
    private Map<String, List<Quad>> mentions() {
        Map<String, List<Quad>> mentions = new HashMap<>();
        for (Quad quad : quads) {
            quad.forEachBlank(blank ->
                    mentions.computeIfAbsent(blank, name -> new ArrayList<>()).add(quad));
        }
        return mentions;
    }

    /// 4.6.3
    private static String firstDegreeHash(String blank, List<Quad> mentioning, MessageDigest digest) {
        StringBuilder line = new StringBuilder();
        String[] lines = new String[mentioning.size()];
        for (int i = 0; i < lines.length; i++) {
            line.setLength(0);
            mentioning.get(i).write(line, other -> other.equals(blank) ? "_:a" : "_:z");
            lines[i] = line.toString();
        }
        Arrays.sort(lines);
        return HexFormat.of().formatHex(digest.digest(String.join("", lines).getBytes(StandardCharsets.UTF_8)));
    }

    /// 7, and the canonical form of the result: sorted lines.
    private String text(Map<String, String> labels) {
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
}
