package org.cairn.skills.taxonomy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Makes the starter set from the whole of ESCO: the occupations that `starter-words.tsv` names, with all
/// that is essential to them, what is optional to one and asked by another of them too, and the groups above.
/// Run it when that file changes: `StarterMaker <folder or zip of ESCO's CSV files> <starter-words.tsv>
/// <target folder>`.
///
/// Labels in English, alternative labels, descriptions and relations are ESCO's; the Spanish and Arabic
/// labels are Cairn's own translation, and the column `translatedBy` of their files says so.
final class StarterMaker {
    private static final int ALTERNATIVES = 8;
    private static final List<String> LANGUAGES = List.of("es", "ar");

    private final Taxonomy esco;
    private final Map<String, Map<String, String>> words = new LinkedHashMap<>();
    private final List<Entry.Occupation> occupations = new ArrayList<>();
    private final Set<ConceptUri> skills = new LinkedHashSet<>();
    private final Set<ConceptUri> groups = new LinkedHashSet<>();

    private StarterMaker(Taxonomy esco) {
        this.esco = esco;
    }

    public static void main(String[] arguments) throws Exception {
        StarterMaker maker = new StarterMaker(Taxonomy.esco(Path.of(arguments[0])));
        maker.readWords(Path.of(arguments[1]));
        maker.choose();
        maker.write(Files.createDirectories(Path.of(arguments[2])));
        System.out.println(maker.occupations.size() + " occupations, " + maker.skills.size() + " skills, "
                + maker.groups.size() + " groups");
    }

    private void readWords(Path file) throws IOException {
        try (var rows = CsvReader.builder().fieldSeparator('\t').ofNamedCsvRecord(file)) {
            rows.forEach(row -> words.put(
                    row.getField("kind") + " " + row.getField("en"),
                    Map.of("es", row.getField("es"), "ar", row.getField("ar"))));
        }
    }

    private void choose() {
        Map<ConceptUri, Integer> asked = new HashMap<>();
        Set<ConceptUri> essential = new LinkedHashSet<>();
        esco.occupations().stream()
                .filter(each -> words.containsKey("occupation " + each.in("en").label()))
                .forEach(occupations::add);
        for (Entry.Occupation occupation : occupations) {
            for (Entry.OccupationSkill each : esco.asks(occupation.uri())) {
                asked.merge(each.skill(), 1, Integer::sum);
                if (each.essential()) {
                    essential.add(each.skill());
                }
            }
        }
        esco.skills().stream()
                .map(Entry.Skill::uri)
                .filter(uri -> essential.contains(uri) || asked.getOrDefault(uri, 0) > 1)
                .forEach(skills::add);
        skills.forEach(this::addGroupsAbove);
        occupations.forEach(occupation -> addGroupsAbove(occupation.uri()));
    }

    private void addGroupsAbove(ConceptUri uri) {
        for (ConceptUri above : esco.broader(uri)) {
            if (esco.group(above).isPresent() && groups.add(above)) {
                addGroupsAbove(above);
            }
        }
    }

    private void write(Path folder) throws IOException {
        try (CsvWriter file = CsvWriter.builder().build(folder.resolve("skills_en.csv"))) {
            file.writeRecord("conceptUri", "skillType", "reuseLevel", "preferredLabel", "altLabels", "description");
            for (ConceptUri uri : skills) {
                Entry.Skill skill = esco.skill(uri).orElseThrow();
                Words in = skill.in("en");
                file.writeRecord(uri.value(), type(skill), reuse(skill), in.label(), others(in), in.description());
            }
        }
        try (CsvWriter file = CsvWriter.builder().build(folder.resolve("occupations_en.csv"))) {
            file.writeRecord("conceptUri", "iscoGroup", "preferredLabel", "altLabels", "description");
            for (Entry.Occupation each : occupations) {
                Words in = each.in("en");
                file.writeRecord(each.uri().value(), each.code(), in.label(), others(in), in.description());
            }
        }
        groups(folder.resolve("ISCOGroups_en.csv"), "/isco/", true);
        groups(folder.resolve("skillGroups_en.csv"), "/isco/", false);
        for (String language : LANGUAGES) {
            translations(folder, language);
        }
        relations(folder);
    }

