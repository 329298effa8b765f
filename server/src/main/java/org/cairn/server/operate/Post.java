package org.cairn.server.operate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The outbox: a letter is stored in the transaction of the deed it tells about, and delivered afterwards by a job
/// that tries again until the mail server takes it. Thread-safe.
@Component
public class Post {
    private final Letters letters;
    private final CairnSettings settings;

    Post(Letters letters, CairnSettings settings) {
        this.letters = letters;
        this.settings = settings;
    }

    /// A plain-text letter.
    ///
    /// @param about what it tells of, as `award:…`, so that the sender can be shown whether it went out
    public record Letter(String to, String subject, String text, String about) {}

    /// A letter in the outbox.
    ///
    /// @param text empty once it was delivered, unless this is the demonstration
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
        letters.insert(letter);
    }

    /// Whether there is a mail server that takes letters; without one they wait.
    public boolean isDelivered() {
        return settings.mail().isDelivered();
    }

    /// The newest letters, for the demonstration's mailbox page.
    public List<Posted> newest(int limit) {
        return letters.newest(limit);
    }

    /// The letter that told about something, newest first.
    public List<Posted> about(String subject) {
        return letters.about(subject);
    }
}
