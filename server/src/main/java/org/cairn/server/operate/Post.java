package org.cairn.server.operate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The outbox: a letter is stored in the transaction of the deed it tells about, and delivered afterwards by a job
/// that tries again until the mail server takes it. Thread-safe.
@Component
public class Post {
    private final JdbcClient jdbc;

    Post(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A plain-text letter.
    ///
    /// @param about what it tells of, as `award:…`, so that the sender can be shown whether it went out
    public record Letter(String to, String subject, String text, String about) {}

    /// A letter in the outbox.
    public record Posted(
            UUID id,
            String to,
            String subject,
            String text,
            Instant writtenAt,
            Optional<Instant> sentAt,
            int attempts,
            Optional<String> trouble) {}

    /// Stores the letter; it goes out once the running transaction has been committed.
    public void send(Letter letter) {
        jdbc.sql("""
                insert into letter (id, recipient, subject, body, about, written_at, next_attempt_at)
                values (uuidv7(), :to, :subject, :body, :about, now(), now())
                """)
                .param("to", letter.to())
                .param("subject", letter.subject())
                .param("body", letter.text())
                .param("about", letter.about())
                .update();
    }

    /// The newest letters, for the demonstration's mailbox page.
    public List<Posted> newest(int limit) {
        return jdbc.sql("select * from letter order by written_at desc, id desc limit :limit")
                .param("limit", limit)
                .query(Letters.ROW)
                .list();
    }

    /// The letter that told about something, newest first.
    public List<Posted> about(String subject) {
        return jdbc.sql("select * from letter where about = :about order by written_at desc")
                .param("about", subject)
                .query(Letters.ROW)
                .list();
    }
}
