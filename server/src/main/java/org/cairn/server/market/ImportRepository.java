package org.cairn.server.market;

import java.io.IOException;
import java.io.InputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.skills.demand.PostingFault;
import org.cairn.skills.demand.Row;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `market_import`, `market_import_part` and `market_import_fault`.
@Repository
class ImportRepository {
    private static final int PART = 1 << 20;
    private static final int MOST_FAULTS = 10_000;
    private static final String SELECT = """
            select i.*, p.waiting, p.extracted from market_import i cross join lateral (
              select count(*) filter (where extracted_at is null) as waiting,
                count(*) filter (where extracted_at is not null) as extracted
              from market_posting p where p.import_id = i.id) p
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    ImportRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(ImportId id, Acting by, PostingImport.Wish wish, long bytes, Instant at) {
        jdbc.sql("""
                insert into market_import (id, organisation_id, status, file_name, source, language, country, shared,
                  bytes, created_by, created_at)
                values (:id, :organisation, 'QUEUED', :file, :source, :language, :country, :shared, :bytes, :by, :at)
                """)
                .param("id", id.value())
                .param("organisation", by.organisationId().value())
                .param("file", wish.fileName())
                .param("source", wish.source())
                .param("language", wish.language())
                .param("country", wish.country())
                .param("shared", wish.shared())
                .param("bytes", bytes)
                .param("by", by.actor())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void insertParts(ImportId id, OrganisationId organisation, InputStream file) throws IOException {
        var number = 0;
        for (var part = file.readNBytes(PART); part.length > 0; part = file.readNBytes(PART)) {
            jdbc.sql("insert into market_import_part (organisation_id, import_id, part, bytes)"
                            + " values (:organisation, :import, :part, :bytes)")
                    .param("organisation", organisation.value())
                    .param("import", id.value())
                    .param("part", number++)
                    .param("bytes", part)
                    .update();
        }
    }

    /// The file as it was sent, a part at a time.
    StoredFile file(ImportId id) {
        return new StoredFile(
                number -> jdbc.sql("select bytes from market_import_part where import_id = :import and part = :part")
                        .param("import", id.value())
                        .param("part", number)
                        .query(byte[].class)
                        .optional());
    }

    Optional<PostingImport> byId(OrganisationId organisation, ImportId id) {
        return jdbc.sql(SELECT + "where i.organisation_id = :organisation and i.id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<PostingImport> byId(ImportId id) {
        return jdbc.sql(SELECT + "where i.id = :id")
                .param("id", id.value())
                .query((row, n) -> read(row))
                .optional();
    }

    List<PostingImport> recent(OrganisationId organisation, int limit) {
        return jdbc.sql(SELECT + "where i.organisation_id = :organisation order by i.created_at desc limit :limit")
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /// Holds the row until the transaction ends; empty when it is not under way.
    Optional<Long> take(ImportId id) {
        return jdbc.sql("select rows_read from market_import where id = :id and status in ('QUEUED', 'RUNNING')"
                        + " for update")
                .param("id", id.value())
                .query(Long.class)
                .optional();
    }

    void advance(ImportId id, Chunk.Outcome outcome, long bytesRead) {
        jdbc.sql("""
                update market_import set status = 'RUNNING', rows_read = rows_read + :rows, stored = stored + :stored,
                  duplicates = duplicates + :duplicates, bad = bad + :bad, bytes_read = least(bytes, :bytes),
                  trouble_at = null
                where id = :id
                """)
                .param("id", id.value())
                .param("rows", outcome.rows())
                .param("stored", outcome.stored())
                .param("duplicates", outcome.duplicates())
                .param("bad", outcome.bad())
                .param("bytes", bytesRead)
                .update();
    }

    void insertFaults(ImportId id, OrganisationId organisation, List<Row.Bad> faults) {
        var kept = jdbc.sql("select count(*) from market_import_fault where import_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
        var room = faults.stream().limit(Math.max(0, MOST_FAULTS - kept)).toList();
        batches.batchUpdate("""
                insert into market_import_fault (organisation_id, import_id, row_number, line, fault, detail)
                values (?, ?, ?, ?, ?, ?)
                """, room, 500, (row, bad) -> {
            row.setObject(1, organisation.value());
            row.setObject(2, id.value());
            row.setLong(3, bad.number());
            row.setLong(4, bad.line());
            row.setString(5, bad.fault().name());
            row.setString(6, bad.detail().replace('\0', ' '));
        });
    }

    List<PostingImport.Fault> faults(PostingImport of, int limit) {
        return jdbc.sql("""
                select line, fault, detail from market_import_fault
                where organisation_id = :organisation and import_id = :id order by row_number limit :limit
                """)
                .param("organisation", of.organisation().value())
                .param("id", of.id().value())
                .param("limit", limit)
                .query((row, n) -> new PostingImport.Fault(
                        row.getLong("line"), PostingFault.valueOf(row.getString("fault")), row.getString("detail")))
                .list();
    }

    /// The file itself is not needed any more.
    void ends(ImportId id, PostingImport.Status status, Instant at) {
        jdbc.sql("update market_import set status = :status, finished_at = :at, bytes_read = bytes, trouble_at = null"
                        + " where id = :id")
                .param("id", id.value())
                .param("status", status.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from market_import_part where import_id = :id")
                .param("id", id.value())
                .update();
    }

    boolean isCancelAsked(ImportId id) {
        return jdbc.sql("select cancel_asked from market_import where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    boolean askToCancel(OrganisationId organisation, ImportId id) {
        return jdbc.sql("""
                        update market_import set cancel_asked = true
                        where organisation_id = :organisation and id = :id and status in ('QUEUED', 'RUNNING')
                        """)
                        .param("organisation", organisation.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void troubled(ImportId id, Instant at) {
        jdbc.sql("update market_import set trouble_at = :at where id = :id")
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return false when it is not there or still being read
    boolean delete(OrganisationId organisation, ImportId id) {
        return jdbc.sql("""
                        delete from market_import
                        where organisation_id = :organisation and id = :id and status in ('DONE', 'CANCELLED')
                        """)
                        .param("organisation", organisation.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static PostingImport read(ResultSet row) throws SQLException {
        return new PostingImport(
                new ImportId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                PostingImport.Status.valueOf(row.getString("status")),
                new PostingImport.Wish(
                        row.getString("file_name"),
                        row.getString("source"),
                        row.getString("language"),
                        row.getString("country"),
                        row.getBoolean("shared")),
                new PostingImport.Counts(
                        row.getLong("bytes"),
                        row.getLong("bytes_read"),
                        row.getLong("rows_read"),
                        row.getLong("stored"),
                        row.getLong("duplicates"),
                        row.getLong("bad"),
                        row.getLong("waiting"),
                        row.getLong("extracted")),
                row.getBoolean("cancel_asked"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(java.sql.Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("trouble_at")).map(java.sql.Timestamp::toInstant));
    }
}
