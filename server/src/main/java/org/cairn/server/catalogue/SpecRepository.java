package org.cairn.server.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Tables `spec` and `spec_version`. Content is kept as JSON: it is read and written whole, and old versions must
/// stay as they were whatever later elements are added.
@Repository
class SpecRepository {
    private static final String DRAFTS = """
            select s.*, (select count(*) from spec_version v where v.spec_id = s.id) as versions,
              coalesce((select v.content::jsonb <> s.content::jsonb from spec_version v where v.spec_id = s.id
                        order by v.number desc limit 1), true) as changed
            from spec s
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SpecRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(SpecId id, OrganisationId organisation, SpecContent content, Instant at) {
        jdbc.sql("""
                insert into spec (id, organisation_id, content, revision, saved_at)
                values (:id, :organisation, :content::json, 1, :at)
                """)
                .param("id", id.value())
                .param("organisation", organisation.value())
                .param("content", json.writeValueAsString(content))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<SpecDraft> draft(OrganisationId organisation, SpecId id) {
        return jdbc.sql(DRAFTS + "where s.id = :id and s.organisation_id = :organisation")
                .param("id", id.value())
                .param("organisation", organisation.value())
                .query((row, n) -> draft(row))
                .optional();
    }

    /// The draft, locked until the transaction ends, so that publishing sees what it stores.
    Optional<SpecDraft> lockedDraft(OrganisationId organisation, SpecId id) {
        jdbc.sql("select id from spec where id = :id and organisation_id = :organisation for update")
                .param("id", id.value())
                .param("organisation", organisation.value())
                .query(UUID.class)
                .optional();
        return draft(organisation, id);
    }

    List<SpecDraft> drafts(OrganisationId organisation) {
        return jdbc.sql(DRAFTS + "where s.organisation_id = :organisation order by s.saved_at desc, s.id")
                .param("organisation", organisation.value())
                .query((row, n) -> draft(row))
                .list();
    }

    /// @return false when somebody else saved since
    boolean save(OrganisationId organisation, SpecId id, SpecContent content, long revision, Instant at) {
        return jdbc.sql("""
                        update spec set content = :content::json, revision = revision + 1, saved_at = :at
                        where id = :id and organisation_id = :organisation and revision = :revision
                        """)
                        .param("id", id.value())
                        .param("organisation", organisation.value())
                        .param("content", json.writeValueAsString(content))
                        .param("revision", revision)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// @return false when there is no such draft or something was published from it
    boolean deleteUnpublished(OrganisationId organisation, SpecId id) {
        return jdbc.sql("""
                        delete from spec s where id = :id and organisation_id = :organisation
                        and not exists (select 1 from spec_version v where v.spec_id = s.id)
                        """)
                        .param("id", id.value())
                        .param("organisation", organisation.value())
                        .update()
                == 1;
    }

    void insertVersion(PublishedSpec version, GateReport report, Optional<String> override, String actor) {
        jdbc.sql("""
                insert into spec_version (id, spec_id, organisation_id, number, content, published_at, published_by,
                  gate_report, override_reason)
                values (:id, :spec, :organisation, :number, :content::json, :at, :actor, :report::jsonb, :override)
                """)
                .param("id", version.id().value())
                .param("spec", version.spec().value())
                .param("organisation", version.organisation().value())
                .param("number", version.number())
                .param("content", json.writeValueAsString(version.content()))
                .param("at", version.publishedAt().atOffset(ZoneOffset.UTC))
                .param("actor", actor)
                .param("report", json.writeValueAsString(report))
                .param("override", override.orElse(null))
                .update();
    }

    void addAuthor(OrganisationId organisation, SpecId id, String actor) {
        jdbc.sql("""
                insert into spec_author (organisation_id, spec_id, actor) values (:organisation, :id, :actor)
                on conflict do nothing
                """)
                .param("organisation", organisation.value())
                .param("id", id.value())
                .param("actor", actor)
                .update();
    }

    Set<String> authors(OrganisationId organisation, SpecId id) {
        return Set.copyOf(
                jdbc.sql("select actor from spec_author where organisation_id = :organisation and spec_id = :id")
                        .param("organisation", organisation.value())
                        .param("id", id.value())
                        .query(String.class)
                        .list());
    }

    Optional<PublishedSpec> version(SpecVersionId id) {
        return jdbc.sql("select * from spec_version where id = :id")
                .param("id", id.value())
                .query((row, n) -> version(row))
                .optional();
    }

    List<PublishedSpec> versions(Collection<SpecVersionId> ids) {
        return jdbc.sql("select * from spec_version where id = any(:ids)")
                .param("ids", ids.stream().map(SpecVersionId::value).toArray(UUID[]::new))
                .query((row, n) -> version(row))
                .list();
    }

    Optional<String> overrideReason(SpecVersionId id) {
        return jdbc.sql("select override_reason from spec_version where id = :id and override_reason is not null")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    List<PublishedSpec> versionsOf(OrganisationId organisation) {
        return jdbc.sql(
                        "select * from spec_version where organisation_id = :organisation order by published_at desc, id")
                .param("organisation", organisation.value())
                .query((row, n) -> version(row))
                .list();
    }

    List<PublishedSpec> versionsOf(OrganisationId organisation, SpecId spec) {
        return jdbc.sql("""
                select * from spec_version where organisation_id = :organisation and spec_id = :spec order by number desc
                """)
                .param("organisation", organisation.value())
                .param("spec", spec.value())
                .query((row, n) -> version(row))
                .list();
    }

    /// The newest version of each spec, newest first.
    ///
    /// @param words each must occur in a title, description, outcome or skill; empty finds all
    List<PublishedSpec> newest(List<String> words, Optional<OrganisationId> issuer, int limit, int offset) {
        return jdbc.sql("""
                select v.* from spec_version v
                where v.number = (select max(w.number) from spec_version w where w.spec_id = v.spec_id)
                and (:issuer::uuid is null or v.organisation_id = :issuer::uuid)
                and (cardinality(:patterns::text[]) = 0
                  or (jsonb_path_query_array(v.content::jsonb, '$.title.*')
                  || jsonb_path_query_array(v.content::jsonb, '$.description.*')
                  || jsonb_path_query_array(v.content::jsonb, '$.outcomes[*].text.*')
                  || jsonb_path_query_array(v.content::jsonb, '$.skills[*].label'))::text ilike all (:patterns))
                order by v.published_at desc, v.id limit :limit offset :offset
                """)
                .param("issuer", issuer.map(OrganisationId::value).orElse(null))
                .param("patterns", words.stream().map(SpecRepository::pattern).toArray(String[]::new))
                .param("limit", limit)
                .param("offset", offset)
                .query((row, n) -> version(row))
                .list();
    }

    /// What was published from one place of the feed on, oldest first.
    ///
    /// @param until what is younger stays out, because something older may still become visible
    List<PublishedSpec> publishedAfter(Specs.Place place, Optional<OrganisationId> issuer, Instant until, int limit) {
        return jdbc.sql("select * from spec_version where (published_at, id) > (:at, :id) and published_at <= :until"
                        + (issuer.isPresent() ? " and organisation_id = :issuer" : "")
                        + " order by published_at, id limit :limit")
                .param("at", place.publishedAt().atOffset(ZoneOffset.UTC))
                .param("id", place.id())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .param("issuer", issuer.map(OrganisationId::value).orElse(null))
                .param("limit", limit)
                .query((row, n) -> version(row))
                .list();
    }

    /// The versions before and after each of these, all of the same spec.
    Map<SpecVersionId, Specs.Succession> successions(Collection<SpecVersionId> ids) {
        return jdbc
                .sql("""
                        select v.id, before.id as previous, after.id as next,
                          (select w.id from spec_version w where w.spec_id = v.spec_id
                           order by w.number desc limit 1) as newest
                        from spec_version v
                        left join spec_version before on before.spec_id = v.spec_id and before.number = v.number - 1
                        left join spec_version after on after.spec_id = v.spec_id and after.number = v.number + 1
                        where v.id = any(:ids)
                        """)
                .param("ids", ids.stream().map(SpecVersionId::value).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(new SpecVersionId(row.getObject("id", UUID.class)), succession(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Specs.Succession succession(ResultSet row) throws SQLException {
        return new Specs.Succession(
                Optional.ofNullable(row.getObject("previous", UUID.class)).map(SpecVersionId::new),
                Optional.ofNullable(row.getObject("next", UUID.class)).map(SpecVersionId::new),
                new SpecVersionId(row.getObject("newest", UUID.class)));
    }

    private static String pattern(String word) {
        return "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private SpecDraft draft(ResultSet row) throws SQLException {
        return new SpecDraft(
                new SpecId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getLong("revision"),
                json.readValue(row.getString("content"), SpecContent.class),
                row.getTimestamp("saved_at").toInstant(),
                row.getInt("versions"),
                row.getBoolean("changed"));
    }

    private PublishedSpec version(ResultSet row) throws SQLException {
        return new PublishedSpec(
                new SpecVersionId(row.getObject("id", UUID.class)),
                new SpecId(row.getObject("spec_id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getInt("number"),
                json.readValue(row.getString("content"), SpecContent.class),
                row.getTimestamp("published_at").toInstant());
    }
}
