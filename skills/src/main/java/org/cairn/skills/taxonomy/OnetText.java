package org.cairn.skills.taxonomy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The O\*NET database as its tab-separated text files: `Occupation Data.txt`, `Content Model Reference.txt`,
/// `Skills.txt`, `Knowledge.txt`, `Abilities.txt`, `Alternate Titles.txt` and `Technology Skills.txt`; others are left
/// alone.
///
/// O\*NET publishes codes but no URI for each of its elements, so they are made from the codes, the same in every
/// release: an occupation is `https://www.onetonline.org/link/summary/15-2051.00` (its page), an element of the content
/// model `https://www.onetcenter.org/content-model#2.A.1.a`, and a technology
/// `https://www.onetcenter.org/technology#` with its name, percent-encoded.
///
/// Each rating comes in two rows, importance (`IM`, 1 to 5) and level (`LV`, 0 to 7), which are one entry with both as
/// numbers from 0 to 1. A skill is essential to an occupation from importance 3 ("important") on. What the publisher
/// marks as not relevant or not to be published is left out.
public final class OnetText implements Distribution {
    private static final String OCCUPATION = "https://www.onetonline.org/link/summary/";
    private static final String ELEMENT = "https://www.onetcenter.org/content-model#";
    private static final String TECHNOLOGY = "https://www.onetcenter.org/technology#";
    private static final String LANGUAGE = "en";
    private static final Pattern VERSION = Pattern.compile("db_(\\d+)_(\\d+)|(\\d+\\.\\d+)");

    private static final String REFERENCE = "Content Model Reference.txt";
    private static final String OCCUPATIONS = "Occupation Data.txt";
    private static final String TITLES = "Alternate Titles.txt";
    private static final String TOOLS = "Technology Skills.txt";
    private static final List<String> RATED = List.of("Skills.txt", "Knowledge.txt", "Abilities.txt");
    private static final List<String> ORDER =
            List.of(REFERENCE, OCCUPATIONS, "Skills.txt", "Knowledge.txt", "Abilities.txt", TOOLS);

    private final Files files;
    private final Scheme scheme;
    private final List<Part> parts;
    private final Optional<Part> titles;
    private Map<String, List<String>> alternatives = Map.of();

    private OnetText(Files files) {
        this.files = files;
        this.scheme = new Scheme("onet", versionOf(files));
        this.parts = files.parts().stream()
                .filter(part -> ORDER.contains(Files.lastOf(part.name())))
                .sorted(Comparator.comparingInt(part -> ORDER.indexOf(Files.lastOf(part.name()))))
                .toList();
        this.titles = files.parts().stream()
                .filter(part -> Files.lastOf(part.name()).equals(TITLES))
                .findFirst();
    }

    /// Opens a distribution; the release is read from the names of folder or files, else it is `unknown`.
    ///
    /// @throws TaxonomyException when the occupations or the content model are not there
    public static OnetText open(Path place) throws IOException, TaxonomyException {
        Files files = Files.open(place);
        OnetText onet = new OnetText(files);
        for (String needed : List.of(OCCUPATIONS, REFERENCE)) {
            if (onet.parts.stream().noneMatch(part -> Files.lastOf(part.name()).equals(needed))) {
                files.close();
                throw new TaxonomyException("No \"" + needed + "\" in " + place.getFileName()
                        + ". Give the folder or zip file of O*NET's text download.");
            }
        }
        return onet;
    }

