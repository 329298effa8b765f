package org.cairn.skills.taxonomy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.skills.taxonomy.Framework.Alignment;
import org.cairn.skills.taxonomy.Framework.Item;
import org.cairn.skills.taxonomy.Framework.Link;
import org.cairn.skills.taxonomy.Framework.Relation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A framework as a CASE 1.1 package: what `/ims/case/v1p1/CFPackages/{id}` answers with.
///
/// Kept of an item are its statement, its short form, code and keywords; of the associations those between
/// its items, and `exactMatchOf` to others, which become alignments (without the name of the other framework,
/// for which CASE has no place). `isParentOf` and `hasPart` are read as their counterparts. Rubrics, levels,
/// subjects, licences and dates of items are not kept.
public final class CasePackage {
    private static final Map<String, Relation> RELATIONS =
            Arrays.stream(Relation.values()).collect(Collectors.toMap(Relation::term, each -> each));

    private CasePackage() {}

    /// @throws TaxonomyException when it is no package, naming the item that cannot be taken
    public static Framework read(String json) throws TaxonomyException {
        JsonNode root = FrameworkJson.read(json);
        JsonNode document = root.path("CFDocument");
        if (!document.isObject()) {
            throw new TaxonomyException("There is no CFDocument. Give a CASE package, as CFPackages answers with.");
        }
        try {
            Map<ConceptUri, List<Alignment>> alignments = new LinkedHashMap<>();
            List<Link> links = new ArrayList<>();
            Set<ConceptUri> own = FrameworkJson.list(root, "CFItems")
                    .flatMap(item -> FrameworkJson.maybeUri(item, "uri").stream())
                    .collect(Collectors.toSet());
            FrameworkJson.list(root, "CFAssociations").forEach(each -> associate(each, own, alignments, links));
            return new Framework(
                    FrameworkJson.uri(document, "uri"),
                    FrameworkJson.text(document, "title"),
                    FrameworkJson.text(document, "creator"),
                    language(document),
                    FrameworkJson.time(document, "lastChangeDateTime", Instant.EPOCH),
                    items(root, alignments),
                    links);
        } catch (IllegalArgumentException e) {
            throw new TaxonomyException("The CFDocument cannot be used: " + e.getMessage(), e);
        }
    }

    private static String language(JsonNode document) {
        String language = FrameworkJson.text(document, "language");
        return language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*") ? language : "en";
    }

    private static List<Item> items(JsonNode root, Map<ConceptUri, List<Alignment>> alignments)
            throws TaxonomyException {
        List<Item> items = new ArrayList<>();
        for (JsonNode node : FrameworkJson.list(root, "CFItems").toList()) {
            try {
                ConceptUri uri = FrameworkJson.uri(node, "uri");
                items.add(new Item(
                        uri,
                        FrameworkJson.text(node, "humanCodingScheme"),
                        FrameworkJson.text(node, "abbreviatedStatement"),
                        FrameworkJson.text(node, "fullStatement"),
                        FrameworkJson.list(node, "conceptKeywords")
                                .filter(JsonNode::isString)
                                .map(JsonNode::asString)
                                .toList(),
                        alignments.getOrDefault(uri, List.of())));
            } catch (IllegalArgumentException e) {
                throw new TaxonomyException("CFItem " + (items.size() + 1) + " cannot be used: " + e.getMessage(), e);
            }
        }
        return items;
    }

    private static void associate(
            JsonNode node, Set<ConceptUri> own, Map<ConceptUri, List<Alignment>> alignments, List<Link> links) {
        String type = FrameworkJson.text(node, "associationType");
        JsonNode destination = node.path("destinationNodeURI");
        var from = FrameworkJson.maybeUri(node.path("originNodeURI"), "uri").filter(own::contains);
        var to = FrameworkJson.maybeUri(destination, "uri");
        if (from.isEmpty() || to.isEmpty()) {
            return;
        }
        if (own.contains(to.get())) {
            switch (type) {
                case "isParentOf" -> links.add(new Link(to.get(), Relation.IS_CHILD_OF, from.get()));
                case "hasPart" -> links.add(new Link(to.get(), Relation.IS_PART_OF, from.get()));
                default -> {
                    if (RELATIONS.containsKey(type)) {
                        links.add(new Link(from.get(), RELATIONS.get(type), to.get()));
                    }
                }
            }
        } else if (type.equals(Relation.EXACT_MATCH_OF.term())) {
            alignments
                    .computeIfAbsent(from.get(), none -> new ArrayList<>())
                    .add(new Alignment(to.get(), FrameworkJson.text(destination, "title"), ""));
        }
    }

