package org.cairn.server.award;

import java.util.List;
import org.cairn.server.identity.OrganisationId;

/// Awards were made. Published once per transaction, inside it: whoever signs credentials does so in the same
/// transaction, so that there is never an award without its credentials.
public record AwardsConferred(OrganisationId organisation, List<AwardId> awards) {
    public AwardsConferred {
        awards = List.copyOf(awards);
    }
}
