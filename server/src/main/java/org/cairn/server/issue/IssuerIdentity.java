package org.cairn.server.issue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.OrganisationId;

/// The name under which an organisation signs; for life.
record IssuerIdentity(OrganisationId organisation, String did, Method method, Instant createdAt) {

    /// How the world finds the keys behind the name.
    enum Method {
        /// `did:web`: a document on this host lists the keys, so that they can be changed.
        WEB,
        /// `did:key`: the name is the key, needs no host, and can never change.
        KEY
    }

    /// The public half of a signing key.
    ///
    /// @param methodId how signatures name it
    record Key(UUID id, String methodId, String multibase, Instant createdAt, Optional<Instant> retiredAt) {}
}
