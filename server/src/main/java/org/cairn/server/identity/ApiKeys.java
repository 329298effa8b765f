package org.cairn.server.identity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keys with which programs act for one organisation. The secret is shown once; only its hash is kept. Thread-safe.
@Service
public class ApiKeys {
    /// What a program may be trusted with. Members and keys stay with people.
    public static final Set<Role> GRANTABLE =
            Set.copyOf(EnumSet.of(Role.DESIGNER, Role.ISSUER, Role.REVIEWER, Role.EMPLOYER));

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(JdbcClient jdbc, Organisations organisations, Audit audit) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.audit = audit;
    }

    /// A key as its admin sees it.
    public record Listed(UUID id, String name, Set<Role> roles, Instant createdAt, Optional<Instant> revokedAt) {}

    /// A key just made.
    ///
    /// @param secret the whole key as the program sends it; never to be had again
    public record Made(UUID id, String secret) {
        @Override
        public String toString() {
            return "Made[" + id + "]";
        }
    }

    @Transactional
    public Made make(Acting by, String name, Set<Role> roles) {
        var tidyName = KeyText.name(name);
        if (roles.isEmpty() || !GRANTABLE.containsAll(roles)) {
            throw new InputException(Fault.of("roles", "identity.key.roles.form"));
        }
        var key = KeyText.fresh(KeyText.Owner.ORGANISATION, random);
        var id = key.id();
        jdbc.sql("""
                insert into api_key (id, organisation_id, name, secret_hash, roles, created_by, created_at)
                values (:id, :organisation, :name, :hash, :roles, :by, now())
                """)
                .param("id", id)
                .param("organisation", by.organisationId().value())
                .param("name", tidyName)
                .param("hash", key.hash())
                .param("roles", roles.stream().map(Role::name).toArray(String[]::new))
                .param("by", by.actor())
                .update();
        audit.record(new Audit.Deed(
                Optional.of(by.organisationId().value()),
                by.actor(),
                "key.made",
                "key:" + id,
                Map.of("name", tidyName, "roles", roles.toString())));
        return new Made(id, key.whole());
    }

    public List<Listed> of(OrganisationId organisation) {
        return jdbc.sql("select * from api_key where organisation_id = :organisation order by created_at desc")
                .param("organisation", organisation.value())
                .query((row, n) -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        roles((String[]) row.getArray("roles").getArray()),
                        row.getTimestamp("created_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("revoked_at")).map(t -> t.toInstant())))
                .list();
    }

    /// @return false when there is no such live key in the organisation
    @Transactional
    public boolean revoke(Acting by, UUID id, String reason) {
        var revoked = jdbc.sql("""
                        update api_key set revoked_at = now()
                        where id = :id and organisation_id = :organisation and revoked_at is null
                        """)
                        .param("id", id)
                        .param("organisation", by.organisationId().value())
                        .update()
                == 1;
        if (revoked) {
            audit.record(new Audit.Deed(
                    Optional.of(by.organisationId().value()),
                    by.actor(),
                    "key.revoked",
                    "key:" + id,
                    Map.of("reason", reason)));
        }
        return revoked;
    }

    /// Who a presented key acts for; empty when it is none of ours, wrong or revoked.
    Optional<Acting> authenticate(String presented) {
        return KeyText.parse(presented)
                .filter(key -> key.owner() == KeyText.Owner.ORGANISATION)
                .flatMap(key -> stored(key.id())
                        .filter(stored -> key.hasHash(stored.hash()))
                        .flatMap(stored -> acting(key.id(), stored)));
    }

    private Optional<Stored> stored(UUID id) {
        return jdbc.sql("select organisation_id, secret_hash, roles from api_key where id = :id and revoked_at is null")
                .param("id", id)
                .query((row, n) -> new Stored(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getBytes("secret_hash"),
                        roles((String[]) row.getArray("roles").getArray())))
                .optional();
    }

    private Optional<Acting> acting(UUID id, Stored stored) {
        return organisations
                .byId(stored.organisation())
                .map(o -> new Acting(new Membership(o, stored.roles()), "key:" + id));
    }

    private record Stored(OrganisationId organisation, byte[] hash, Set<Role> roles) {}

    private static Set<Role> roles(String[] names) {
        return Arrays.stream(names)
                .map(Role::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }
}
