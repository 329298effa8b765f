package org.cairn.server.verify;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.operate.CairnSettings;
import org.springframework.stereotype.Component;

/// Tells our own addresses and issuers from foreign ones.
@Component
class OwnAddresses {
    private static final Pattern SHARE = Pattern.compile("/s/([A-Za-z0-9_-]{1,200})/?");

    private final String origin;
    private final String didPrefix;
    private final Organisations organisations;

    OwnAddresses(CairnSettings settings, Organisations organisations) {
        this.origin = settings.publicUrl().toString();
        var host = settings.publicUrl().getHost();
        var port = settings.publicUrl().getPort();
        this.didPrefix = "did:web:" + host + (port < 0 ? "" : "%3A" + port) + ":";
        this.organisations = organisations;
    }

    boolean isOwn(URI address) {
        return address.toString().startsWith(origin + "/");
    }

    boolean isOwn(String did) {
        return did.startsWith(didPrefix);
    }

    /// The token in one of our share links.
    Optional<String> shareToken(URI address) {
        var path = isOwn(address) ? address.toString().substring(origin.length()) : "";
        var token = SHARE.matcher(path.split("[?#]", 2)[0]);
        return token.matches() ? Optional.of(token.group(1)) : Optional.empty();
    }

    /// The organisation whose identifier this is, as it is registered here and not as a credential calls it.
    Optional<Organisation> organisation(String did) {
        var issuers = didPrefix + "issuers:";
        return did.startsWith(issuers) ? organisations.bySlug(did.substring(issuers.length())) : Optional.empty();
    }
}
