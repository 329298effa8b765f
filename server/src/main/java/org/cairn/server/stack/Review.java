package org.cairn.server.stack;

import java.time.Instant;
import java.util.Optional;
import org.cairn.server.identity.OrganisationId;

/// An award was built on something that no longer stands.
///
/// @param item what decisions call it
/// @param outcome empty while nobody has decided
record Review(
        ReviewId id,
        OrganisationId organisation,
        ClaimId claim,
        String item,
        Cause cause,
        Instant openedAt,
        Optional<Outcome> outcome,
        Optional<String> reason,
        Optional<Instant> closedAt) {

    enum Cause {
        ANNULLED,
        REVOKED,
        EXPIRED,
        ABSORBED
    }

    enum Outcome {
        /// The award stays as it is.
        STANDS,
        /// Other items meet the rule and take the place.
        REPLACED,
        /// The award was annulled.
        ANNULLED
    }
}
