package org.cairn.skills.taxonomy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.skills.taxonomy.Framework.Alignment;
import org.cairn.skills.taxonomy.Framework.Item;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Rich Skill Descriptors of the Open Skills Network, as the Open Skills Management Tool gives and takes
/// them: JSON (one descriptor or a list), and CSV with one skill a line.
///
/// Kept are name, statement, keywords and alignments; standards, certifications, occupations, employers,
/// authors and categories of single skills are not, and neither are links between skills, for which RSD has
/// no place. CSV has no URIs, so that each skill gets one made from its texts: the same file gives the same
/// URIs.
public final class RichSkills {
    private static final String CONTEXT = "https://rsd.openskillsnetwork.org/context-v1.json";
    private static final String TYPE = "RichSkillDescriptor";
    private static final int CSV_ALIGNMENTS = 5;

    private RichSkills() {}

    /// Reads descriptors.
    ///
    /// @param empty what they become part of: its items are replaced
    /// @throws TaxonomyException naming the descriptor that cannot be taken
    public static Framework readJson(String json, Framework empty) throws TaxonomyException {
        JsonNode root = FrameworkJson.read(json);
        List<JsonNode> nodes = root.isArray() ? root.valueStream().toList() : List.of(root);
        List<Item> items = new ArrayList<>();
        for (JsonNode node : nodes) {
            try {
                items.add(item(node));
            } catch (IllegalArgumentException e) {
                throw new TaxonomyException(
                        "Descriptor " + (items.size() + 1) + " cannot be used: " + e.getMessage(), e);
            }
        }
        return with(empty, items);
    }

    private static Item item(JsonNode node) {
        if (!FrameworkJson.text(node, "type").equals(TYPE)) {
            throw new IllegalArgumentException("its type is not " + TYPE);
        }
        ConceptUri uri = FrameworkJson.maybeUri(node, "id")
                .orElseGet(() -> new ConceptUri("urn:uuid:" + FrameworkJson.text(node, "uuid")));
        return new Item(
                uri,
                "",
                FrameworkJson.text(node, "skillName"),
                FrameworkJson.text(node, "skillStatement"),
                FrameworkJson.list(node, "keywords").map(RichSkills::word).toList(),
                FrameworkJson.list(node, "alignments")
                        .flatMap(each -> FrameworkJson.maybeUri(each, "id").stream()
                                .map(to -> new Alignment(
                                        to,
                                        FrameworkJson.text(each, "skillName"),
                                        FrameworkJson.text(each.path("isPartOf"), "name"))))
                        .toList());
    }

    /// Some tools write keywords as objects with a name.
    private static String word(JsonNode node) {
        return node.isString() ? node.asString() : FrameworkJson.text(node, "name");
    }

    public static String writeJson(Framework framework) {
        ArrayNode list = FrameworkJson.MAPPER.createArrayNode();
        framework.items().forEach(item -> list.add(node(item, framework)));
        return FrameworkJson.MAPPER.writeValueAsString(list);
    }

    private static ObjectNode node(Item item, Framework framework) {
        String changed = FrameworkJson.time(framework.changedAt());
        ObjectNode node = FrameworkJson.MAPPER.createObjectNode();
        node.put("@context", CONTEXT)
                .put("type", TYPE)
                .put("id", item.uri().value())
                .put("uuid", FrameworkJson.identifier(item.uri()))
                .put("creator", framework.creator())
                .put("creationDate", changed)
                .put("updateDate", changed)
                .put("status", "Published")
                .put("skillName", item.label())
                .put("skillStatement", item.statement());
        ArrayNode keywords = node.putArray("keywords");
        item.keywords().forEach(keywords::add);
        ArrayNode alignments = node.putArray("alignments");
        for (Alignment each : item.alignments()) {
            ObjectNode to = alignments.addObject();
            to.put("id", each.uri().value()).put("skillName", each.name());
            if (!each.framework().isEmpty()) {
                to.putObject("isPartOf").put("name", each.framework());
            }
        }
        Stream.of("certifications", "standards", "occupations", "employers").forEach(node::putArray);
        node.putArray("collections").addObject().put("name", framework.title());
        return node;
    }

