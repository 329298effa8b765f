package org.cairn.server.codesign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.TreeMap;
import org.cairn.server.catalogue.SpecContent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The fingerprint of a draft: the same content has the same one, on each start and each node. Thread-safe.
@Component
class DraftDigest {
    private final JsonMapper json;

    DraftDigest(JsonMapper json) {
        this.json = json;
    }

    /// SHA-256 in hexadecimal.
    String of(SpecContent content) {
        ObjectNode tree = json.valueToTree(content);
        sort(tree.path("participation"));
        tree.path("outcomes").forEach(outcome -> sort(outcome.path("assessedBy")));
        // Their paths say where they belong, whatever order a form or a program sent them in.
        var facts = new TreeMap<String, JsonNode>();
        tree.path("frameworkFacts").properties().forEach(fact -> facts.put(fact.getKey(), fact.getValue()));
        tree.set("frameworkFacts", json.valueToTree(facts));
        return HexFormat.of().formatHex(sha256(json.writeValueAsString(tree)));
    }

    /// Sets have no order of their own, and each start of Java goes through them in another.
    private static void sort(JsonNode set) {
        if (set instanceof ArrayNode array) {
            var members = array.valueStream()
                    .sorted(Comparator.comparing(JsonNode::toString))
                    .toList();
            array.removeAll();
            array.addAll(members);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
