package org.cairn.skills.demand;

import java.io.Reader;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// One JSON document over many lines: a list of postings, an object with such a list, or one posting. Lists are read
/// element by element.
final class JsonDocument implements PostingReader.Rows {
    private final JsonParser parser;
    private final PostingReader.Defaults defaults;
    private final ObjectNode outside = JsonRows.JSON.createObjectNode();
    private Place place = Place.BEFORE;
    private boolean lists;
    private long number;

    private enum Place {
        BEFORE,
        OBJECT,
        LIST_OF_OBJECT,
        LIST,
        AFTER
    }

    JsonDocument(Reader in, PostingReader.Defaults defaults) {
        this.parser = JsonRows.JSON.createParser(in);
        this.defaults = defaults;
    }

    @Override
    public Optional<Row> read() {
        try {
            while (place != Place.AFTER) {
                Optional<Row> row = step();
                if (row.isPresent()) {
                    return row;
                }
            }
            return Optional.empty();
        } catch (JacksonException e) {
            place = Place.AFTER;
            long line =
                    Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr());
            return Optional.of(
                    new Row.Bad(++number, line, PostingFault.REST_UNREADABLE, String.valueOf(e.getOriginalMessage())));
        }
    }

    private Optional<Row> step() {
        JsonToken token = parser.nextToken();
        return switch (place) {
            case BEFORE -> {
                place = token == JsonToken.START_ARRAY ? Place.LIST : Place.OBJECT;
                yield Optional.empty();
            }
            case LIST, LIST_OF_OBJECT -> element(token);
            case OBJECT -> property(token);
            case AFTER -> Optional.empty();
        };
    }

    private Optional<Row> element(JsonToken token) {
        if (token == JsonToken.END_ARRAY) {
            place = place == Place.LIST ? Place.AFTER : Place.OBJECT;
            return Optional.empty();
        }
        return row(tree(), parser.currentTokenLocation().getLineNr());
    }

    private Optional<Row> property(JsonToken token) {
        if (token == JsonToken.END_OBJECT) {
            place = Place.AFTER;
            return lists ? Optional.empty() : row(outside, 1);
        }
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && JobPostingJson.LISTS.contains(name)) {
            place = Place.LIST_OF_OBJECT;
            lists = true;
        } else {
            outside.set(name, tree());
        }
        return Optional.empty();
    }

    private JsonNode tree() {
        return parser.readValueAsTree();
    }

    private Optional<Row> row(JsonNode node, long line) {
        Optional<Row> row = JobPostingJson.row(node, number + 1, line, defaults);
        number += row.isPresent() ? 1 : 0;
        return row;
    }
}