    /// Reads the CSV form; the first line names the columns, of which `RSD Name` and `Skill Statement` are
    /// needed.
    ///
    /// @param empty what they become part of: its items are replaced, its URI begins theirs
    /// @throws TaxonomyException naming the row that cannot be taken
    public static Framework readCsv(String csv, Framework empty) throws TaxonomyException {
        List<Item> items = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().maxBufferSize(1 << 20).ofNamedCsvRecord(new StringReader(csv))) {
            for (NamedCsvRecord row : rows) {
                try {
                    items.add(item(row, empty.uri()));
                } catch (IllegalArgumentException | NoSuchElementException e) {
                    throw new TaxonomyException("Row " + (items.size() + 1) + " cannot be used: " + e.getMessage(), e);
                }
                if (items.size() > Framework.MOST_ITEMS) {
                    throw new TaxonomyException("There are more than " + Framework.MOST_ITEMS + " rows.");
                }
            }
        } catch (CsvParseException e) {
            throw new TaxonomyException("This is not a CSV file that can be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return with(empty, items);
    }

    private static Item item(NamedCsvRecord row, ConceptUri base) {
        String name = row.getField("RSD Name");
        String statement = row.getField("Skill Statement");
        UUID made = UUID.nameUUIDFromBytes(
                (base + "\n" + name.strip() + "\n" + statement.strip()).getBytes(StandardCharsets.UTF_8));
        List<Alignment> alignments = new ArrayList<>();
        for (int number = 1; number <= CSV_ALIGNMENTS; number++) {
            String column = column(number);
            Optional<String> uri = row.findField(column + " URL").map(String::strip);
            if (uri.filter(ConceptUri::isOne).isPresent()) {
                alignments.add(new Alignment(
                        new ConceptUri(uri.get()),
                        row.findField(column + " Name").orElse(""),
                        row.findField(column + " Framework").orElse("")));
            }
        }
        return new Item(
                new ConceptUri(base + "/" + made),
                "",
                name,
                statement,
                Arrays.asList(row.findField("Keywords").orElse("").split(";")),
                alignments);
    }

    private static String column(int number) {
        return number == 1 ? "Alignment" : "Alignment " + number;
    }

    /// Only the first five alignments have columns; a semicolon in a keyword becomes a comma.
    public static String writeCsv(Framework framework) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> header = new ArrayList<>(List.of("RSD Name", "Authors", "Skill Statement", "Keywords"));
            for (int number = 1; number <= CSV_ALIGNMENTS; number++) {
                header.addAll(
                        List.of(column(number) + " Name", column(number) + " URL", column(number) + " Framework"));
            }
            csv.writeRecord(header);
            for (Item item : framework.items()) {
                csv.writeRecord(row(item, framework));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(Item item, Framework framework) {
        List<String> row = new ArrayList<>(List.of(
                item.label(),
                framework.creator(),
                item.statement(),
                String.join(
                        ";",
                        item.keywords().stream()
                                .map(word -> word.replace(';', ','))
                                .toList())));
        for (int number = 0; number < CSV_ALIGNMENTS; number++) {
            boolean there = number < item.alignments().size();
            row.add(there ? item.alignments().get(number).name() : "");
            row.add(there ? item.alignments().get(number).uri().value() : "");
            row.add(there ? item.alignments().get(number).framework() : "");
        }
        return row;
    }

    private static Framework with(Framework empty, List<Item> items) throws TaxonomyException {
        try {
            return new Framework(
                    empty.uri(), empty.title(), empty.creator(), empty.language(), empty.changedAt(), items, List.of());
        } catch (IllegalArgumentException e) {
            throw new TaxonomyException("This cannot be used: " + e.getMessage(), e);
        }
    }
}
