package org.cairn.credential.selective;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// The label map of a derived proof, from canonical labels to those that were signed, in its compressed form: of
/// canonical labels (`c14n0`) only the number is written.
final class LabelMap {

    private static final String CANONICAL = "c14n";

    private LabelMap() {}

    static <T> SortedMap<Integer, T> compressed(Map<String, String> labels, Function<String, T> value) {
        SortedMap<Integer, T> map = new TreeMap<>();
        labels.forEach((from, to) -> map.put(Integer.valueOf(from.substring(CANONICAL.length())), value.apply(to)));
        return map;
    }

    /// Two canonical labels must not become one: what is said of two things would then be checked as if said of one.
    static <T> Map<String, String> expanded(SortedMap<Integer, T> map, Function<T, String> label) {
        Map<String, String> labels = new HashMap<>();
        map.forEach((from, to) -> labels.put(CANONICAL + from, label.apply(to)));
        if (new HashSet<>(labels.values()).size() < labels.size()) {
            throw new MalformedProofException("a label twice");
        }
        return labels;
    }
}
