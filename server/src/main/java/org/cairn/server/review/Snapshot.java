package org.cairn.server.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.cairn.server.catalogue.SpecContent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The text that is judged, and its digest. Equal contents have equal digests on every machine:
/// what is a set in the content has no order of its own, so it is sorted; the order of languages
/// means something and stays.
@Component
class Snapshot {
    private static final Set<String> SETS = Set.of("participation", "assessedBy");

    private final JsonMapper json;

    Snapshot(JsonMapper json) {
        this.json = json;
    }

    String text(SpecContent content) {
        var tree = json.valueToTree(content);
        sortSets(tree);
        return json.writeValueAsString(tree);
    }

    String sha256(SpecContent content) {
        return sha256(text(content).getBytes(StandardCharsets.UTF_8));
    }

    /// Whether two contents are the same text. Both are drawn up by the program of today:
    /// elements that a spec did not have when one of them was kept make no difference.
    boolean isSame(SpecContent one, SpecContent other) {
        return text(one).equals(text(other));
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sortSets(JsonNode node) {
        if (node instanceof ObjectNode group) {
            group.propertyStream().forEach(entry -> {
                if (SETS.contains(entry.getKey()) && entry.getValue() instanceof ArrayNode members) {
                    sort(members);
                }
                sortSets(entry.getValue());
            });
        } else if (node instanceof ArrayNode list) {
            list.forEach(Snapshot::sortSets);
        }
    }

    private static void sort(ArrayNode members) {
        var sorted = StreamSupport.stream(members.spliterator(), false)
                .sorted(Comparator.comparing(JsonNode::asString))
                .toList();
        members.removeAll();
        members.addAll(sorted);
    }
}
