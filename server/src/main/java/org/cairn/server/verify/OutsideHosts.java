package org.cairn.server.verify;

import java.net.URI;
import org.cairn.credential.outside.Fetched;
import org.cairn.credential.outside.Outside;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.operate.Outbound;
import org.springframework.stereotype.Component;

/// The library's hole in the wall, filled with the one outbound client.
@Component
class OutsideHosts implements Outside {
    /// Not asked, because this check has asked enough.
    static final String BUDGET = "BUDGET";

    private final Outbound outbound;
    private final boolean loopbackIsOpen;

    OutsideHosts(Outbound outbound, CairnSettings settings) {
        this.outbound = outbound;
        this.loopbackIsOpen = settings.outboundLoopback();
    }

    @Override
    public Fetched fetch(URI uri, String accept, int maxBytes) {
        return AskedOnce.CURRENT.isBound()
                ? AskedOnce.CURRENT.get().answer(uri, accept, () -> asked(uri, accept, maxBytes))
                : asked(uri, accept, maxBytes);
    }

    private Fetched asked(URI uri, String accept, int maxBytes) {
        if (FetchBudget.CURRENT.isBound() && !FetchBudget.CURRENT.get().permits()) {
            return new Fetched.Unreachable(BUDGET);
        }
        return switch (outbound.get(new Outbound.Wish(onThisMachine(uri), accept, maxBytes))) {
            case Outbound.Answer.Body body -> new Fetched.Body(body.bytes(), body.type());
            case Outbound.Answer.Missing(var status) -> new Fetched.Missing(status);
            case Outbound.Answer.Unreachable(var trouble) -> new Fetched.Unreachable(trouble.name());
            case Outbound.Answer.Refused(var rule) -> new Fetched.Refused(rule.name());
        };
    }

    /// A `did:web` always means https, which servers in tests do not speak; where loopback is open, they need not.
    private URI onThisMachine(URI uri) {
        var local = loopbackIsOpen && ("localhost".equals(uri.getHost()) || "127.0.0.1".equals(uri.getHost()));
        return local
                ? URI.create("http" + uri.toString().substring(uri.getScheme().length()))
                : uri;
    }
}