    private void groups(Path to, String mark, boolean marked) throws IOException {
        try (CsvWriter file = CsvWriter.builder().build(to)) {
            file.writeRecord("conceptUri", "code", "preferredLabel", "altLabels", "description");
            for (ConceptUri uri : groups) {
                if (uri.value().contains(mark) == marked) {
                    Entry.Group group = esco.group(uri).orElseThrow();
                    file.writeRecord(uri.value(), group.code(), group.in("en").label(), "", "");
                }
            }
        }
    }

    private void translations(Path folder, String language) throws IOException {
        try (CsvWriter file = CsvWriter.builder().build(folder.resolve("skills_" + language + ".csv"))) {
            file.writeRecord(
                    "conceptUri",
                    "skillType",
                    "reuseLevel",
                    "preferredLabel",
                    "altLabels",
                    "description",
                    "translatedBy");
            for (ConceptUri uri : skills) {
                Entry.Skill skill = esco.skill(uri).orElseThrow();
                var translated = words.get("skill " + skill.in("en").label());
                if (translated != null) {
                    file.writeRecord(uri.value(), type(skill), reuse(skill), translated.get(language), "", "", "Cairn");
                }
            }
        }
        try (CsvWriter file = CsvWriter.builder().build(folder.resolve("occupations_" + language + ".csv"))) {
            file.writeRecord("conceptUri", "iscoGroup", "preferredLabel", "altLabels", "description", "translatedBy");
            for (Entry.Occupation each : occupations) {
                var translated = Objects.requireNonNull(
                        words.get("occupation " + each.in("en").label()));
                file.writeRecord(each.uri().value(), each.code(), translated.get(language), "", "", "Cairn");
            }
        }
    }

    private void relations(Path folder) throws IOException {
        try (CsvWriter file = CsvWriter.builder().build(folder.resolve("occupationSkillRelations.csv"))) {
            file.writeRecord("occupationUri", "relationType", "skillUri");
            for (Entry.Occupation occupation : occupations) {
                for (Entry.OccupationSkill each : esco.asks(occupation.uri())) {
                    if (skills.contains(each.skill())) {
                        file.writeRecord(
                                occupation.uri().value(),
                                each.essential() ? "essential" : "optional",
                                each.skill().value());
                    }
                }
            }
        }
        try (CsvWriter file = CsvWriter.builder().build(folder.resolve("skillSkillRelations.csv"))) {
            file.writeRecord("originalSkillUri", "relationType", "relatedSkillUri");
            for (ConceptUri skill : skills) {
                for (Entry.SkillRelation each : esco.relations(skill)) {
                    if (skills.contains(each.related())) {
                        file.writeRecord(
                                skill.value(),
                                each.essential() ? "essential" : "optional",
                                each.related().value());
                    }
                }
            }
        }
        broader(folder.resolve("broaderRelationsSkillPillar.csv"), false);
        broader(folder.resolve("broaderRelationsOccPillar.csv"), true);
    }

    private void broader(Path to, boolean ofOccupations) throws IOException {
        Set<ConceptUri> below = new LinkedHashSet<>(skills);
        below.addAll(groups);
        occupations.forEach(occupation -> below.add(occupation.uri()));
        try (CsvWriter file = CsvWriter.builder().build(to)) {
            file.writeRecord("conceptUri", "broaderUri");
            for (ConceptUri uri : below) {
                for (ConceptUri above : esco.broader(uri)) {
                    if (below.contains(above) && above.value().contains("/isco/") == ofOccupations) {
                        file.writeRecord(uri.value(), above.value());
                    }
                }
            }
        }
    }

    private static String type(Entry.Skill skill) {
        return skill.kind() == Entry.Kind.KNOWLEDGE ? "knowledge" : "skill/competence";
    }

    private static String reuse(Entry.Skill skill) {
        return switch (skill.reuse()) {
            case TRANSVERSAL -> "transversal";
            case CROSS_SECTOR -> "cross-sector";
            case SECTOR -> "sector-specific";
            case OCCUPATION -> "occupation-specific";
            case UNKNOWN -> "";
        };
    }

    private static String others(Words words) {
        return String.join(
                "\n", words.alternatives().stream().limit(ALTERNATIVES).toList());
    }
}
