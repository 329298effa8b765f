package org.cairn.skills.match;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Entry;
import org.cairn.skills.taxonomy.Taxonomy;

/// Reads sentences that people judged from a CSV file with the columns `sentence` and `label`, one row for
/// each skill found; `label` is a skill's label in English. This is how the published sets of Decorte et al.
/// (2022) are written.
public final class JudgedSets {
    private JudgedSets() {}

    /// Sentences without a label of the taxonomy are left out, as the published figures do.
    public static List<Judged> of(Path csv, Taxonomy taxonomy) throws IOException {
        Map<String, ConceptUri> byLabel = new HashMap<>();
        for (Entry.Skill skill : taxonomy.skills()) {
            byLabel.put(skill.in("en").label(), skill.uri());
        }
        Map<String, Set<ConceptUri>> bySentence = new LinkedHashMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(csv)) {
            for (NamedCsvRecord row : rows) {
                Set<ConceptUri> skills =
                        bySentence.computeIfAbsent(row.getField("sentence"), _ -> new LinkedHashSet<>());
                Optional.ofNullable(byLabel.get(row.getField("label"))).ifPresent(skills::add);
            }
        }
        return bySentence.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Judged(entry.getKey(), entry.getValue()))
                .toList();
    }
}
