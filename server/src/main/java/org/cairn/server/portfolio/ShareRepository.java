package org.cairn.server.portfolio;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.PersonId;
import org.cairn.server.issue.CredentialId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tables `share`, `share_credential` and `share_opening`.
@Repository
class ShareRepository {
    private static final String SELECT = """
            select s.*,
              (select array_agg(c.credential_id order by c.position) from share_credential c where c.share_id = s.id)
                as credentials,
              (select count(*) from share_opening o where o.share_id = s.id) as openings
            from share s
            """;

    private final JdbcClient jdbc;

    ShareRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Share share, byte[] tokenHash, byte[] tokenSealed) {
        jdbc.sql("""
                insert into share (id, person_id, kind, token_hash, token_sealed, purpose, created_at, expires_at)
                values (:id, :person, :kind, :hash, :sealed, :purpose, :now, :expiry)
                """)
                .param("id", share.id().value())
                .param("person", share.owner().value())
                .param("kind", share.kind().name())
                .param("hash", tokenHash)
                .param("sealed", tokenSealed)
                .param("purpose", share.purpose().orElse(null))
                .param("now", share.createdAt().atOffset(ZoneOffset.UTC))
                .param(
                        "expiry",
                        share.expiresAt().map(e -> e.atOffset(ZoneOffset.UTC)).orElse(null))
                .update();
        jdbc.sql("""
                insert into share_credential (share_id, position, credential_id)
                select :share, n, c from unnest(:credentials) with ordinality as chosen(c, n)
                """)
                .param("share", share.id().value())
                .param(
                        "credentials",
                        share.credentials().stream().map(CredentialId::value).toArray(UUID[]::new))
                .update();
    }

    Optional<Share> byTokenHash(byte[] hash) {
        return jdbc.sql(SELECT + " where s.token_hash = :hash")
                .param("hash", hash)
                .query((row, n) -> share(row))
                .optional();
    }

    List<Share> of(PersonId owner) {
        return jdbc.sql(SELECT + " where s.person_id = :owner order by s.created_at desc, s.id")
                .param("owner", owner.value())
                .query((row, n) -> share(row))
                .list();
    }

    Optional<Share> byId(PersonId owner, ShareId id) {
        return jdbc.sql(SELECT + " where s.person_id = :owner and s.id = :id")
                .param("owner", owner.value())
                .param("id", id.value())
                .query((row, n) -> share(row))
                .optional();
    }

    /// Makes two requests of one person wait for each other, so that they do not both print.
    void lockOwner(PersonId owner) {
        jdbc.sql("select id from person where id = :owner for update")
                .param("owner", owner.value())
                .query(UUID.class)
                .single();
    }

    byte[] sealedToken(ShareId id) {
        return jdbc.sql("select token_sealed from share where id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .single();
    }

    void end(ShareId id, Instant now) {
        jdbc.sql("update share set ended_at = :now where id = :id and ended_at is null")
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void expire(ShareId id, Instant at) {
        jdbc.sql("update share set expires_at = :at where id = :id and kind = 'LINK' and ended_at is null")
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void opened(ShareId id, Instant at, Visit.Client client) {
        jdbc.sql("insert into share_opening (share_id, at, client) values (:id, :at, :client)")
                .param("id", id.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("client", client.name())
                .update();
    }

    List<Share.Opening> openings(ShareId id, int limit) {
        return jdbc.sql("""
                select at, client from share_opening where share_id = :id order by at desc, id desc limit :limit
                """)
                .param("id", id.value())
                .param("limit", limit)
                .query((row, n) -> new Share.Opening(
                        row.getTimestamp("at").toInstant(), Visit.Client.valueOf(row.getString("client"))))
                .list();
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                new ShareId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                ShareKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("purpose")),
                Arrays.stream((UUID[]) row.getArray("credentials").getArray())
                        .map(CredentialId::new)
                        .toList(),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("expires_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                row.getLong("openings"));
    }
}
