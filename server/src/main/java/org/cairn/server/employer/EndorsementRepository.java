package org.cairn.server.employer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.issue.StatementId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `endorsement`. What stands is public; what is no longer said is its endorser's and the version's owner's.
@Repository
class EndorsementRepository {
    private final JdbcClient jdbc;

    EndorsementRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @throws org.springframework.dao.DuplicateKeyException when one of its kind stands
    void insert(Endorsement endorsement) {
        jdbc.sql("""
                insert into endorsement (id, organisation_id, spec_version_id, kind, statement_id, comment, conflict,
                  domain, endorsed_at, valid_until)
                values (:id, :organisation, :version, :kind, :statement, :comment, :conflict, :domain, :at, :until)
                """)
                .param("id", endorsement.id().value())
                .param("organisation", endorsement.organisation().value())
                .param("version", endorsement.version().value())
                .param("kind", endorsement.kind().name())
                .param("statement", endorsement.statement().value())
                .param("comment", endorsement.comment())
                .param("conflict", endorsement.conflict())
                .param("domain", endorsement.domain())
                .param("at", endorsement.endorsedAt().atOffset(ZoneOffset.UTC))
                .param("until", endorsement.validUntil().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Those that ran out make room for new ones of their kind.
    void endExpired(OrganisationId organisation, SpecVersionId version, Instant now) {
        jdbc.sql("""
                update endorsement set ended_at = valid_until
                where organisation_id = :organisation and spec_version_id = :version and ended_at is null
                and valid_until <= :now
                """)
                .param("organisation", organisation.value())
                .param("version", version.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @return false when it had ended before
    boolean withdraw(OrganisationId organisation, EndorsementId id, String reason, Instant now) {
        return jdbc.sql("""
                        update endorsement set ended_at = :now, withdrawn_reason = :reason
                        where organisation_id = :organisation and id = :id and ended_at is null
                        """)
                        .param("organisation", organisation.value())
                        .param("id", id.value())
                        .param("reason", reason)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void decline(OrganisationId organisation, EndorsementId id, SpecVersionId newer) {
        jdbc.sql("""
                update endorsement set declined_version_id = :newer
                where organisation_id = :organisation and id = :id
                """)
                .param("organisation", organisation.value())
                .param("id", id.value())
                .param("newer", newer.value())
                .update();
    }

    /// Of the endorser, or about a version of the organisation's own.
    Optional<Endorsement> seenBy(OrganisationId organisation, EndorsementId id) {
        return jdbc.sql("""
                select e.* from endorsement e join spec_version v on v.id = e.spec_version_id
                where e.id = :id and (e.organisation_id = :organisation or v.organisation_id = :organisation)
                """)
                .param("id", id.value())
                .param("organisation", organisation.value())
                .query((row, n) -> endorsement(row))
                .optional();
    }

    List<Endorsement> by(OrganisationId organisation, int limit) {
        return jdbc.sql("""
                select * from endorsement where organisation_id = :organisation
                order by endorsed_at desc, id limit :limit
                """)
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> endorsement(row))
                .list();
    }

    /// All that was ever said of an organisation's versions, newest first.
    List<Endorsement> received(OrganisationId organisation, int limit) {
        return jdbc.sql("""
                select e.* from endorsement e join spec_version v on v.id = e.spec_version_id
                where v.organisation_id = :organisation order by e.endorsed_at desc, e.id limit :limit
                """)
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> endorsement(row))
                .list();
    }

    /// What stands about any of these versions, of all organisations, the oldest first.
    List<Endorsement> standing(Collection<SpecVersionId> versions, Instant now) {
        return jdbc.sql("""
                select * from endorsement
                where spec_version_id = any(:versions) and ended_at is null and valid_until > :now
                order by endorsed_at, id
                """)
                .param("versions", versions.stream().map(SpecVersionId::value).toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> endorsement(row))
                .list();
    }

    /// What an organisation says of a version that has a newer one, of which it neither says the same nor declined to.
    List<Endorsement> outdated(OrganisationId organisation, Instant now, int limit) {
        return jdbc.sql("""
                select e.* from endorsement e join spec_version v on v.id = e.spec_version_id
                join lateral (select n.id, n.number from spec_version n where n.spec_id = v.spec_id
                  order by n.number desc limit 1) newest on newest.number > v.number
                where e.organisation_id = :organisation and e.ended_at is null and e.valid_until > :now
                and e.declined_version_id is distinct from newest.id
                and not exists (select 1 from endorsement same
                  where same.organisation_id = :organisation and same.spec_version_id = newest.id
                  and same.kind = e.kind and same.ended_at is null and same.valid_until > :now)
                order by e.endorsed_at, e.id limit :limit
                """)
                .param("organisation", organisation.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, n) -> endorsement(row))
                .list();
    }

    private static Endorsement endorsement(ResultSet row) throws SQLException {
        return new Endorsement(
                new EndorsementId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new SpecVersionId(row.getObject("spec_version_id", UUID.class)),
                EndorsementKind.valueOf(row.getString("kind")),
                new StatementId(row.getObject("statement_id", UUID.class)),
                row.getString("comment"),
                row.getString("conflict"),
                row.getString("domain"),
                row.getTimestamp("endorsed_at").toInstant(),
                row.getTimestamp("valid_until").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(at -> at.toInstant()),
                Optional.ofNullable(row.getString("withdrawn_reason")),
                Optional.ofNullable(row.getObject("declined_version_id", UUID.class))
                        .map(SpecVersionId::new));
    }
}
