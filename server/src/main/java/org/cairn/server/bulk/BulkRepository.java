package org.cairn.server.bulk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.hiring.RoleVersionId;
import org.cairn.server.hiring.ShownCredential;
import org.cairn.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Tables `bulk_run` and `bulk_item`.
@Repository
class BulkRepository {
    private static final TypeReference<List<ShownCredential>> CREDENTIALS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BulkRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Its items follow in the same transaction; only then is it known how many there are.
    void insert(BulkRun run, String by) {
        jdbc.sql("""
                insert into bulk_run (id, organisation_id, name, role_version_id, status, total, made_by, made_at,
                  delete_at)
                values (:id, :organisation, :name, :role, 'QUEUED', :total, :by, :at, :until)
                """)
                .param("id", run.id().value())
                .param("organisation", run.organisation().value())
                .param("name", run.name())
                .param("role", run.role().map(RoleVersionId::value).orElse(null))
                .param("total", run.total())
                .param("by", by)
                .param("at", run.madeAt().atOffset(ZoneOffset.UTC))
                .param("until", run.deleteAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void total(BulkRun run, int total) {
        jdbc.sql("update bulk_run set total = :total where organisation_id = :organisation and id = :id")
                .param("total", total)
                .param("organisation", run.organisation().value())
                .param("id", run.id().value())
                .update();
    }

    void insert(BulkRun run, int position, BulkItem.Sent item) {
        jdbc.sql("""
                insert into bulk_item (organisation_id, run_id, position, file_name, media_type, content, refusal)
                values (:organisation, :run, :position, :name, :type, :content, :refusal)
                """)
                .param("organisation", run.organisation().value())
                .param("run", run.id().value())
                .param("position", position)
                .param("name", item.name())
                .param("type", item.type())
                .param("content", item.content())
                .param("refusal", item.refused().orElse(null))
                .update();
    }

    Optional<BulkRun> byId(OrganisationId organisation, BulkRunId id) {
        return jdbc.sql("select * from bulk_run where organisation_id = :organisation and id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) -> run(row))
                .optional();
    }

    /// For the job alone, which belongs to no tenant.
    Optional<BulkRun> byId(BulkRunId id) {
        return jdbc.sql("select * from bulk_run where id = :id")
                .param("id", id.value())
                .query((row, n) -> run(row))
                .optional();
    }

    /// Newest first.
    List<BulkRun> of(OrganisationId organisation, int limit) {
        return jdbc.sql("""
                select * from bulk_run where organisation_id = :organisation order by made_at desc, id limit :limit
                """)
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> run(row))
                .list();
    }

    int underWay(OrganisationId organisation) {
        return jdbc.sql("select count(*) from bulk_run where organisation_id = :organisation and status <> 'DONE'")
                .param("organisation", organisation.value())
                .query(Integer.class)
                .single();
    }

    /// The first item that was not checked yet, or refused when it came in.
    Optional<BulkItem.Due> due(BulkRun run) {
        return jdbc.sql("""
                select position, media_type, content, tries from bulk_item
                where organisation_id = :organisation and run_id = :run and checked_at is null
                order by position limit 1
                """)
                .param("organisation", run.organisation().value())
                .param("run", run.id().value())
                .query((row, n) -> new BulkItem.Due(
                        row.getInt("position"),
                        row.getString("media_type"),
                        row.getBytes("content"),
                        row.getInt("tries")))
                .optional();
    }

    void tried(BulkRun run, int position) {
        jdbc.sql("""
                update bulk_item set tries = tries + 1
                where organisation_id = :organisation and run_id = :run and position = :position
                """)
                .param("organisation", run.organisation().value())
                .param("run", run.id().value())
                .param("position", position)
                .update();
    }

    /// Stores what came of an item and forgets its content.
    ///
    /// @return false when somebody else stored it before
    boolean store(BulkRun run, int position, BulkItem.State state, Instant at) {
        var refusal = state instanceof BulkItem.State.Refused(var code) ? code : null;
        var result =
                state instanceof BulkItem.State.Checked(var credentials) ? json.writeValueAsString(credentials) : null;
        return jdbc.sql("""
                        update bulk_item set content = null, refusal = coalesce(refusal, :refusal),
                          result = :result::json, checked_at = :at
                        where organisation_id = :organisation and run_id = :run and position = :position
                          and checked_at is null
                        """)
                        .param("organisation", run.organisation().value())
                        .param("run", run.id().value())
                        .param("position", position)
                        .param("refusal", refusal)
                        .param("result", result)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void advance(BulkRun run) {
        jdbc.sql("""
                update bulk_run set status = 'RUNNING', done = done + 1
                where organisation_id = :organisation and id = :id
                """)
                .param("organisation", run.organisation().value())
                .param("id", run.id().value())
                .update();
    }

    /// @return false when somebody else ended it before
    boolean finish(BulkRun run, Instant at) {
        return jdbc.sql("""
                        update bulk_run set status = 'DONE', finished_at = :at
                        where organisation_id = :organisation and id = :id and status <> 'DONE'
                        """)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("organisation", run.organisation().value())
                        .param("id", run.id().value())
                        .update()
                == 1;
    }

    List<BulkItem> items(BulkRun run) {
        return jdbc.sql("""
                select position, file_name, refusal, result, checked_at from bulk_item
                where organisation_id = :organisation and run_id = :run order by position
                """)
                .param("organisation", run.organisation().value())
                .param("run", run.id().value())
                .query((row, n) -> item(row))
                .list();
    }

    private BulkItem item(ResultSet row) throws SQLException {
        var refusal = row.getString("refusal");
        var result = row.getString("result");
        BulkItem.State state = new BulkItem.State.Waiting();
        if (refusal != null) {
            state = new BulkItem.State.Refused(refusal);
        } else if (result != null) {
            state = new BulkItem.State.Checked(json.readValue(result, CREDENTIALS));
        }
        return new BulkItem(row.getInt("position"), row.getString("file_name"), state);
    }

    boolean delete(OrganisationId organisation, BulkRunId id) {
        return jdbc.sql("delete from bulk_run where organisation_id = :organisation and id = :id")
                        .param("organisation", organisation.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// @return the runs that went
    List<BulkRun> deleteDue(Instant now) {
        return jdbc.sql("delete from bulk_run where delete_at <= :now returning *")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> run(row))
                .list();
    }

    private static BulkRun run(ResultSet row) throws SQLException {
        return new BulkRun(
                new BulkRunId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("name"),
                Optional.ofNullable(row.getObject("role_version_id", UUID.class))
                        .map(RoleVersionId::new),
                BulkRun.Status.valueOf(row.getString("status")),
                row.getInt("total"),
                row.getInt("done"),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(java.sql.Timestamp::toInstant),
                row.getTimestamp("delete_at").toInstant());
    }
}
