package org.cairn.server.review;

import java.time.LocalDate;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;

/// What [VersionApproved] told no longer holds: a condition was not met, an appeal overturned it
/// or the body took it back. Told inside the transaction that ended it. That its last day has
/// passed is not told: the day stands in it.
public record ApprovalLost(
        ReviewId review,
        OrganisationId body,
        OrganisationId institution,
        SpecVersionId version,
        LocalDate on,
        String reason) {}
