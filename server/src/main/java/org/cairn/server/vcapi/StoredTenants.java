package org.cairn.server.vcapi;

import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.operate.MasterKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The tenants of the normal running: one for each organisation, in the database.
@Component
class StoredTenants {
    private final JdbcClient jdbc;
    private final MasterKey master;
    private final TransactionTemplate transaction;

    StoredTenants(JdbcClient jdbc, MasterKey master, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.master = master;
        this.transaction = transaction;
    }

    Tenant of(OrganisationId organisation) {
        return new Tenant(
                new StoredKeyring(jdbc, master, organisation), new StoredLedger(jdbc, transaction, organisation));
    }

    /// The tenant whose list it is.
    Optional<Tenant> tenant(UUID list) {
        return jdbc.sql("select organisation_id from vc_api_list where id = :list")
                .param("list", list)
                .query((row, n) -> new OrganisationId(row.getObject("organisation_id", UUID.class)))
                .optional()
                .map(this::of);
    }
}
