package org.cairn.server.issue;

import org.cairn.server.operate.CairnSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Tells the operator when this server answers at another address than the one its issuers sign under: what they
/// issued cannot be checked then, and nobody would say why.
@Component
class MovedHost {
    private static final Logger LOG = LoggerFactory.getLogger(MovedHost.class);

    private final JdbcClient jdbc;
    private final IssuerKeys keys;
    private final CairnSettings settings;

    MovedHost(JdbcClient jdbc, IssuerKeys keys, CairnSettings settings) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void warn() {
        var elsewhere = elsewhere();
        if (elsewhere > 0) {
            LOG.warn(
                    "{} issuers in this database sign under another address than {}. What they issued can be checked"
                            + " only while Cairn answers at that address: set CAIRN_PUBLIC_URL (or SERVER_PORT) back.",
                    elsewhere,
                    settings.publicUrl());
        }
    }

    int elsewhere() {
        return jdbc.sql("select count(*) from issuer_identity where method = 'WEB' and not starts_with(did, :here)")
                .param("here", keys.webNames().orElse("nowhere"))
                .query(Integer.class)
                .single();
    }
}
