package org.cairn.skills.taxonomy;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// ESCO as the CSV files that its download page gives: one set for each language (`skills_en.csv`,
/// `occupations_en.csv`,
/// `skillGroups_en.csv`, `ISCOGroups_en.csv`) and the relations (`occupationSkillRelations.csv`,
/// `broaderRelationsSkillPillar.csv`, `broaderRelationsOccPillar.csv`, `skillSkillRelations.csv`), lying in a
/// folder,
/// in
/// zip files in a folder, or in one zip file. Releases 1.1 and 1.2 add `_en` to the relations' names and change
/// the
/// order of columns, which are therefore found by name.
public final class EscoCsv implements Distribution {
    private static final Pattern NAME = Pattern.compile(
            "(skills|occupations|skillGroups|ISCOGroups|occupationSkillRelations|broaderRelationsSkillPillar"
                    + "|broaderRelationsOccPillar|skillSkillRelations)(?:_([a-z]{2,3}(?:-[A-Za-z0-9]+)?))?\\.csv");
    private static final Pattern VERSION = Pattern.compile("v?(\\d+\\.\\d+(?:\\.\\d+)?)");
    private static final List<String> ORDER = List.of(
            "skillGroups",
            "ISCOGroups",
            "skills",
            "occupations",
            "broaderRelationsSkillPillar",
            "broaderRelationsOccPillar",
            "skillSkillRelations",
            "occupationSkillRelations");

    private final Files files;
    private final Scheme scheme;
    private final List<Part> parts;

    private EscoCsv(Files files, Scheme scheme) {
        this.files = files;
        this.scheme = scheme;
        this.parts = files.parts().stream()
                .filter(part -> kindOf(part).isPresent())
                .sorted(Comparator.comparingInt(
                                (Part part) -> ORDER.indexOf(kindOf(part).orElseThrow()))
                        .thenComparing(Part::name))
                .toList();
    }

    /// Opens a distribution; the release is read from the names of folder or files, else it is `unknown`.
    ///
    /// @throws TaxonomyException when the skills are not there
    public static EscoCsv open(Path place) throws IOException, TaxonomyException {
        Files files = Files.open(place);
        EscoCsv esco = new EscoCsv(files, new Scheme("esco", versionOf(files)));
        if (esco.parts.stream().noneMatch(part -> kindOf(part).orElseThrow().equals("skills"))) {
            files.close();
            throw new TaxonomyException("No skills_en.csv (or of another language) in " + place.getFileName()
                    + ". Give the folder or zip file of ESCO's CSV download.");
        }
        return esco;
    }

    /// Files of that form that are known to be whole, under another name.
    static EscoCsv of(Files files, Scheme scheme) {
        return new EscoCsv(files, scheme);
    }

    @Override
    public Scheme scheme() {
        return scheme;
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    /// The languages whose names lie in the distribution.
    public List<String> languages() {
        return parts.stream()
                .filter(part -> kindOf(part).orElseThrow().equals("skills"))
                .map(EscoCsv::languageOf)
                .distinct()
                .toList();
    }

    @Override
    public void read(Part part, long after, Sink sink) throws IOException, TaxonomyException, InterruptedException {
        String kind = kindOf(part).orElseThrow(() -> new IllegalArgumentException("not of this distribution: " + part));
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .maxBufferSize(4 << 20)
                .ofNamedCsvRecord(new BufferedReader(
                        new InputStreamReader(files.stream(part), StandardCharsets.UTF_8), 1 << 16))) {
            long row = 0;
            for (NamedCsvRecord fields : rows) {
                row++;
                if (row <= after) {
                    continue;
                }
                if (row == 1) {
                    requireColumns(part, kind, fields);
                }
                take(part, row, kind, fields, sink);
            }
        } catch (CsvParseException e) {
            throw new TaxonomyException(part.name() + " is not a CSV file that can be read: " + e.getMessage(), e);
        }
    }

