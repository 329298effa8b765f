package org.cairn.server.operate;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.operate.Post.Posted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `letter`. What a letter says is sealed with the master key until it was delivered, and gone after that:
/// links in it let their reader in or claim. If the table is lost, letters not yet delivered must be asked for again;
/// who changes a sealed text only makes it unreadable.
@Repository
class Letters {
    private final JdbcClient jdbc;
    private final MasterKey key;

    Letters(JdbcClient jdbc, MasterKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    void insert(Post.Letter letter) {
        jdbc.sql("""
                insert into letter (id, recipient, subject, sealed, about, written_at, next_attempt_at)
                values (uuidv7(), :to, :subject, :sealed, :about, now(), now())
                """)
                .param("to", letter.to())
                .param("subject", letter.subject())
                .param("sealed", key.seal(letter.text().getBytes(StandardCharsets.UTF_8), context(letter.to())))
                .param("about", letter.about())
                .update();
    }

    List<Posted> newest(int limit) {
        return jdbc.sql("select * from letter order by written_at desc, id desc limit :limit")
                .param("limit", limit)
                .query((row, n) -> posted(row))
                .list();
    }

    List<Posted> about(String subject) {
        return jdbc.sql("select * from letter where about = :about order by written_at desc")
                .param("about", subject)
                .query((row, n) -> posted(row))
                .list();
    }

    /// A letter that is due, still sealed: a text that does not open is this letter's trouble alone.
    record Due(UUID id, String to, String subject, Optional<byte[]> sealed, String body) {}

    /// One letter that is due, locked until the transaction ends so that two nodes never deliver the same one.
    Optional<Due> takeDue() {
        return jdbc.sql("""
                select * from letter where sent_at is null and next_attempt_at <= now()
                order by next_attempt_at limit 1 for update skip locked
                """)
                .query((row, n) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getString("recipient"),
                        row.getString("subject"),
                        Optional.ofNullable(row.getBytes("sealed")),
                        Optional.ofNullable(row.getString("body")).orElse("")))
                .optional();
    }

    /// What the letter says.
    String opened(Due letter) {
        return letter.sealed().map(s -> opened(s, letter.to())).orElse(letter.body());
    }

    /// @param keep whether what it says stays, sealed, for the demonstration's mailbox page
    void delivered(UUID id, boolean keep) {
        jdbc.sql("""
                update letter set sent_at = now(), attempts = attempts + 1, trouble = null,
                  body = null, sealed = case when :keep then sealed end
                where id = :id
                """).param("id", id).param("keep", keep).update();
    }

    /// Tries again after a minute, then two, four … at most a day apart.
    void failed(UUID id, String trouble) {
        jdbc.sql("""
                update letter set attempts = attempts + 1, trouble = :trouble,
                  next_attempt_at = now() + least(interval '1 day', interval '1 minute' * power(2, least(attempts, 20)))
                where id = :id
                """).param("id", id).param("trouble", trouble).update();
    }

    /// @param deliveredDays after how many days a delivered letter is forgotten
    /// @param waitingDays after how many days one that nobody took is given up
    /// @return how many letters went
    int forget(int deliveredDays, int waitingDays) {
        return jdbc.sql("""
                delete from letter where sent_at < now() - interval '1 day' * :delivered
                  or (sent_at is null and written_at < now() - interval '1 day' * :waiting)
                """)
                .param("delivered", deliveredDays)
                .param("waiting", waitingDays)
                .update();
    }

    private Posted posted(ResultSet row) throws SQLException {
        var to = row.getString("recipient");
        return new Posted(
                row.getObject("id", UUID.class),
                to,
                row.getString("subject"),
                text(row, to),
                row.getTimestamp("written_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("trouble")));
    }

    /// Empty once it was delivered.
    private String text(ResultSet row, String to) throws SQLException {
        var body = Optional.ofNullable(row.getString("body")).orElse("");
        return Optional.ofNullable(row.getBytes("sealed"))
                .map(s -> opened(s, to))
                .orElse(body);
    }

    private String opened(byte[] sealed, String to) {
        return new String(key.open(sealed, context(to)), StandardCharsets.UTF_8);
    }

    /// A text cannot be moved into a letter to somebody else.
    private static String context(String to) {
        return "letter to " + to;
    }
}
