package org.cairn.server.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.cairn.skills.taxonomy.Entry;
import org.cairn.skills.taxonomy.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes entries into the rows of a release, many at a time. Writing one again changes nothing, and a
/// concept that comes again in another language gains its words.
@Repository
class Entries {
    private final JdbcClient jdbc;

    Entries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Within the running transaction.
    void write(TaxonomyId taxonomy, List<Entry> entries) {
        var concepts = new ArrayList<Entry.Concept>();
        var broader = new ArrayList<Entry.Broader>();
        var relations = new ArrayList<Entry.SkillRelation>();
        var asks = new ArrayList<Entry.OccupationSkill>();
        for (var entry : entries) {
            switch (entry) {
                case Entry.Concept concept -> concepts.add(concept);
                case Entry.Broader each -> broader.add(each);
                case Entry.SkillRelation each -> relations.add(each);
                case Entry.OccupationSkill each -> asks.add(each);
            }
        }
        concepts(taxonomy, concepts);
        words(taxonomy, concepts);
        broader(taxonomy, broader);
        relations(taxonomy, relations);
        asks(taxonomy, asks);
    }

    private void concepts(TaxonomyId taxonomy, List<Entry.Concept> concepts) {
        if (concepts.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into taxonomy_concept (taxonomy_id, uri, type, kind, reuse, code)
                select :taxonomy, row.* from
                  unnest(:uris::text[], :types::text[], :kinds::text[], :reuses::text[], :codes::text[]) as row
                on conflict do nothing
                """)
                .param("taxonomy", taxonomy.value())
                .param("uris", texts(concepts, concept -> concept.uri().value()))
                .param("types", texts(concepts, Entries::type))
                .param(
                        "kinds",
                        texts(
                                concepts,
                                concept -> concept instanceof Entry.Skill s
                                        ? s.kind().name()
                                        : ""))
                .param(
                        "reuses",
                        texts(
                                concepts,
                                concept -> concept instanceof Entry.Skill s
                                        ? s.reuse().name()
                                        : ""))
                .param("codes", texts(concepts, Entries::code))
                .update();
    }

    private static String type(Entry.Concept concept) {
        return switch (concept) {
            case Entry.Skill _ -> "SKILL";
            case Entry.Occupation _ -> "OCCUPATION";
            case Entry.Group _ -> "GROUP";
        };
    }

    private static String code(Entry.Concept concept) {
        return switch (concept) {
            case Entry.Skill _ -> "";
            case Entry.Occupation occupation -> occupation.code();
            case Entry.Group group -> group.code();
        };
    }

    private record Named(String uri, String language, Words words) {}

    private void words(TaxonomyId taxonomy, List<Entry.Concept> concepts) {
        // One statement cannot write a row twice.
        var rows = new LinkedHashMap<List<String>, Named>();
        for (var concept : concepts) {
            concept.words()
                    .forEach((language, words) -> rows.put(
                            List.of(concept.uri().value(), language),
                            new Named(concept.uri().value(), language, words)));
        }
        if (rows.isEmpty()) {
            return;
        }
        var named = rows.values();
        jdbc.sql("""
                insert into taxonomy_words (taxonomy_id, uri, language, label, alternatives, description)
                select :taxonomy, row.* from unnest(:uris::text[], :languages::text[], :labels::text[],
                  :alternatives::text[], :descriptions::text[]) as row
                on conflict (taxonomy_id, uri, language) do update
                  set label = excluded.label, alternatives = excluded.alternatives, description = excluded.description
                """)
                .param("taxonomy", taxonomy.value())
                .param("uris", texts(named, Named::uri))
                .param("languages", texts(named, Named::language))
                .param("labels", texts(named, each -> each.words().label()))
                .param("alternatives", texts(named, each -> lines(each.words().alternatives())))
                .param("descriptions", texts(named, each -> each.words().description()))
                .update();
    }

    private static String lines(List<String> names) {
        return String.join(
                "\n", names.stream().map(name -> name.replace('\n', ' ')).toList());
    }

    private void broader(TaxonomyId taxonomy, List<Entry.Broader> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into taxonomy_broader (taxonomy_id, narrower, broader)
                select :taxonomy, row.* from unnest(:narrower::text[], :broader::text[]) as row
                on conflict do nothing
                """)
                .param("taxonomy", taxonomy.value())
                .param("narrower", texts(rows, row -> row.narrower().value()))
                .param("broader", texts(rows, row -> row.broader().value()))
                .update();
    }

