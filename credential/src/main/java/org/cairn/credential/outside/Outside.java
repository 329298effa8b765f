package org.cairn.credential.outside;

import java.net.URI;

/// Fetches public documents for a verification. The implementer owns safety: https only, no private addresses,
/// time limits, redirects re-checked, caching. Must not throw for anything the network can do.
@FunctionalInterface
public interface Outside {

    /// One GET. The body never exceeds `maxBytes`; a larger one is [Fetched.Refused].
    Fetched fetch(URI uri, String accept, int maxBytes);
}
