package org.cairn.credential.proof;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gives labels to blank nodes, one after the other (RDFC-1.0, 4.5).
final class Issuer {

    private final String prefix;
    private final Map<String, String> issued;

    private Issuer(String prefix, Map<String, String> issued) {
        this.prefix = prefix;
        this.issued = issued;
    }

    static Issuer of(String prefix) {
        return new Issuer(prefix, new LinkedHashMap<>());
    }

    Issuer copy() {
        return new Issuer(prefix, new LinkedHashMap<>(issued));
    }

    /// The label of the node, a new one if it has none yet.
    String issue(String blank) {
        return issued.computeIfAbsent(blank, name -> prefix + issued.size());
    }

    boolean has(String blank) {
        return issued.containsKey(blank);
    }

    Optional<String> label(String blank) {
        return Optional.ofNullable(issued.get(blank));
    }

    /// The nodes that have a label, in the order in which they got it.
    Set<String> blanks() {
        return issued.keySet();
    }

    Map<String, String> labels() {
        return Collections.unmodifiableMap(issued);
    }
}
