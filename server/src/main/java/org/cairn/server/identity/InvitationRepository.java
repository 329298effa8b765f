package org.cairn.server.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Invitations.Pending;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Table `invitation`.
@Repository
class InvitationRepository {
    private final JdbcClient jdbc;

    InvitationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Stores it, or renews the one that the address already has there.
    Pending put(Pending wish, Instant now) {
        return jdbc.sql("""
                insert into invitation (id, organisation_id, address, roles, invited_at, expires_at)
                values (:id, :organisation, :address, :roles, :now, :expiry)
                on conflict (organisation_id, address)
                do update set roles = excluded.roles, expires_at = excluded.expires_at
                returning *
                """)
                .param("id", wish.id())
                .param("organisation", wish.organisation().value())
                .param("address", wish.address().value())
                .param("roles", wish.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expiry", wish.expiresAt().atOffset(ZoneOffset.UTC))
                .query((row, n) -> pending(row))
                .single();
    }

    List<Pending> of(OrganisationId organisation, Instant now) {
        return jdbc.sql("""
                select * from invitation where organisation_id = :organisation and expires_at > :now order by address
                """)
                .param("organisation", organisation.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> pending(row))
                .list();
    }

    Optional<Pending> take(OrganisationId organisation, UUID id) {
        return jdbc.sql("delete from invitation where organisation_id = :organisation and id = :id returning *")
                .param("organisation", organisation.value())
                .param("id", id)
                .query((row, n) -> pending(row))
                .optional();
    }

    /// Those whose time is over go too, but are not given back.
    List<Pending> takeAllFor(EmailAddress address, Instant now) {
        return jdbc
                .sql("delete from invitation where address = :address returning *")
                .param("address", address.value())
                .query((row, n) -> pending(row))
                .list()
                .stream()
                .filter(invitation -> invitation.expiresAt().isAfter(now))
                .toList();
    }

    private static Pending pending(ResultSet row) throws SQLException {
        return new Pending(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new EmailAddress(row.getString("address")),
                OrganisationRepository.roles(row),
                row.getTimestamp("expires_at").toInstant());
    }
}
