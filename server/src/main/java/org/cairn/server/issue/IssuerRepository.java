package org.cairn.server.issue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Rows of `issuer_identity` and `signing_key`.
@Repository
class IssuerRepository {
    private final JdbcClient jdbc;

    IssuerRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A key with its sealed secret.
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Sealed(IssuerIdentity.Key key, byte[] secret) {}

    /// @return false when the organisation has one already
    boolean insert(IssuerIdentity identity) {
        return jdbc.sql("""
                        insert into issuer_identity (organisation_id, did, method, created_at)
                        values (:organisation, :did, :method, :at) on conflict (organisation_id) do nothing
                        """)
                        .param("organisation", identity.organisation().value())
                        .param("did", identity.did())
                        .param("method", identity.method().name())
                        .param("at", identity.createdAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<IssuerIdentity> identity(OrganisationId organisation) {
        return jdbc.sql("select * from issuer_identity where organisation_id = :organisation")
                .param("organisation", organisation.value())
                .query(IssuerRepository::identity)
                .optional();
    }

    /// In no order; organisations without identity are left out.
    List<IssuerIdentity> identities(Collection<OrganisationId> organisations) {
        return jdbc.sql("select * from issuer_identity where organisation_id = any(:organisations)")
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationId::value).toArray(UUID[]::new))
                .query(IssuerRepository::identity)
                .list();
    }

    Optional<IssuerIdentity> identity(String did) {
        return jdbc.sql("select * from issuer_identity where did = :did")
                .param("did", did)
                .query(IssuerRepository::identity)
                .optional();
    }

    /// Keeps the keys as they are until the transaction ends; signers share the lock.
    Optional<IssuerIdentity> lockForSigning(OrganisationId organisation) {
        return jdbc.sql("select * from issuer_identity where organisation_id = :organisation for share")
                .param("organisation", organisation.value())
                .query(IssuerRepository::identity)
                .optional();
    }

    /// Waits until nobody signs, and keeps signers out until the transaction ends.
    Optional<IssuerIdentity> lockForRotation(OrganisationId organisation) {
        return jdbc.sql("select * from issuer_identity where organisation_id = :organisation for update")
                .param("organisation", organisation.value())
                .query(IssuerRepository::identity)
                .optional();
    }

    void insert(OrganisationId organisation, Sealed sealed) {
        jdbc.sql("""
                insert into signing_key (id, organisation_id, method_id, public_multibase, sealed_secret, created_at)
                values (:id, :organisation, :method, :multibase, :secret, :at)
                """)
                .param("id", sealed.key().id())
                .param("organisation", organisation.value())
                .param("method", sealed.key().methodId())
                .param("multibase", sealed.key().multibase())
                .param("secret", sealed.secret())
                .param("at", sealed.key().createdAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Sealed active(OrganisationId organisation) {
        return jdbc.sql("select * from signing_key where organisation_id = :organisation and retired_at is null")
                .param("organisation", organisation.value())
                .query((row, n) -> new Sealed(key(row, n), row.getBytes("sealed_secret")))
                .single();
    }

    /// Newest first.
    List<IssuerIdentity.Key> keys(OrganisationId organisation) {
        return jdbc.sql("""
                select id, method_id, public_multibase, created_at, retired_at from signing_key
                where organisation_id = :organisation order by retired_at desc nulls first, created_at desc
                """)
                .param("organisation", organisation.value())
                .query(IssuerRepository::key)
                .list();
    }

    void retireActive(OrganisationId organisation, Instant at) {
        jdbc.sql("""
                update signing_key set retired_at = :at where organisation_id = :organisation and retired_at is null
                """)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("organisation", organisation.value())
                .update();
    }

    private static IssuerIdentity identity(ResultSet row, int number) throws SQLException {
        return new IssuerIdentity(
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("did"),
                IssuerIdentity.Method.valueOf(row.getString("method")),
                row.getTimestamp("created_at").toInstant());
    }

    private static IssuerIdentity.Key key(ResultSet row, int number) throws SQLException {
        return new IssuerIdentity.Key(
                row.getObject("id", UUID.class),
                row.getString("method_id"),
                row.getString("public_multibase"),
                row.getTimestamp("created_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("retired_at")).map(Timestamp::toInstant));
    }
}
