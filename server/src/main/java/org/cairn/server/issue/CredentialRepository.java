package org.cairn.server.issue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.award.AwardId;
import org.cairn.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of `credential` and `status_change`.
@Repository
class CredentialRepository {
    static final String FORMAT = "OPEN_BADGES_3";

    private final JdbcClient jdbc;

    CredentialRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A credential just signed, with its place in a status list and the digest of its text.
    record Fresh(IssuedCredential credential, StatusLists.Place place, byte[] sha256) {}

    /// A credential locked for a change, and where its bit stands.
    record Locked(IssuedCredential credential, StatusLists.Place place) {}

    /// All in one statement: a chunk is one round trip.
    void insert(OrganisationId organisation, List<Fresh> fresh) {
        jdbc.sql("""
                insert into credential (id, organisation_id, award_id, format, status_list_id, status_index,
                                        signed_json, sha256, issued_at, valid_until)
                select id, :organisation, award, :format, list, place, json, digest, issued, until
                from unnest(:ids, :awards, :lists, :places, :jsons, :digests, cast(:issued as timestamptz[]), cast(:untils as timestamptz[]))
                  as t (id, award, list, place, json, digest, issued, until)
                """)
                .param("organisation", organisation.value())
                .param("format", FORMAT)
                .param(
                        "ids",
                        fresh.stream().map(f -> f.credential().id().value()).toArray(UUID[]::new))
                .param(
                        "awards",
                        fresh.stream().map(f -> f.credential().award().value()).toArray(UUID[]::new))
                .param("lists", fresh.stream().map(f -> f.place().list()).toArray(UUID[]::new))
                .param("places", fresh.stream().map(f -> f.place().index()).toArray(Integer[]::new))
                .param("jsons", fresh.stream().map(f -> f.credential().json()).toArray(String[]::new))
                .param("digests", fresh.stream().map(Fresh::sha256).toArray(byte[][]::new))
                .param(
                        "issued",
                        fresh.stream()
                                .map(f -> f.credential().issuedAt().toString())
                                .toArray(String[]::new))
                .param(
                        "untils",
                        fresh.stream()
                                .map(f -> f.credential()
                                        .validUntil()
                                        .map(Instant::toString)
                                        .orElse(null))
                                .toArray(String[]::new))
                .update();
    }

    /// Those of the awards that have a credential which was not replaced.
    Set<AwardId> withCredential(OrganisationId organisation, Collection<AwardId> awards) {
        return jdbc
                .sql("""
                select award_id from credential
                where organisation_id = :organisation and award_id = any(:awards) and format = :format and not replaced
                """)
                .param("organisation", organisation.value())
                .param("awards", uuids(awards))
                .param("format", FORMAT)
                .query((row, n) -> new AwardId(row.getObject("award_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    Optional<IssuedCredential> byId(CredentialId id) {
        return jdbc.sql("select * from credential where id = :id")
                .param("id", id.value())
                .query(CredentialRepository::credential)
                .optional();
    }

    Optional<IssuedCredential> byId(OrganisationId organisation, CredentialId id) {
        return byId(id).filter(c -> c.organisation().equals(organisation));
    }

    List<IssuedCredential> ofAwards(Collection<AwardId> awards) {
        return jdbc.sql("select * from credential where award_id = any(:awards) order by issued_at desc, id")
                .param("awards", uuids(awards))
                .query(CredentialRepository::credential)
                .list();
    }

    Optional<Locked> locked(OrganisationId organisation, CredentialId id) {
        return jdbc.sql("select * from credential where organisation_id = :organisation and id = :id for update")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query(CredentialRepository::locked)
                .optional();
    }

    /// In one order everywhere, so that two who lock several never wait for each other.
    List<Locked> lockedStanding(OrganisationId organisation, AwardId award) {
        return jdbc.sql("""
                select * from credential
                where organisation_id = :organisation and award_id = :award and status <> 'REVOKED'
                order by id for update
                """)
                .param("organisation", organisation.value())
                .param("award", award.value())
                .query(CredentialRepository::locked)
                .list();
    }

    void change(OrganisationId organisation, CredentialId id, StatusChange change, boolean replaced) {
        jdbc.sql("""
                update credential set status = :to, status_reason = :reason, replaced = :replaced
                where organisation_id = :organisation and id = :id
                """)
                .param("to", change.to().name())
                .param("reason", change.reason())
                .param("replaced", replaced)
                .param("organisation", organisation.value())
                .param("id", id.value())
                .update();
        jdbc.sql("""
                insert into status_change
                  (id, organisation_id, credential_id, from_status, to_status, reason, actor, at)
                values (uuidv7(), :organisation, :id, :from, :to, :reason, :actor, :at)
                """)
                .param("organisation", organisation.value())
                .param("id", id.value())
                .param("from", change.from().name())
                .param("to", change.to().name())
                .param("reason", change.reason())
                .param("actor", change.actor())
                .param("at", utc(change.at()))
                .update();
    }

    List<StatusChange> history(CredentialId id) {
        return jdbc.sql("select * from status_change where credential_id = :id order by at, id")
                .param("id", id.value())
                .query((row, n) -> new StatusChange(
                        CredentialStatus.valueOf(row.getString("from_status")),
                        CredentialStatus.valueOf(row.getString("to_status")),
                        row.getString("reason"),
                        row.getString("actor"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static Locked locked(ResultSet row, int number) throws SQLException {
        return new Locked(
                credential(row, number),
                new StatusLists.Place(row.getObject("status_list_id", UUID.class), row.getInt("status_index")));
    }

    private static IssuedCredential credential(ResultSet row, int number) throws SQLException {
        return new IssuedCredential(
                new CredentialId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new AwardId(row.getObject("award_id", UUID.class)),
                row.getTimestamp("issued_at").toInstant(),
                CredentialStatus.valueOf(row.getString("status")),
                Optional.ofNullable(row.getString("status_reason")),
                Optional.ofNullable(row.getTimestamp("valid_until")).map(Timestamp::toInstant),
                row.getString("signed_json"));
    }

    private static UUID[] uuids(Collection<AwardId> awards) {
        return awards.stream().map(AwardId::value).toArray(UUID[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
