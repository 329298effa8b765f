package org.cairn.server.taxonomy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cairn.server.web.Languages;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Entry;
import org.cairn.skills.taxonomy.Scheme;
import org.cairn.skills.taxonomy.Taxonomy;
import org.cairn.skills.taxonomy.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads releases back: one whole into memory, or one concept of whichever release has it.
@Repository
class StoredTaxonomies {
    private static final int FETCH = 5_000;
    private static final String[] SHIPPED =
            Languages.ALL.stream().map(language -> language.getLanguage()).toArray(String[]::new);

    private final JdbcClient jdbc;

    StoredTaxonomies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A whole release, concepts in the order of their URIs, with its words in the shipped languages; where a
    /// concept has none of these, in the others.
    // Read in one transaction, for only then PostgreSQL hands rows out in portions.
    @Transactional(readOnly = true)
    public Taxonomy load(Release release) {
        var builder = new Taxonomy.Builder(release.scheme());
        concepts(release.id(), builder);
        jdbc.sql("select narrower, broader from taxonomy_broader where taxonomy_id = :id order by narrower, broader")
                .withFetchSize(FETCH)
                .param("id", release.id().value())
                .query(row -> {
                    builder.add(new Entry.Broader(uri(row, "narrower"), uri(row, "broader")));
                });
        jdbc.sql("select skill, related, essential from taxonomy_relation where taxonomy_id = :id"
                        + " order by skill, related")
                .withFetchSize(FETCH)
                .param("id", release.id().value())
                .query(row -> {
                    builder.add(new Entry.SkillRelation(
                            uri(row, "skill"), uri(row, "related"), row.getBoolean("essential")));
                });
        jdbc.sql("select occupation, skill, essential, importance, level from taxonomy_asks where taxonomy_id = :id"
                        + " order by occupation, essential desc, skill")
                .withFetchSize(FETCH)
                .param("id", release.id().value())
                .query(row -> {
                    builder.add(asked(row));
                });
        return builder.build();
    }

    private void concepts(TaxonomyId taxonomy, Taxonomy.Builder builder) {
        jdbc.sql("""
                select uri, type, kind, reuse, code, language, label, alternatives, description
                from taxonomy_concept c join taxonomy_words w using (taxonomy_id, uri)
                where taxonomy_id = :id and (language = any(:shipped) or not exists (
                  select from taxonomy_words o
                  where o.taxonomy_id = c.taxonomy_id and o.uri = c.uri and o.language = any(:shipped)))
                order by uri, language
                """)
                .withFetchSize(FETCH)
                .param("id", taxonomy.value())
                .param("shipped", SHIPPED)
                .query(row -> {
                    builder.add(concept(row, Map.of(row.getString("language"), words(row))));
                });
    }

    /// A concept by its URI, in all its languages, of the release that leads, else of another current one,
    /// else of the newest that has it.
    Optional<Entry.Concept> concept(ConceptUri uri) {
        var found = new ArrayList<Entry.Concept>();
        jdbc.sql("""
                select uri, type, kind, reuse, code, language, label, alternatives, description
                from taxonomy_concept join taxonomy_words using (taxonomy_id, uri)
                where uri = :uri and taxonomy_id = (
                  select t.id from taxonomy t join taxonomy_concept c on c.taxonomy_id = t.id
                  where c.uri = :uri and t.organisation_id is null and t.state = 'READY'
                  order by t.made_current_at is null, t.family = 'esco' desc, t.created_at desc limit 1)
                """).param("uri", uri.value()).query(row -> {
            found.add(concept(row, Map.of(row.getString("language"), words(row))));
        });
        var words = new HashMap<String, Words>();
        found.forEach(each -> words.putAll(each.words()));
        return found.stream().findFirst().map(first -> with(first, words));
    }

    private static Entry.Concept with(Entry.Concept concept, Map<String, Words> words) {
        return switch (concept) {
            case Entry.Skill(var uri, var kind, var reuse, var _) -> new Entry.Skill(uri, kind, reuse, words);
            case Entry.Occupation(var uri, var code, var _) -> new Entry.Occupation(uri, code, words);
            case Entry.Group(var uri, var code, var _) -> new Entry.Group(uri, code, words);
        };
    }

    /// What an occupation asks for, in the same release as [#concept].
    List<Entry.OccupationSkill> asks(ConceptUri occupation) {
        return jdbc.sql("""
                select occupation, skill, essential, importance, level from taxonomy_asks
                where occupation = :uri and taxonomy_id = (
                  select t.id from taxonomy t join taxonomy_concept c on c.taxonomy_id = t.id
                  where c.uri = :uri and t.organisation_id is null and t.state = 'READY'
                  order by t.made_current_at is null, t.family = 'esco' desc, t.created_at desc limit 1)
                order by essential desc, skill
                """)
                .param("uri", occupation.value())
                .query((row, n) -> asked(row))
                .list();
    }

    /// Labels in the language, else in English, else in any; only of those that are known.
    Map<ConceptUri, String> labels(Collection<ConceptUri> uris, String language) {
        var labels = new LinkedHashMap<ConceptUri, String>();
        if (uris.isEmpty()) {
            return labels;
        }
        jdbc.sql("""
                select distinct on (w.uri) w.uri, w.label
                from taxonomy_words w join taxonomy t on t.id = w.taxonomy_id
                where w.uri = any(:uris) and t.organisation_id is null and t.state = 'READY'
                order by w.uri, (w.language = :language) desc, (w.language = 'en') desc,
                  t.made_current_at is null, t.family = 'esco' desc, t.created_at desc, w.language
                """)
                .param("uris", uris.stream().map(ConceptUri::value).toArray(String[]::new))
                .param("language", language)
                .query(row -> {
                    labels.put(uri(row, "uri"), row.getString("label"));
                });
        return labels;
    }

    /// What stands in for a release where there is none yet.
    static Taxonomy none() {
        return new Taxonomy.Builder(new Scheme("none", "0")).build();
    }

    private static Entry.Concept concept(ResultSet row, Map<String, Words> words) throws SQLException {
        var uri = uri(row, "uri");
        return switch (row.getString("type")) {
            case "SKILL" ->
                new Entry.Skill(
                        uri,
                        Entry.Kind.valueOf(row.getString("kind")),
                        Entry.Reuse.valueOf(row.getString("reuse")),
                        words);
            case "OCCUPATION" -> new Entry.Occupation(uri, row.getString("code"), words);
            default -> new Entry.Group(uri, row.getString("code"), words);
        };
    }

    private static Words words(ResultSet row) throws SQLException {
        return new Words(
                row.getString("label"),
                row.getString("alternatives")
                        .lines()
                        .filter(name -> !name.isBlank())
                        .toList(),
                row.getString("description"));
    }

    private static Entry.OccupationSkill asked(ResultSet row) throws SQLException {
        return new Entry.OccupationSkill(
                uri(row, "occupation"),
                uri(row, "skill"),
                row.getBoolean("essential"),
                number(row, "importance"),
                number(row, "level"));
    }

    private static OptionalDouble number(ResultSet row, String column) throws SQLException {
        var value = row.getDouble(column);
        return row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static ConceptUri uri(ResultSet row, String column) throws SQLException {
        return new ConceptUri(row.getString(column));
    }
}
