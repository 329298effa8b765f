package org.cairn.server.publish;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.issue.PublicAnswer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `published_document`: since when a document has had the content it has. A row is written only when the content
/// is another than at the last look, so that nobody can make the table grow by asking.
@Repository
class ChangeDates {
    private final JdbcClient jdbc;
    private final InstantSource time;

    ChangeDates(JdbcClient jdbc, InstantSource time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /// What a document is about and in which form.
    record Key(OrganisationId organisation, UUID subject, String format) {}

    /// When the document was first seen with this content, to the second, as HTTP tells it.
    Instant of(Key key, String text) {
        var tag = PublicAnswer.tag(text);
        return known(key, tag).orElseGet(() -> {
            remember(key, tag);
            return known(key, tag).orElseGet(this::now);
        });
    }

    private Optional<Instant> known(Key key, String tag) {
        return jdbc.sql("""
                        select changed_at from published_document
                        where organisation_id = :organisation and subject_id = :subject and format = :format
                          and tag = :tag
                        """)
                .param("organisation", key.organisation().value())
                .param("subject", key.subject())
                .param("format", key.format())
                .param("tag", tag)
                .query((row, n) -> row.getTimestamp("changed_at").toInstant())
                .optional();
    }

    private void remember(Key key, String tag) {
        jdbc.sql("""
                        insert into published_document (organisation_id, subject_id, format, tag, changed_at)
                        values (:organisation, :subject, :format, :tag, :at)
                        on conflict (organisation_id, subject_id, format)
                        do update set tag = excluded.tag, changed_at = excluded.changed_at
                        where published_document.tag <> excluded.tag
                        """)
                .param("organisation", key.organisation().value())
                .param("subject", key.subject())
                .param("format", key.format())
                .param("tag", tag)
                .param("at", now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