    /// @param address under which the package can be had
    public static String write(Framework framework, ConceptUri address) {
        ObjectNode root = FrameworkJson.MAPPER.createObjectNode();
        String changed = FrameworkJson.time(framework.changedAt());
        ObjectNode document = root.putObject("CFDocument");
        document.put("identifier", FrameworkJson.identifier(framework.uri()))
                .put("uri", framework.uri().value())
                .put("creator", framework.creator().isEmpty() ? framework.title() : framework.creator())
                .put("title", framework.title())
                .put("lastChangeDateTime", changed)
                .put("language", framework.language())
                .put("caseVersion", "1.1");
        document.set("CFPackageURI", node(framework.title(), address));
        ArrayNode items = root.putArray("CFItems");
        ArrayNode associations = root.putArray("CFAssociations");
        Map<ConceptUri, String> titles =
                framework.items().stream().collect(Collectors.toMap(Item::uri, Item::label, (a, b) -> a));
        for (Item item : framework.items()) {
            items.add(item(item, framework, changed));
            item.alignments()
                    .forEach(to -> associations.add(association(
                            Relation.EXACT_MATCH_OF,
                            node(item.label(), item.uri()),
                            node(to.name().isEmpty() ? to.uri().value() : to.name(), to.uri()),
                            changed)));
        }
        for (Link link : framework.links()) {
            associations.add(association(
                    link.relation(),
                    node(titles.getOrDefault(link.from(), ""), link.from()),
                    node(titles.getOrDefault(link.to(), ""), link.to()),
                    changed));
        }
        return FrameworkJson.MAPPER.writeValueAsString(root);
    }

    private static ObjectNode item(Item item, Framework framework, String changed) {
        ObjectNode node = FrameworkJson.MAPPER.createObjectNode();
        node.put("identifier", FrameworkJson.identifier(item.uri()))
                .put("uri", item.uri().value())
                .put("fullStatement", item.statement())
                .put("language", framework.language())
                .put("lastChangeDateTime", changed);
        if (!item.name().isEmpty()) {
            node.put("abbreviatedStatement", item.name());
        }
        if (!item.code().isEmpty()) {
            node.put("humanCodingScheme", item.code());
        }
        if (!item.keywords().isEmpty()) {
            ArrayNode keywords = node.putArray("conceptKeywords");
            item.keywords().forEach(keywords::add);
        }
        node.set("CFDocumentURI", node(framework.title(), framework.uri()));
        return node;
    }

    private static ObjectNode association(Relation type, ObjectNode from, ObjectNode to, String changed) {
        ConceptUri uri = new ConceptUri("urn:uuid:"
                + FrameworkJson.identifier(
                        new ConceptUri("urn:x:" + from.path("identifier").asString() + ":" + type.term() + ":"
                                + to.path("identifier").asString() + ":")));
        ObjectNode node = FrameworkJson.MAPPER.createObjectNode();
        node.put("identifier", FrameworkJson.identifier(uri))
                .put("uri", uri.value())
                .put("associationType", type.term())
                .put("lastChangeDateTime", changed);
        node.set("originNodeURI", from);
        node.set("destinationNodeURI", to);
        return node;
    }

    private static ObjectNode node(String title, ConceptUri uri) {
        return FrameworkJson.MAPPER
                .createObjectNode()
                .put("title", title)
                .put("identifier", FrameworkJson.identifier(uri))
                .put("uri", uri.value());
    }
}
