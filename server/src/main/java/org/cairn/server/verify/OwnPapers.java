package org.cairn.server.verify;

import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cairn.server.issue.ComponentState;

/// What this platform publishes itself, answered from its own database: verifying our own credentials needs no
/// network and cannot be misled by it.
interface OwnPapers {
    Optional<JsonObject> didDocument(String did);

    Optional<JsonObject> statusList(URI address);

    /// The signed documents behind one of our share links; the opening is recorded for their owner.
    ///
    /// @return empty when the link expired, was ended or never was
    Optional<List<String>> share(String token, HttpServletRequest visit);

    /// How a credential stands that one of ours says it is built on; empty when ours is not built on it or is
    /// none.
    ///
    /// @param larger how ours names itself
    Optional<ComponentState> component(String larger, String component);

    /// Whether the credential that names itself so was issued here and is suspended, which may end again.
    boolean isSuspended(String urn);
}
