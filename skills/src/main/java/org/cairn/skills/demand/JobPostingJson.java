package org.cairn.skills.demand;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A posting as a JSON object: schema.org's `JobPosting`, whose values may be texts, objects with a name or lists of
/// either, or a flat object with a table's columns.
final class JobPostingJson {
    /// Properties of an object around postings.
    static final List<String> LISTS =
            List.of("@graph", "itemListElement", "postings", "jobs", "results", "items", "data", "hits");

    private static final List<String> NAMES =
            List.of("name", "@value", "value", "legalName", "codeValue", "text", "@id");
    private static final int MOST_ELEMENTS = 200;

    private JobPostingJson() {}

    /// The list inside, or the object itself.
    static JsonNode inner(JsonNode object) {
        return object.has("title") || object.has("description") || object.has("text") ? object : listOf(object);
    }

    private static JsonNode listOf(JsonNode object) {
        return LISTS.stream()
                .map(object::path)
                .filter(JsonNode::isArray)
                .findFirst()
                .orElse(object);
    }

    /// Empty for what is there on purpose and is no posting, such as the site's own description in an `@graph`.
    static Optional<Row> row(JsonNode node, long number, long line, PostingReader.Defaults defaults) {
        JsonNode posting = node.path("@type").toString().contains("ListItem") ? node.path("item") : node;
        if (!posting.isObject()) {
            return Optional.of(new Row.Bad(number, line, PostingFault.NOT_A_POSTING, shortened(posting)));
        }
        if (posting.has("@type") && !posting.path("@type").toString().contains("JobPosting")) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Row.Good(number, line, fields(posting).posting(defaults)));
        } catch (Fields.Refused refused) {
            return Optional.of(new Row.Bad(number, line, refused.fault, refused.detail));
        }
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.substring(0, Math.min(60, text.length()));
    }

    private static Fields fields(JsonNode posting) throws Fields.Refused {
        Fields fields = new Fields();
        for (Map.Entry<String, JsonNode> property : posting.properties()) {
            Optional<Column> column = Column.of(property.getKey());
            if (column.isPresent() && column.get() != Column.LOCATION) {
                fields.put(column.get(), text(property.getValue()));
            }
        }
        place(posting.path("jobLocation"), fields);
        place(posting.path("location"), fields);
        place(posting.path("applicantLocationRequirements"), fields);
        return fields;
    }

    /// A `Place` with a `PostalAddress`, the first of several; for work from anywhere, the country that is asked for.
    private static void place(JsonNode location, Fields fields) throws Fields.Refused {
        JsonNode place = location.isArray() ? location.path(0) : location;
        JsonNode address =
                place.path("address").isArray() ? place.path("address").path(0) : place.path("address");
        if (address.isObject()) {
            fields.put(Column.COUNTRY, text(address.path("addressCountry")));
            fields.put(Column.SUBDIVISION, text(address.path("addressRegion")));
        } else if (place.path("@type").toString().contains("Country")) {
            fields.put(Column.COUNTRY, text(place));
        }
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return values(value).stream()
                    .limit(MOST_ELEMENTS)
                    .map(element -> element.isArray() ? "" : text(element))
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining(", "));
        }
        if (value.isObject()) {
            // An identifier's name is the name of the register, not what stands in it.
            List<String> names = value.path("@type").toString().contains("PropertyValue") ? List.of("value") : NAMES;
            return names.stream()
                    .map(value::path)
                    .filter(JsonNode::isValueNode)
                    .filter(node -> !node.isNull())
                    .findFirst()
                    .map(JsonNode::asString)
                    .orElse("");
        }
        return value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    private static Collection<JsonNode> values(JsonNode array) {
        return array.values();
    }
}
