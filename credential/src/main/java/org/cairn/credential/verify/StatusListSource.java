package org.cairn.credential.verify;

import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/// Status lists the host already has: its own from its database, or foreign ones from a cache it trusts to be fresh.
/// What it gives is checked like a fetched list.
@FunctionalInterface
public interface StatusListSource {

    /// The signed list credential published under the address, or empty to have it fetched.
    Optional<JsonObject> list(URI address);

    /// Knows none.
    static StatusListSource none() {
        return address -> Optional.empty();
    }
}
