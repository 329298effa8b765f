package org.cairn.server.offering;

import java.time.Instant;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;

/// A person takes part in an offering, or did.
///
/// @param organisation the provider
/// @param changedAt when it last changed; the same as `enrolledAt` while it runs
public record Enrolment(
        EnrolmentId id,
        OrganisationId organisation,
        OfferingId offering,
        PersonId person,
        Status status,
        Instant enrolledAt,
        Instant changedAt) {

    /// Whoever withdrew or failed can enrol again, as another enrolment.
    public enum Status {
        ENROLLED,
        COMPLETED,
        FAILED,
        WITHDRAWN
    }
}
