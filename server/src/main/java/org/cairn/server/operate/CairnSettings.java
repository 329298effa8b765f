package org.cairn.server.operate;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator sets about this installation.
///
/// @param dataDir folder of everything that must survive a restart when the embedded default is used
/// @param publicUrl address under which the world reaches this host, without a trailing slash
/// @param outboundLoopback opens loopback addresses to the outbound client; for tests only
/// @param masterKey base64 of 32 bytes that seal signing keys; made and kept in `dataDir` when blank
@ConfigurationProperties("cairn")
public record CairnSettings(
        Path dataDir,
        URI publicUrl,
        @DefaultValue("false") boolean outboundLoopback,
        @DefaultValue("") String masterKey,
        Database database,
        Mail mail) {

    /// @param url JDBC address of an external PostgreSQL; empty starts the embedded default
    public record Database(
            @DefaultValue("") String url,
            @DefaultValue("cairn") String username,
            @DefaultValue("") String password,
            @DefaultValue("24") int poolSize) {
        boolean isExternal() {
            return !url.isBlank();
        }
    }

    /// @param from sender address of every mail
    /// @param host SMTP server; empty keeps mail in the outbox
    /// @param keepSent whether what a delivered letter said stays, sealed; for the demonstration
    public record Mail(
            @DefaultValue("Cairn <no-reply@localhost>") String from,
            @DefaultValue("") String host,
            @DefaultValue("false") boolean keepSent) {
        boolean isDelivered() {
            return !host.isBlank();
        }
    }

    /// An absolute address below the public one.
    ///
    /// @param path starts with a slash
    public URI address(String path) {
        return URI.create(publicUrl + path);
    }
}