    private static void take(Part part, long row, String kind, NamedCsvRecord fields, Sink sink)
            throws IOException, InterruptedException {
        Entry entry;
        try {
            if ("obsolete".equals(fields.findField("status").orElse(""))) {
                return;
            }
            entry = entry(kind, languageOf(part), fields);
        } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
            sink.fault(new Fault(part.name(), row, String.valueOf(e.getMessage())));
            return;
        }
        sink.entry(row, entry);
    }

    private static Entry entry(String kind, String language, NamedCsvRecord row) {
        return switch (kind) {
            case "skills" ->
                new Entry.Skill(
                        uri(row, "conceptUri"),
                        row.getField("skillType").equals("knowledge") ? Entry.Kind.KNOWLEDGE : Entry.Kind.SKILL,
                        reuse(row.getField("reuseLevel")),
                        words(language, row));
            case "occupations" ->
                new Entry.Occupation(uri(row, "conceptUri"), row.getField("iscoGroup"), words(language, row));
            case "skillGroups", "ISCOGroups" ->
                new Entry.Group(uri(row, "conceptUri"), row.getField("code"), words(language, row));
            case "broaderRelationsSkillPillar", "broaderRelationsOccPillar" ->
                new Entry.Broader(uri(row, "conceptUri"), uri(row, "broaderUri"));
            case "skillSkillRelations" ->
                new Entry.SkillRelation(uri(row, "originalSkillUri"), uri(row, "relatedSkillUri"), essential(row));
            case "occupationSkillRelations" ->
                new Entry.OccupationSkill(
                        uri(row, "occupationUri"),
                        uri(row, "skillUri"),
                        essential(row),
                        java.util.OptionalDouble.empty(),
                        java.util.OptionalDouble.empty());
            default -> throw new IllegalStateException(kind);
        };
    }

    private static boolean essential(NamedCsvRecord row) {
        return row.getField("relationType").equals("essential");
    }

    private static ConceptUri uri(NamedCsvRecord row, String column) {
        return new ConceptUri(row.getField(column).strip());
    }

    private static Entry.Reuse reuse(String level) {
        return switch (level) {
            case "transversal" -> Entry.Reuse.TRANSVERSAL;
            case "cross-sector" -> Entry.Reuse.CROSS_SECTOR;
            case "sector-specific" -> Entry.Reuse.SECTOR;
            case "occupation-specific" -> Entry.Reuse.OCCUPATION;
            default -> Entry.Reuse.UNKNOWN;
        };
    }

    private static Map<String, Words> words(String language, NamedCsvRecord row) {
        String label = row.getField("preferredLabel").strip();
        List<String> alternatives = row.getField("altLabels")
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty() && !name.equals(label))
                .distinct()
                .toList();
        return Map.of(
                language,
                new Words(label, alternatives, row.getField("description").strip()));
    }

    private static void requireColumns(Part part, String kind, NamedCsvRecord row) throws TaxonomyException {
        List<String> needed = switch (kind) {
            case "skills" ->
                List.of("conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels", "description");
            case "occupations" -> List.of("conceptUri", "iscoGroup", "preferredLabel", "altLabels", "description");
            case "skillGroups", "ISCOGroups" ->
                List.of("conceptUri", "code", "preferredLabel", "altLabels", "description");
            case "skillSkillRelations" -> List.of("originalSkillUri", "relationType", "relatedSkillUri");
            case "occupationSkillRelations" -> List.of("occupationUri", "relationType", "skillUri");
            default -> List.of("conceptUri", "broaderUri");
        };
        List<String> missing = needed.stream()
                .filter(column -> !row.getHeader().contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new TaxonomyException(part.name() + " lacks the columns " + String.join(", ", missing)
                    + ". Is it the file of ESCO's CSV download, with its first line?");
        }
    }

    private static Optional<String> kindOf(Part part) {
        Matcher name = NAME.matcher(Files.lastOf(part.name()));
        return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
    }

    private static String languageOf(Part part) {
        Matcher name = NAME.matcher(Files.lastOf(part.name()));
        return name.matches() && name.group(2) != null ? name.group(2) : "en";
    }

    private static String versionOf(Files files) {
        return files.names().stream()
                .map(VERSION::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse("unknown");
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
