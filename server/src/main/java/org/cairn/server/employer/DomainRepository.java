package org.cairn.server.employer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `organisation_domain`.
@Repository
class DomainRepository {
    private final JdbcClient jdbc;

    DomainRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param failures how often in a row it was not found again
    record Row(
            OrganisationId organisation,
            DomainName domain,
            String token,
            Optional<Instant> provenAt,
            Optional<Instant> checkedAt,
            int failures) {}

    Optional<Row> of(OrganisationId organisation) {
        return jdbc.sql("select * from organisation_domain where organisation_id = :organisation")
                .param("organisation", organisation.value())
                .query((row, n) -> row(row))
                .optional();
    }

    List<Row> proven() {
        return jdbc.sql("select * from organisation_domain where proven_at is not null")
                .query((row, n) -> row(row))
                .list();
    }

    /// The same domain, one below it or one above it: a house counts once, whatever names it has.
    boolean isProvenByAnother(OrganisationId organisation, DomainName domain) {
        return jdbc.sql("""
                select exists (select 1 from organisation_domain
                  where proven_at is not null and organisation_id <> :organisation
                    and (domain = :domain or right(domain, length(:domain) + 1) = '.' || :domain
                      or right(:domain, length(domain) + 1) = '.' || domain))
                """)
                .param("domain", domain.value())
                .param("organisation", organisation.value())
                .query(Boolean.class)
                .single();
    }

    /// A claim, not proven; another domain of the organisation gives way to it.
    void claim(OrganisationId organisation, DomainName domain, String token) {
        jdbc.sql("""
                insert into organisation_domain (organisation_id, domain, token) values (:organisation, :domain, :token)
                on conflict (organisation_id) do update
                  set domain = :domain, token = :token, proven_at = null, checked_at = null, failures = 0
                """)
                .param("organisation", organisation.value())
                .param("domain", domain.value())
                .param("token", token)
                .update();
    }

    void forget(OrganisationId organisation) {
        jdbc.sql("delete from organisation_domain where organisation_id = :organisation")
                .param("organisation", organisation.value())
                .update();
    }

    /// Nothing happens when another domain was claimed while this one was looked at.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException when another organisation was first
    boolean found(Row seen, Instant at) {
        return jdbc.sql("""
                        update organisation_domain
                        set proven_at = coalesce(proven_at, :at), checked_at = :at, failures = 0
                        where organisation_id = :organisation and domain = :domain and token = :token
                        """)
                        .param("organisation", seen.organisation().value())
                        .param("domain", seen.domain().value())
                        .param("token", seen.token())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /// @param isLost whether the proof is gone by this
    void missed(Row seen, boolean isLost, Instant at) {
        jdbc.sql("""
                update organisation_domain set checked_at = :at, failures = failures + 1,
                  proven_at = case when :lost then null else proven_at end
                where organisation_id = :organisation and domain = :domain and token = :token
                """)
                .param("organisation", seen.organisation().value())
                .param("domain", seen.domain().value())
                .param("token", seen.token())
                .param("lost", isLost)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Proven ones that were last looked at before a moment, the longest ago first; those that failed last, sooner.
    List<Row> due(Instant checkedBefore, Instant failedBefore, int limit) {
        return jdbc.sql("""
                select * from organisation_domain where proven_at is not null
                and checked_at < case when failures > 0 then :failedBefore else :checkedBefore end
                order by checked_at limit :limit
                """)
                .param("checkedBefore", checkedBefore.atOffset(ZoneOffset.UTC))
                .param("failedBefore", failedBefore.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new DomainName(row.getString("domain")),
                row.getString("token"),
                Optional.ofNullable(row.getTimestamp("proven_at")).map(at -> at.toInstant()),
                Optional.ofNullable(row.getTimestamp("checked_at")).map(at -> at.toInstant()),
                row.getInt("failures"));
    }
}
