package org.cairn.server.taxonomy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.skills.taxonomy.Scheme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table of the releases that belong to the installation.
@Repository
class Releases {
    private static final String COLUMNS = "id, scheme, version, state, made_current_at, created_at";
    private static final List<String> TABLES = List.of(
            "taxonomy_asks",
            "taxonomy_relation",
            "taxonomy_broader",
            "taxonomy_concept",
            "taxonomy_import",
            "taxonomy");

    private final JdbcClient jdbc;

    Releases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Release> all() {
        return jdbc.sql("select " + COLUMNS
                        + " from taxonomy where organisation_id is null order by scheme, created_at desc")
                .query((row, n) -> release(row))
                .list();
    }

    Optional<Release> byId(TaxonomyId id) {
        return jdbc.sql("select " + COLUMNS + " from taxonomy where organisation_id is null and id = :id")
                .param("id", id.value())
                .query((row, n) -> release(row))
                .optional();
    }

    Optional<Release> of(Scheme scheme) {
        return jdbc.sql("select " + COLUMNS
                        + " from taxonomy where organisation_id is null and scheme = :scheme and version = :version")
                .param("scheme", scheme.name())
                .param("version", scheme.version())
                .query((row, n) -> release(row))
                .optional();
    }

    Optional<Release> currentOf(String family) {
        return jdbc.sql("select " + COLUMNS + " from taxonomy"
                        + " where organisation_id is null and family = :family and made_current_at is not null")
                .param("family", family)
                .query((row, n) -> release(row))
                .optional();
    }

    /// The one that everything uses which needs one taxonomy: ESCO where it is here, else what was made
    /// current last.
    Optional<Release> leading() {
        return jdbc.sql("select " + COLUMNS + " from taxonomy"
                        + " where organisation_id is null and made_current_at is not null"
                        + " order by family = '" + Release.ESCO + "' desc, made_current_at desc limit 1")
                .query((row, n) -> release(row))
                .optional();
    }

    /// @throws org.springframework.dao.DuplicateKeyException when that release is here
    void insert(TaxonomyId id, Scheme scheme, Instant at) {
        jdbc.sql("""
                insert into taxonomy (id, scheme, version, title, family, state, created_at)
                values (:id, :scheme, :version, :title, :family, 'IMPORTING', :at)
                """)
                .param("id", id.value())
                .param("scheme", scheme.name())
                .param("version", scheme.version())
                .param("title", scheme.toString())
                .param("family", Release.family(scheme))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void ready(TaxonomyId id) {
        jdbc.sql("update taxonomy set state = 'READY' where id = :id")
                .param("id", id.value())
                .update();
    }

    void makeCurrent(Release release, Instant at) {
        jdbc.sql("update taxonomy set made_current_at = null where organisation_id is null and family = :family")
                .param("family", Release.family(release.scheme()))
                .update();
        jdbc.sql("update taxonomy set made_current_at = :at where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", release.id().value())
                .update();
    }

    /// Deletes a release with all its rows.
    void delete(TaxonomyId id) {
        for (var table : TABLES) {
            jdbc.sql("delete from " + table + " where " + (table.equals("taxonomy") ? "id" : "taxonomy_id") + " = :id")
                    .param("id", id.value())
                    .update();
        }
    }

    private static Release release(ResultSet row) throws SQLException {
        return new Release(
                new TaxonomyId(row.getObject("id", UUID.class)),
                new Scheme(row.getString("scheme"), row.getString("version")),
                row.getString("state").equals("READY"),
                Optional.ofNullable(row.getTimestamp("made_current_at")).map(Timestamp::toInstant),
                row.getTimestamp("created_at").toInstant());
    }
}
