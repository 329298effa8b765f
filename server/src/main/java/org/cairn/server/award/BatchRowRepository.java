package org.cairn.server.award;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.award.Batch.Row;
import org.cairn.server.identity.EmailAddress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `award_batch_row`. Callers hold a [Batch] that was found for their organisation.
@Repository
class BatchRowRepository {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    BatchRowRepository(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void insert(Batch batch, List<Row> rows) {
        batches.batchUpdate("""
                insert into award_batch_row (organisation_id, batch_id, line, cells, state, name, email, learner_number,
                  awarded_on, grade, narrative, reason_key, reason_args)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows, 500, (row, r) -> {
            row.setObject(1, batch.organisation().value());
            row.setObject(2, batch.id().value());
            row.setInt(3, r.line());
            row.setObject(4, r.cells().toArray(String[]::new));
            row.setString(5, r.state().name());
            row.setString(6, r.wish().map(Awarding::name).orElse(null));
            row.setString(
                    7,
                    r.wish().flatMap(Awarding::email).map(EmailAddress::value).orElse(null));
            row.setString(8, r.wish().flatMap(Awarding::learnerNumber).orElse(null));
            row.setObject(9, r.wish().map(Awarding::awardedOn).orElse(null));
            row.setString(10, r.wish().flatMap(Awarding::grade).orElse(null));
            row.setString(11, r.wish().flatMap(Awarding::narrative).orElse(null));
            row.setString(12, r.reason().map(Reason::key).orElse(null));
            row.setObject(13, r.reason().map(Reason::args).orElse(List.of()).toArray(String[]::new));
        });
    }

    /// The next rows that wait, in the order of the file.
    List<Row> ready(Batch batch, int limit) {
        return rows(batch, "and state = 'READY'", limit, 0);
    }

    List<Row> page(Batch batch, Row.State state, int limit, int skipped) {
        return rows(batch, "and state = '" + state.name() + "'", limit, skipped);
    }

    List<Row> all(Batch batch) {
        return rows(batch, "", SheetReader.MOST_ROWS, 0);
    }

    private List<Row> rows(Batch batch, String narrowed, int limit, int skipped) {
        return jdbc.sql("select * from award_batch_row where organisation_id = :organisation and batch_id = :batch "
                        + narrowed + " order by line limit :limit offset :skipped")
                .param("organisation", batch.organisation().value())
                .param("batch", batch.id().value())
                .param("limit", limit)
                .param("skipped", skipped)
                .query((row, n) -> row(batch, row))
                .list();
    }

    void update(Batch batch, List<Row> rows) {
        batches.batchUpdate("""
                update award_batch_row set state = ?, reason_key = ?, reason_args = ?, award_id = ?
                where organisation_id = ? and batch_id = ? and line = ?
                """, rows, 500, (row, r) -> {
            row.setString(1, r.state().name());
            row.setString(2, r.reason().map(Reason::key).orElse(null));
            row.setObject(3, r.reason().map(Reason::args).orElse(List.of()).toArray(String[]::new));
            row.setObject(4, r.award().map(AwardId::value).orElse(null));
            row.setObject(5, batch.organisation().value());
            row.setObject(6, batch.id().value());
            row.setInt(7, r.line());
        });
    }

    private static Row row(Batch batch, ResultSet row) throws SQLException {
        var name = Optional.ofNullable(row.getString("name"));
        var day = Optional.ofNullable(row.getObject("awarded_on", LocalDate.class));
        var email = Optional.ofNullable(row.getString("email")).map(EmailAddress::new);
        var number = Optional.ofNullable(row.getString("learner_number"));
        var grade = Optional.ofNullable(row.getString("grade"));
        var narrative = Optional.ofNullable(row.getString("narrative"));
        var args = RecipientRepository.texts(row.getArray("reason_args"));
        return new Row(
                row.getInt("line"),
                RecipientRepository.texts(row.getArray("cells")),
                Row.State.valueOf(row.getString("state")),
                name.flatMap(n -> day.map(d -> new Awarding(batch.spec(), n, email, number, d, grade, narrative))),
                Optional.ofNullable(row.getString("reason_key")).map(key -> new Reason(key, args)),
                Optional.ofNullable(row.getObject("award_id", UUID.class)).map(AwardId::new));
    }
}
