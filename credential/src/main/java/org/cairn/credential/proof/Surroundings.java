package org.cairn.credential.proof;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cairn.credential.proof.ContentException.Code;

/// Tells blank nodes apart by what is further around them: Hash N-Degree Quads (RDFC-1.0, 4.8). Step numbers are those
/// of 4.8.3. The work grows beyond all bounds with the number of nodes that are alike, so it is limited.
final class Surroundings {

    /// Neighbours looked at before a document counts as poison. A real credential needs some thousand; documents
    /// built to have as many equal blank nodes as possible need more than the age of the universe.
    private static final int MAX_STEPS = 1_000_000;

    /// A list of more objects than this is not told apart; each is a call inside the one before.
    private static final int MAX_DEPTH = 500;

    private final Map<String, List<Quad>> mentions;
    private final Map<String, String> firstDegree;
    private final Issuer canonical;
    private final MessageDigest digest;
    private int steps;
    private int depth;

    /// @param firstDegree the hash of each blank node by the statements next to it
    Surroundings(
            Map<String, List<Quad>> mentions, Map<String, String> firstDegree, Issuer canonical, MessageDigest digest) {
        this.mentions = mentions;
        this.firstDegree = firstDegree;
        this.canonical = canonical;
        this.digest = digest;
    }

    /// What was seen from a node.
    ///
    /// @param issuer gave labels to the nodes that were come across
    record Seen(String hash, Issuer issuer) {}

    /// One way through nodes that are alike.
    private record Path(String text, Issuer issuer) {

        /// Whether one that begins like this can be given up (5.4.4.3, 5.4.5.5).
        boolean beats(StringBuilder other) {
            return !text.isEmpty() && other.length() >= text.length() && text.compareTo(other.toString()) < 0;
        }
    }

    /// Looks around from the node.
    Seen of(String blank, Issuer issuer) {
        if (++depth > MAX_DEPTH) {
            throw tooComplex();
        }
        StringBuilder data = new StringBuilder(); // 4
        Issuer current = issuer;
        for (Map.Entry<String, List<String>> alike : neighbours(blank, issuer).entrySet()) { // 5
            Path chosen = chosen(alike.getValue(), current);
            data.append(alike.getKey()).append(chosen.text); // 5.1, 5.5
            current = chosen.issuer; // 5.6
        }
        depth--;
        return new Seen(Hash.hex(digest, data.toString()), current); // 6
    }

    /// 1 to 3: the neighbours by the hash of how they are related.
    private SortedMap<String, List<String>> neighbours(String blank, Issuer issuer) {
        SortedMap<String, List<String>> neighbours = new TreeMap<>();
        for (Quad quad : mentions.getOrDefault(blank, List.of())) {
            quad.forEachPlace((place, other) -> {
                if (!other.equals(blank)) {
                    count();
                    String hash = Hash.hex(digest, place + name(other, issuer)); // 4.7.3
                    neighbours.computeIfAbsent(hash, name -> new ArrayList<>()).add(other);
                }
            });
        }
        return neighbours;
    }

    private String name(String blank, Issuer issuer) {
        return canonical
                .label(blank)
                .or(() -> issuer.label(blank))
                .orElseGet(() -> firstDegree.getOrDefault(blank, ""));
    }

    /// 5.4: the least of all ways through them.
    private Path chosen(List<String> alike, Issuer issuer) {
        Path chosen = new Path("", issuer);
        for (Permutations orders = new Permutations(alike); orders.hasNext(); ) {
            count();
            Path path = path(orders.next(), issuer.copy(), chosen);
            if (chosen.text.isEmpty() || path.text.compareTo(chosen.text) < 0) { // 5.4.6
                chosen = path;
            }
        }
        return chosen;
    }

    /// 5.4.4 and 5.4.5: one way, or the chosen one as soon as it turns out to be better.
    private Path path(List<String> order, Issuer copy, Path chosen) {
        StringBuilder text = new StringBuilder();
        List<String> unseen = new ArrayList<>();
        for (String blank : order) {
            Optional<String> known = canonical.label(blank);
            if (known.isEmpty() && !copy.has(blank)) {
                unseen.add(blank);
            }
            text.append(known.orElseGet(() -> copy.issue(blank)));
            if (chosen.beats(text)) {
                return chosen;
            }
        }
        return followed(new Path(text.toString(), copy), unseen, chosen);
    }

    /// 5.4.5
    private Path followed(Path begun, List<String> unseen, Path chosen) {
        StringBuilder text = new StringBuilder(begun.text);
        Issuer issuer = begun.issuer;
        for (String blank : unseen) {
            Seen seen = of(blank, issuer);
            text.append(issuer.issue(blank)).append('<').append(seen.hash).append('>');
            issuer = seen.issuer;
            if (chosen.beats(text)) {
                return chosen;
            }
        }
        return new Path(text.toString(), issuer);
    }

    private void count() {
        if (++steps > MAX_STEPS) {
            throw tooComplex();
        }
    }

    private static ContentException tooComplex() {
        return new ContentException(Code.TOO_COMPLEX, "canonicalization");
    }
}
