package org.cairn.credential.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// The statements of one document, whose blank nodes can be given other labels. Labels are without the leading `_:`.
public final class Statements {

    private static final String BLANK = "_:";

    private final Dataset dataset;

    Statements(Dataset dataset) {
        this.dataset = dataset;
    }

    /// The label RDFC-1.0 gives to each blank node, by its present one.
    public Map<String, String> canonicalLabels() {
        Map<String, String> labels = new HashMap<>();
        dataset.labels(Hash.SHA_256).forEach((from, to) -> labels.put(bare(from), bare(to)));
        return labels;
    }

    /// The statements as lines of N-Quads with new labels, each once and in order.
    public List<String> labelled(UnaryOperator<String> labels) {
        TreeSet<String> lines = new TreeSet<>();
        StringBuilder line = new StringBuilder();
        for (Quad quad : dataset.quads()) {
            line.setLength(0);
            quad.write(line, blank -> BLANK + labels.apply(bare(blank)));
            lines.add(line.toString());
        }
        return List.copyOf(lines);
    }

    /// As [#labelled(UnaryOperator)]; labels that are not in the map stay as they are.
    public List<String> labelled(Map<String, String> labels) {
        return labelled(label -> labels.getOrDefault(label, label));
    }

    private static String bare(String label) {
        return label.startsWith(BLANK) ? label.substring(BLANK.length()) : label;
    }
}
