package org.cairn.server.vcapi;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.operate.MasterKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An organisation's keys for the VC API, sealed in the database and opened for one signature. They are others than
/// those it signs its own credentials with: what a program has signed here, the organisation has not awarded.
final class StoredKeyring implements Keyring {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final MasterKey master;
    private final OrganisationId organisation;

    StoredKeyring(JdbcClient jdbc, MasterKey master, OrganisationId organisation) {
        this.jdbc = jdbc;
        this.master = master;
        this.organisation = organisation;
    }

    @Override
    public IssuerKey key(IssuerSuite suite) {
        return find(suite).orElseGet(() -> {
            insert(suite);
            return find(suite).orElseThrow();
        });
    }

    private Optional<IssuerKey> find(IssuerSuite suite) {
        return jdbc.sql("select sealed_secret from vc_api_key where organisation_id = :organisation and suite = :suite")
                .param("organisation", organisation.value())
                .param("suite", suite.id())
                .query((row, n) -> row.getBytes("sealed_secret"))
                .optional()
                .map(secret -> opened(suite, secret));
    }

    /// Of two at once one wins, and both sign with its key.
    private void insert(IssuerSuite suite) {
        var key = IssuerKey.generate(suite.keyType(), RANDOM);
        var secret = key.exportSecretKey();
        jdbc.sql("""
                insert into vc_api_key (organisation_id, suite, public_multibase, sealed_secret, created_at)
                values (:organisation, :suite, :public, :sealed, now()) on conflict do nothing
                """)
                .param("organisation", organisation.value())
                .param("suite", suite.id())
                .param("public", key.publicMultibase())
                .param("sealed", master.seal(secret, context(suite)))
                .update();
        Arrays.fill(secret, (byte) 0);
    }

    private IssuerKey opened(IssuerSuite suite, byte[] sealed) {
        var secret = master.open(sealed, context(suite));
        try {
            return IssuerKey.ofSecret(suite.keyType(), secret);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private String context(IssuerSuite suite) {
        return "vc-api-key " + organisation + " " + suite.id();
    }
}
