package org.cairn.server.taxonomy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.cairn.skills.taxonomy.Distribution.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of imports and of what could not be used.
@Repository
class Progresses {
    /// More faults than anybody reads are counted only.
    private static final int MOST_FAULTS = 1_000;

    private static final int LONGEST_REASON = 500;

    private final JdbcClient jdbc;

    Progresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(TaxonomyId id, Imports.Wish wish, long bytes, Instant at) {
        jdbc.sql("""
                insert into taxonomy_import (taxonomy_id, state, actor, then_current, part, part_row, rows_done,
                  bytes_done, bytes_total, faults, trouble, started_at)
                values (:id, 'RUNNING', :actor, :current, 0, 0, 0, 0, :bytes, 0, '', :at)
                """)
                .param("id", id.value())
                .param("actor", wish.actor())
                .param("current", wish.thenCurrent())
                .param("bytes", bytes)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Progress> of(TaxonomyId id) {
        return jdbc.sql("select * from taxonomy_import where taxonomy_id = :id")
                .param("id", id.value())
                .query((row, n) -> progress(row))
                .optional();
    }

    /// Moves behind a row; in the transaction in which what lies before it was written.
    ///
    /// @param bytes of parts that were read to their end just now
    /// @return false when it was cancelled meanwhile
    boolean advance(TaxonomyId id, int part, long row, int rows, long bytes) {
        return jdbc.sql("""
                update taxonomy_import set part = :part, part_row = :row, rows_done = rows_done + :rows,
                  bytes_done = bytes_done + :bytes
                where taxonomy_id = :id and state = 'RUNNING'
                """)
                        .param("part", part)
                        .param("row", row)
                        .param("rows", rows)
                        .param("bytes", bytes)
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void faults(TaxonomyId id, List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into taxonomy_fault (taxonomy_id, part, part_row, reason)
                select :id, row.* from unnest(:parts::text[], :rows::bigint[], :reasons::text[]) as row
                where (select faults from taxonomy_import where taxonomy_id = :id) < :most
                on conflict do nothing
                """)
                .param("id", id.value())
                .param("parts", faults.stream().map(Fault::part).toArray(String[]::new))
                .param("rows", faults.stream().map(Fault::row).toArray(Long[]::new))
                .param(
                        "reasons",
                        faults.stream().map(fault -> cut(fault.reason())).toArray(String[]::new))
                .param("most", MOST_FAULTS)
                .update();
        jdbc.sql("update taxonomy_import set faults = faults + :more where taxonomy_id = :id")
                .param("more", faults.size())
                .param("id", id.value())
                .update();
    }

    private static String cut(String reason) {
        var clean = reason.replace('\0', '?');
        return clean.length() > LONGEST_REASON ? clean.substring(0, LONGEST_REASON) : clean;
    }

    List<Fault> faults(TaxonomyId id) {
        return jdbc.sql("select * from taxonomy_fault where taxonomy_id = :id order by part, part_row limit :most")
                .param("id", id.value())
                .param("most", MOST_FAULTS)
                .query((row, n) -> new Fault(row.getString("part"), row.getLong("part_row"), row.getString("reason")))
                .list();
    }

    void done(TaxonomyId id, Instant at) {
        end(id, Progress.State.DONE, "", at);
    }

    void fail(TaxonomyId id, String trouble, Instant at) {
        end(id, Progress.State.FAILED, cut(trouble), at);
    }

    /// @return false when it is over already
    boolean cancel(TaxonomyId id, Instant at) {
        return end(id, Progress.State.CANCELLED, "", at);
    }

    private boolean end(TaxonomyId id, Progress.State state, String trouble, Instant at) {
        return jdbc.sql("""
                update taxonomy_import set state = :state, trouble = :trouble, finished_at = :at
                where taxonomy_id = :id and state = 'RUNNING'
                """)
                        .param("state", state.name())
                        .param("trouble", trouble)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                Progress.State.valueOf(row.getString("state")),
                row.getBoolean("then_current"),
                row.getInt("part"),
                row.getLong("part_row"),
                row.getLong("rows_done"),
                row.getLong("bytes_done"),
                row.getLong("bytes_total"),
                row.getLong("faults"),
                row.getString("trouble"),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant));
    }
}
