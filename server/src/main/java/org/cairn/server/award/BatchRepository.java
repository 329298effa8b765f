package org.cairn.server.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `award_batch`.
@Repository
class BatchRepository {
    private static final String SELECT = """
            select b.*, c.ready, c.bad, c.already, c.awarded
            from award_batch b cross join lateral (
              select count(*) filter (where state = 'READY') as ready, count(*) filter (where state = 'BAD') as bad,
                count(*) filter (where state = 'ALREADY') as already,
                count(*) filter (where state = 'AWARDED') as awarded
              from award_batch_row r where r.batch_id = b.id) c
            """;

    private final JdbcClient jdbc;

    BatchRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Batch batch) {
        var source = batch.source();
        jdbc.sql("""
                insert into award_batch (id, organisation_id, spec_version_id, status, file_name, charset,
                  charset_guessed, separator, header, ignored_columns, language, created_by, created_at)
                values (:id, :organisation, :spec, 'PREVIEW', :file, :charset, :guessed, :separator, :header,
                  :ignored, :language, :by, :at)
                """)
                .param("id", batch.id().value())
                .param("organisation", batch.organisation().value())
                .param("spec", batch.spec().value())
                .param("file", source.fileName())
                .param("charset", source.charset())
                .param("guessed", source.charsetGuessed())
                .param("separator", String.valueOf(source.separator()))
                .param("header", source.header().toArray(String[]::new))
                .param("ignored", source.ignored().toArray(String[]::new))
                .param("language", batch.language().toLanguageTag())
                .param("by", batch.createdBy())
                .param("at", batch.createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Batch> byId(OrganisationId organisation, BatchId id) {
        return jdbc.sql(SELECT + "where b.organisation_id = :organisation and b.id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) -> batch(row))
                .optional();
    }

    /// What an organisation's people have sent of late, and whatever is still under way.
    List<Batch> recent(OrganisationId organisation, int limit) {
        return jdbc.sql(SELECT + "where b.organisation_id = :organisation order by b.created_at desc limit :limit")
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> batch(row))
                .list();
    }

    /// The batch if it is under way and nobody else works on it; locked until the transaction ends.
    Optional<Batch> take(BatchId id) {
        return jdbc.sql("""
                select organisation_id from award_batch
                where id = :id and status in ('QUEUED', 'RUNNING') for update skip locked
                """)
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .flatMap(organisation -> byId(new OrganisationId(organisation), id));
    }

    boolean isUnderWay(BatchId id) {
        return jdbc.sql("select status in ('QUEUED', 'RUNNING') from award_batch where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// @return false when it was no preview any more
    boolean confirm(OrganisationId organisation, BatchId id, String by) {
        return jdbc.sql("""
                        update award_batch set status = 'QUEUED', confirmed_by = :by
                        where organisation_id = :organisation and id = :id and status = 'PREVIEW'
                        """)
                        .param("by", by)
                        .param("organisation", organisation.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// @return false when nothing of it is left to stop
    boolean askToCancel(OrganisationId organisation, BatchId id) {
        return jdbc.sql("""
                        update award_batch set cancel_asked = true
                        where organisation_id = :organisation and id = :id and status in ('QUEUED', 'RUNNING')
                        """)
                        .param("organisation", organisation.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// @return false when it is no preview
    boolean discard(OrganisationId organisation, BatchId id) {
        return jdbc.sql("""
                        delete from award_batch
                        where organisation_id = :organisation and id = :id and status = 'PREVIEW'
                        """)
                        .param("organisation", organisation.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    int discardPreviewsBefore(Instant limit) {
        return jdbc.sql("delete from award_batch where status = 'PREVIEW' and created_at < :limit")
                .param("limit", limit.atOffset(ZoneOffset.UTC))
                .update();
    }

    void runs(BatchId id) {
        jdbc.sql("update award_batch set status = 'RUNNING', trouble_at = null where id = :id")
                .param("id", id.value())
                .update();
    }

    void ends(BatchId id, Batch.Status status, Instant at) {
        jdbc.sql("update award_batch set status = :status, finished_at = :at, trouble_at = null where id = :id")
                .param("status", status.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    void troubled(BatchId id, Instant at) {
        jdbc.sql("update award_batch set trouble_at = :at where id = :id and status in ('QUEUED', 'RUNNING')")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    private static Batch batch(ResultSet row) throws SQLException {
        return new Batch(
                new BatchId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new SpecVersionId(row.getObject("spec_version_id", UUID.class)),
                Batch.Status.valueOf(row.getString("status")),
                new Batch.Source(
                        row.getString("file_name"),
                        row.getString("charset"),
                        row.getBoolean("charset_guessed"),
                        row.getString("separator").charAt(0),
                        RecipientRepository.texts(row.getArray("header")),
                        RecipientRepository.texts(row.getArray("ignored_columns"))),
                Locale.forLanguageTag(row.getString("language")),
                // Whoever confirmed is the one who awards.
                Optional.ofNullable(row.getString("confirmed_by")).orElse(row.getString("created_by")),
                row.getTimestamp("created_at").toInstant(),
                row.getBoolean("cancel_asked"),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(t -> t.toInstant()),
                Optional.ofNullable(row.getTimestamp("trouble_at")).map(t -> t.toInstant()),
                new Batch.Counts(row.getInt("ready"), row.getInt("bad"), row.getInt("already"), row.getInt("awarded")));
    }
}
