package org.cairn.server.market;

import java.time.Instant;
import java.util.Optional;
import org.cairn.server.identity.OrganisationId;

/// A set of figures by region and month.
///
/// @param organisation whose figures they are; empty for those of all shared postings
/// @param name as its owner called it; empty unless the figures were counted elsewhere
/// @param shared whether everybody may see them
record Series(
        SeriesId id,
        Kind kind,
        Optional<OrganisationId> organisation,
        String name,
        boolean shared,
        Instant computedAt) {
    enum Kind {
        COMMON,
        OWN,
        READY
    }
}
