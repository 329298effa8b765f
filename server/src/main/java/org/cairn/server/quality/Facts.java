package org.cairn.server.quality;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.identity.Organisation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// What rules look at: one tree of the spec, its issuer and perhaps the award.
final class Facts {
    private static final int LONGEST_QUOTE = 90;

    private Facts() {}

    static JsonNode of(JsonMapper json, SpecContent content, Organisation issuer) {
        var facts = json.createObjectNode();
        facts.set("spec", json.valueToTree(content));
        facts.putObject("issuer").put("legalName", issuer.legalName()).put("country", issuer.country());
        return facts;
    }

    /// The node at a dotted path; a missing node when there is none.
    static JsonNode at(JsonNode facts, String path) {
        var node = facts;
        if (path.isEmpty()) {
            return node;
        }
        for (var step : path.split("\\.", -1)) {
            node = node.path(step);
        }
        return node.isNull() ? MissingNode.getInstance() : node;
    }

    static boolean isSaid(JsonNode node) {
        return node.isString() ? !node.asString().isBlank() : node.isContainer() ? !node.isEmpty() : node.isValueNode();
    }

    /// The texts of a value or of a list's members.
    static List<String> texts(JsonNode node) {
        return node.isString()
                ? List.of(node.asString())
                : StreamSupport.stream(node.spliterator(), false)
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .toList();
    }

    /// A value as a person would quote it: a text shortened, a list of words, or how many members there are.
    static String quote(JsonNode node) {
        var text = node.isObject()
                ? node.properties().stream()
                        .findFirst()
                        .map(e -> e.getValue().asString(""))
                        .orElse("")
                : node.isArray() ? quoteList(node) : node.asString("");
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    }

    private static String quoteList(JsonNode list) {
        var words = texts(list);
        return words.size() == list.size()
                ? words.stream().map(w -> w.replace('_', ' ')).collect(Collectors.joining(", "))
                : Integer.toString(list.size());
    }
}