    private void relations(TaxonomyId taxonomy, List<Entry.SkillRelation> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into taxonomy_relation (taxonomy_id, skill, related, essential)
                select :taxonomy, row.* from unnest(:skills::text[], :related::text[], :essential::boolean[]) as row
                on conflict do nothing
                """)
                .param("taxonomy", taxonomy.value())
                .param("skills", texts(rows, row -> row.skill().value()))
                .param("related", texts(rows, row -> row.related().value()))
                .param(
                        "essential",
                        rows.stream().map(Entry.SkillRelation::essential).toArray(Boolean[]::new))
                .update();
    }

    private void asks(TaxonomyId taxonomy, List<Entry.OccupationSkill> all) {
        var byPair = new LinkedHashMap<List<String>, Entry.OccupationSkill>();
        all.forEach(each ->
                byPair.put(List.of(each.occupation().value(), each.skill().value()), each));
        if (byPair.isEmpty()) {
            return;
        }
        var rows = byPair.values();
        jdbc.sql("""
                insert into taxonomy_asks (taxonomy_id, occupation, skill, essential, importance, level)
                select :taxonomy, row.* from unnest(:occupations::text[], :skills::text[], :essential::boolean[],
                  :importance::double precision[], :level::double precision[]) as row
                on conflict (taxonomy_id, occupation, skill) do update
                  set essential = excluded.essential, importance = excluded.importance, level = excluded.level
                """)
                .param("taxonomy", taxonomy.value())
                .param("occupations", texts(rows, row -> row.occupation().value()))
                .param("skills", texts(rows, row -> row.skill().value()))
                .param(
                        "essential",
                        rows.stream().map(Entry.OccupationSkill::essential).toArray(Boolean[]::new))
                .param("importance", numbers(rows, Entry.OccupationSkill::importance))
                .param("level", numbers(rows, Entry.OccupationSkill::level))
                .update();
    }

    private static <T> String[] texts(Collection<T> rows, Function<T, String> of) {
        return rows.stream().map(of).toArray(String[]::new);
    }

    private static <T> @Nullable Double[] numbers(Collection<T> rows, Function<T, OptionalDouble> of) {
        return rows.stream()
                .map(of)
                .map(number -> number.isPresent() ? (Double) number.getAsDouble() : null)
                .toArray(Double[]::new);
    }

    /// What makes an entry unfit to be kept, in words; empty when nothing does. The readers have looked at
    /// the form already, this is about size and about what PostgreSQL cannot hold.
    static String unfit(Entry entry) {
        return entry instanceof Entry.Concept concept
                ? concept.words().values().stream()
                        .map(Entries::unfit)
                        .filter(reason -> !reason.isEmpty())
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static final int LONGEST_LABEL = 1_000;
    private static final int LONGEST_DESCRIPTION = 50_000;
    private static final int MOST_ALTERNATIVES = 1_000;

    private static String unfit(Words words) {
        if (words.label().length() > LONGEST_LABEL
                || words.alternatives().stream().anyMatch(name -> name.length() > LONGEST_LABEL)) {
            return "a name is longer than " + LONGEST_LABEL + " characters";
        }
        if (words.description().length() > LONGEST_DESCRIPTION) {
            return "the description is longer than " + LONGEST_DESCRIPTION + " characters";
        }
        if (words.alternatives().size() > MOST_ALTERNATIVES) {
            return "more than " + MOST_ALTERNATIVES + " other names";
        }
        var all = words.label() + words.description() + String.join("", words.alternatives());
        return all.indexOf('\0') >= 0 ? "a character that no text has (U+0000)" : "";
    }

    /// For tests and figures.
    Map<String, Long> counts(TaxonomyId taxonomy) {
        var counts = new LinkedHashMap<String, Long>();
        for (var table : List.of(
                "taxonomy_concept", "taxonomy_words", "taxonomy_broader", "taxonomy_relation", "taxonomy_asks")) {
            counts.put(
                    table,
                    jdbc.sql("select count(*) from " + table + " where taxonomy_id = :id")
                            .param("id", taxonomy.value())
                            .query(Long.class)
                            .single());
        }
        return counts;
    }
}
