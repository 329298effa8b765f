package org.cairn.server.quality;

import java.util.List;
import java.util.function.UnaryOperator;
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

    /// A value as a person would quote it, shortened: a text in the first of its languages, or the members of a list.
    ///
    /// @param words for codes, as `ON_SITE`; gives anything else back as it is
    static String quote(JsonNode node, UnaryOperator<String> words) {
        var text = node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(member -> quoteOne(member, words))
                        .collect(Collectors.joining("; "))
                : quoteOne(node, words);
        return text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
    }

    /// An object is known by its type where it has one (an assessment), by its text (an outcome), else by the first of
    /// its members (a title in several languages).
    private static String quoteOne(JsonNode node, UnaryOperator<String> words) {
        if (!node.isObject()) {
            return words.apply(node.asString(""));
        }
        if (node.path("type").isString()) {
            return words.apply(node.path("type").asString());
        }
        var telling = node.path("text").isObject() ? node.path("text") : node;
        return telling.properties().stream()
                .findFirst()
                .map(e -> e.getValue().asString(""))
                .orElse("");
    }
}
