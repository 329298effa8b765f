package org.cairn.server.vcapi;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an operator sets about the VC API.
///
/// @param open lets programs on this machine use it without an API key, with throw-away keys
/// @param httpsPort where it is served over TLS as well while it is open, with a certificate made at start; 0 for
///     nowhere
@ConfigurationProperties("cairn.vc-api")
record VcApiSettings(
        @DefaultValue("false") boolean open,
        @DefaultValue("0") int httpsPort) {

    boolean hasHttps() {
        return open && httpsPort > 0;
    }
}
