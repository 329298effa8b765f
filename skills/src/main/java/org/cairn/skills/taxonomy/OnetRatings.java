package org.cairn.skills.taxonomy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// Puts the two rows of a rating together, which follow each other: importance, then level. An entry bears the number
/// of
/// the later row, so that an import that goes on behind it reads neither again.
final class OnetRatings {
    private static final double IMPORTANT = 3;

    private final Distribution.Part part;
    private final Distribution.Sink sink;
    private Entry.@Nullable OccupationSkill importance;
    private long importanceRow;

    OnetRatings(Distribution.Part part, Distribution.Sink sink) {
        this.part = part;
        this.sink = sink;
    }

    void take(long row, NamedCsvRecord fields) throws IOException, InterruptedException {
        try {
            switch (fields.getField("Scale ID").strip()) {
                case "IM" -> {
                    flush();
                    if (isMeant(fields)) {
                        importance = importance(fields);
                        importanceRow = row;
                    }
                }
                case "LV" -> level(row, fields);
                default -> flush();
            }
        } catch (IllegalArgumentException | NoSuchElementException e) {
            flush();
            sink.fault(new Distribution.Fault(part.name(), row, String.valueOf(e.getMessage())));
        }
    }

    /// Gives what waits for a level that does not come.
    void flush() throws IOException, InterruptedException {
        Entry.OccupationSkill waiting = importance;
        if (waiting != null) {
            importance = null;
            sink.entry(importanceRow, waiting);
        }
    }

    private void level(long row, NamedCsvRecord fields) throws IOException, InterruptedException {
        Entry.OccupationSkill waiting = importance;
        if (waiting == null
                || !isMeant(fields)
                || !waiting.skill().equals(skill(fields))
                || !waiting.occupation().equals(occupation(fields))) {
            flush();
            return;
        }
        OptionalDouble level = scaled(fields, 0, 7);
        importance = null;
        sink.entry(
                row,
                new Entry.OccupationSkill(
                        waiting.occupation(), waiting.skill(), waiting.essential(), waiting.importance(), level));
    }

    private static Entry.OccupationSkill importance(NamedCsvRecord fields) {
        OptionalDouble scaled = scaled(fields, 1, 5);
        return new Entry.OccupationSkill(
                occupation(fields),
                skill(fields),
                scaled.orElseThrow() >= (IMPORTANT - 1) / 4,
                scaled,
                OptionalDouble.empty());
    }

    private static boolean isMeant(NamedCsvRecord fields) {
        return !fields.findField("Recommend Suppress").orElse("N").equals("Y")
                && !fields.findField("Not Relevant").orElse("N").equals("Y");
    }

    private static OptionalDouble scaled(NamedCsvRecord fields, double least, double most) {
        double value = Double.parseDouble(fields.getField("Data Value").strip());
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException("a rating outside its scale: " + value);
        }
        return OptionalDouble.of((value - least) / (most - least));
    }

    private static ConceptUri skill(NamedCsvRecord fields) {
        return OnetText.element(fields.getField("Element ID").strip());
    }

    private static ConceptUri occupation(NamedCsvRecord fields) {
        return OnetText.occupation(OnetText.code(fields));
    }
}