    @Override
    public Scheme scheme() {
        return scheme;
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    @Override
    public void read(Part part, long after, Sink sink) throws IOException, TaxonomyException, InterruptedException {
        String name = Files.lastOf(part.name());
        if (name.equals(OCCUPATIONS)) {
            alternatives = alternativeTitles();
        }
        try (CsvReader<NamedCsvRecord> rows = open(part)) {
            OnetRatings ratings = new OnetRatings(part, sink);
            long row = 0;
            for (NamedCsvRecord fields : rows) {
                row++;
                if (row == 1) {
                    requireColumns(part, name, fields);
                }
                if (row <= after) {
                    continue;
                }
                if (RATED.contains(name)) {
                    ratings.take(row, fields);
                } else {
                    take(part, row, name, fields, sink);
                }
            }
            ratings.flush();
        } catch (CsvParseException e) {
            throw new TaxonomyException(part.name() + " is not a text file that can be read: " + e.getMessage(), e);
        }
    }

    private CsvReader<NamedCsvRecord> open(Part part) throws IOException {
        return CsvReader.builder()
                .fieldSeparator('\t')
                .maxBufferSize(1 << 20)
                .ofNamedCsvRecord(
                        new BufferedReader(new InputStreamReader(files.stream(part), StandardCharsets.UTF_8), 1 << 16));
    }

    private void take(Part part, long row, String name, NamedCsvRecord fields, Sink sink)
            throws IOException, InterruptedException {
        List<Entry> entries;
        try {
            entries = entries(name, fields);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            sink.fault(new Fault(part.name(), row, String.valueOf(e.getMessage())));
            return;
        }
        for (Entry entry : entries) {
            sink.entry(row, entry);
        }
    }

    private List<Entry> entries(String name, NamedCsvRecord row) {
        return switch (name) {
            case REFERENCE -> element(row);
            case OCCUPATIONS -> List.of(occupation(row));
            case TOOLS -> technology(row);
            default -> throw new IllegalStateException(name);
        };
    }

    /// The content model is one tree of numbered elements; those below skills, knowledge and abilities are what is
    /// rated, those above them only group.
    private static List<Entry> element(NamedCsvRecord row) {
        String id = row.getField("Element ID").strip();
        Optional<Entry.Kind> kind = kindOf(id);
        if (kind.isEmpty()) {
            return List.of();
        }
        ConceptUri uri = element(id);
        Map<String, Words> words = Map.of(
                LANGUAGE,
                new Words(
                        row.getField("Element Name").strip(),
                        List.of(),
                        row.getField("Description").strip()));
        Entry concept = isRated(id)
                ? new Entry.Skill(uri, kind.orElseThrow(), Entry.Reuse.CROSS_SECTOR, words)
                : new Entry.Group(uri, id, words);
        String above = id.substring(0, Math.max(0, id.lastIndexOf('.')));
        return kindOf(above).isEmpty() ? List.of(concept) : List.of(concept, new Entry.Broader(uri, element(above)));
    }

    /// 1.A abilities, 2.A and 2.B skills, 2.C knowledge.
    private static Optional<Entry.Kind> kindOf(String id) {
        if (id.startsWith("1.A")) {
            return Optional.of(Entry.Kind.ABILITY);
        }
        if (id.startsWith("2.A") || id.startsWith("2.B")) {
            return Optional.of(Entry.Kind.SKILL);
        }
        return id.startsWith("2.C") ? Optional.of(Entry.Kind.KNOWLEDGE) : Optional.empty();
    }

    /// How deep the rated elements lie: abilities at `1.A.1.a.1`, skills at `2.A.1.a`, knowledge at `2.C.1` or, in its
    /// larger fields, at `2.C.1.a`, where the field is a group.
    private static boolean isRated(String id) {
        int depth = id.split("\\.").length;
        return switch (kindOf(id).orElseThrow()) {
            case ABILITY -> depth == 5;
            case SKILL -> depth == 4;
            case KNOWLEDGE, TOOL -> depth == 4 || id.matches("2\\.C\\.(6|10)");
        };
    }

    private Entry occupation(NamedCsvRecord row) {
        String code = code(row);
        String title = row.getField("Title").strip();
        List<String> others = alternatives.getOrDefault(code, List.of()).stream()
                .filter(other -> !other.equals(title))
                .distinct()
                .toList();
        return new Entry.Occupation(
                occupation(code),
                code,
                Map.of(
                        LANGUAGE,
                        new Words(title, others, row.getField("Description").strip())));
    }

    private static List<Entry> technology(NamedCsvRecord row) {
        String name = row.getField("Example").strip();
        ConceptUri uri = new ConceptUri(
                TECHNOLOGY + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
        List<String> commodity = row.findField("Commodity Title").stream()
                .map(String::strip)
                .filter(title -> !title.isEmpty() && !title.equals(name))
                .toList();
        boolean hot = row.findField("In Demand").orElse("N").equals("Y");
        return List.of(
                new Entry.Skill(
                        uri, Entry.Kind.TOOL, Entry.Reuse.UNKNOWN, Map.of(LANGUAGE, new Words(name, commodity, ""))),
                new Entry.OccupationSkill(
                        occupation(code(row)), uri, hot, OptionalDouble.empty(), OptionalDouble.empty()));
    }

    static String code(NamedCsvRecord row) {
        String code = row.getField("O*NET-SOC Code").strip();
        if (!code.matches("\\d{2}-\\d{4}(\\.\\d{2})?")) {
            throw new IllegalArgumentException("not an O*NET-SOC code: " + code);
        }
        return code;
    }

    static ConceptUri element(String id) {
        return new ConceptUri(ELEMENT + id);
    }

    static ConceptUri occupation(String code) {
        return new ConceptUri(OCCUPATION + code);
    }

    /// Some 60,000 short titles: read before the occupations they belong to, so that an occupation is one entry.
    private Map<String, List<String>> alternativeTitles() throws IOException, TaxonomyException {
        Map<String, List<String>> found = new HashMap<>();
        if (titles.isEmpty()) {
            return found;
        }
        try (CsvReader<NamedCsvRecord> rows = open(titles.orElseThrow())) {
            for (NamedCsvRecord row : rows) {
                List<String> list = found.computeIfAbsent(
                        row.findField("O*NET-SOC Code").orElse("").strip(), none -> new java.util.ArrayList<>());
                String title = row.findField("Alternate Title").orElse("").strip();
                if (!title.isEmpty() && list.size() < 1_000) {
                    list.add(title);
                }
            }
        } catch (CsvParseException e) {
            throw new TaxonomyException(
                    titles.orElseThrow().name() + " is not a text file that can be read: " + e.getMessage(), e);
        }
        return found;
    }

    private static void requireColumns(Part part, String name, NamedCsvRecord row) throws TaxonomyException {
        List<String> needed = switch (name) {
            case REFERENCE -> List.of("Element ID", "Element Name", "Description");
            case OCCUPATIONS -> List.of("O*NET-SOC Code", "Title", "Description");
            case TOOLS -> List.of("O*NET-SOC Code", "Example");
            default -> List.of("O*NET-SOC Code", "Element ID", "Scale ID", "Data Value");
        };
        List<String> missing = needed.stream()
                .filter(column -> !row.getHeader().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new TaxonomyException(part.name() + " lacks the columns " + String.join(", ", missing)
                    + ". Is it the file of O*NET's text download, with its first line?");
        }
    }

    private static String versionOf(Files files) {
        return files.names().stream()
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(3) == null ? found.group(1) + "." + found.group(2) : found.group(3))
                .findFirst()
                .orElse("unknown");
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
