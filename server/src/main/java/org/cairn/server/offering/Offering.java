package org.cairn.server.offering;

import java.time.Instant;
import java.time.LocalDate;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;

/// One delivery of a published version. What follows from it (who enrolled, what they achieved) points to it, so it is
/// cancelled but never deleted.
///
/// @param organisation the provider
/// @param revision goes up with each change of the terms; a change names the one it was made on
public record Offering(
        OfferingId id,
        OrganisationId organisation,
        SpecVersionId spec,
        Status status,
        long revision,
        OfferingTerms terms,
        Instant savedAt) {

    /// Only an open one can change; neither of the others opens again.
    public enum Status {
        OPEN,
        CLOSED,
        CANCELLED
    }

    /// Whether somebody who reads this today can still apply.
    public boolean isOpenOn(LocalDate today) {
        return status == Status.OPEN
                && terms.lastDayToApply().filter(last -> last.isBefore(today)).isEmpty();
    }
}
