package org.cairn.server.talent;

import java.time.Instant;
import org.cairn.server.identity.OrganisationId;

/// That an employer saw a listing.
record Look(OrganisationId organisation, Kind kind, Instant at) {
    enum Kind {
        /// A search showed it among others.
        SEARCH,
        /// Somebody opened it.
        OPENED
    }
}
