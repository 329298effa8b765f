package org.cairn.server.operate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.operate.Post.Posted;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The delivery side of table `letter`.
@Repository
class Letters {
    static final RowMapper<Posted> ROW = (row, n) -> posted(row);

    private final JdbcClient jdbc;

    Letters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Letters that are due, locked until the transaction ends so that two nodes never deliver the same one.
    List<Posted> takeDue(int limit) {
        return jdbc.sql("""
                select * from letter where sent_at is null and next_attempt_at <= now()
                order by next_attempt_at limit :limit for update skip locked
                """).param("limit", limit).query(ROW).list();
    }

    void delivered(UUID id) {
        jdbc.sql("update letter set sent_at = now(), attempts = attempts + 1, trouble = null where id = :id")
                .param("id", id)
                .update();
    }

    /// Tries again after a minute, then two, four … at most a day apart.
    void failed(UUID id, String trouble) {
        jdbc.sql("""
                update letter set attempts = attempts + 1, trouble = :trouble,
                  next_attempt_at = now() + least(interval '1 day', interval '1 minute' * power(2, attempts))
                where id = :id
                """).param("id", id).param("trouble", trouble).update();
    }

    private static Posted posted(ResultSet row) throws SQLException {
        return new Posted(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getTimestamp("written_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("trouble")));
    }
}
