package org.cairn.server.operate;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Who did what, when, to what: written in the transaction of the deed, never changed. Thread-safe.
@Component
public class Audit {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource time;

    Audit(JdbcClient jdbc, JsonMapper json, InstantSource time) {
        this.jdbc = jdbc;
        this.json = json;
        this.time = time;
    }

    /// One deed.
    ///
    /// @param organisation the tenant it belongs to; empty for deeds of the platform or of a learner
    /// @param actor who did it: `person:…`, `key:…` or `system`; never a name or an address
    /// @param action what was done, as `award.annulled`
    /// @param subject what it was done to, as `award:…`
    public record Deed(
            Optional<UUID> organisation, String actor, String action, String subject, Map<String, String> detail) {}

    /// A deed as it was written down.
    public record Entry(Instant at, String actor, String action, String subject, String detail) {}

    /// Writes a deed into the running transaction.
    public void record(Deed deed) {
        jdbc.sql("""
                insert into audit_event (id, organisation_id, at, actor, action, subject, detail)
                values (uuidv7(), :organisation, :at, :actor, :action, :subject, :detail::jsonb)
                """)
                .param("organisation", deed.organisation().orElse(null))
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .param("actor", deed.actor())
                .param("action", deed.action())
                .param("subject", deed.subject())
                .param("detail", json.writeValueAsString(deed.detail()))
                .update();
    }

    public List<Entry> of(UUID organisation, int limit) {
        return of(organisation, 0, limit);
    }

    /// The newest deeds of one organisation first.
    ///
    /// @param skip how many of the newest to leave out
    public List<Entry> of(UUID organisation, int skip, int limit) {
        return jdbc.sql("""
                select at, actor, action, subject, detail::text as detail from audit_event
                where organisation_id = :organisation order by at desc, id desc limit :limit offset :skip
                """)
                .param("organisation", organisation)
                .param("skip", skip)
                .param("limit", limit)
                .query((row, n) -> new Entry(
                        row.getTimestamp("at").toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("detail")))
                .list();
    }

    /// How many deeds one organisation has.
    public int count(UUID organisation) {
        return jdbc.sql("select count(*) from audit_event where organisation_id = :organisation")
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }
}
