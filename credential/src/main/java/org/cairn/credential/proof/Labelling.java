package org.cairn.credential.proof;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The canonical labels of blank nodes by RDFC-1.0. Nearly always the statements next to a node tell it from all
/// others; where they do not, as with the cells of a list, [Surroundings] does. Step numbers are those of 4.4.3.
final class Labelling {

    private final Map<String, List<Quad>> mentions = new HashMap<>();
    private final Map<String, String> firstDegree = new HashMap<>();
    private final Issuer canonical = Issuer.of("_:c14n");
    private final MessageDigest digest;

    private Labelling(Hash hash) {
        this.digest = hash.digest();
    }

    /// @param quads each once
    /// @throws ContentException when it would take too many steps
    static Map<String, String> of(Collection<Quad> quads, Hash hash) {
        Labelling labelling = new Labelling(hash);
        quads.forEach(labelling::mention); // 2
        labelling.label();
        return labelling.canonical.labels();
    }

    private void mention(Quad quad) {
        quad.forEachBlank(blank ->
                mentions.computeIfAbsent(blank, name -> new ArrayList<>()).add(quad));
    }

    private void label() {
        SortedMap<String, List<String>> byHash = new TreeMap<>();
        mentions.forEach((blank, mentioning) -> {
            String hash = firstDegreeHash(blank, mentioning);
            firstDegree.put(blank, hash);
            byHash.computeIfAbsent(hash, name -> new ArrayList<>(1)).add(blank); // 3
        });
        byHash.values().stream()
                .filter(alike -> alike.size() == 1)
                .forEach(alike -> canonical.issue(alike.getFirst())); // 4
        if (canonical.blanks().size() < mentions.size()) {
            Surroundings surroundings = new Surroundings(mentions, firstDegree, canonical, digest);
            byHash.values().stream()
                    .filter(alike -> alike.size() > 1)
                    .forEach(alike -> tellApart(alike, surroundings)); // 5
        }
    }

    private void tellApart(List<String> alike, Surroundings surroundings) {
        List<Surroundings.Seen> paths = new ArrayList<>();
        for (String blank : alike) {
            if (!canonical.has(blank)) { // 5.2
                Issuer issuer = Issuer.of("_:b");
                issuer.issue(blank);
                paths.add(surroundings.of(blank, issuer));
            }
        }
        paths.sort(Comparator.comparing(Surroundings.Seen::hash)); // 5.3
        paths.forEach(path -> path.issuer().blanks().forEach(canonical::issue));
    }

    /// 4.6.3
    private String firstDegreeHash(String blank, List<Quad> mentioning) {
        StringBuilder line = new StringBuilder();
        String[] lines = new String[mentioning.size()];
        for (int i = 0; i < lines.length; i++) {
            line.setLength(0);
            mentioning.get(i).write(line, other -> other.equals(blank) ? "_:a" : "_:z");
            lines[i] = line.toString();
        }
        Arrays.sort(lines);
        return Hash.hex(digest, String.join("", lines));
    }
}
