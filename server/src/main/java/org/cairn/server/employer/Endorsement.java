package org.cairn.server.employer;

import java.time.Instant;
import java.util.Optional;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.issue.StatementId;

/// One statement of one organisation about one version, as it was signed, and what became of it.
///
/// @param conflict the declared conflict of interest; blank for none
/// @param domain of the endorser, proven when it signed
/// @param endedAt when it was withdrawn, or another took its place after its last day
/// @param declined a newer version that the endorser chose not to endorse
record Endorsement(
        EndorsementId id,
        OrganisationId organisation,
        SpecVersionId version,
        EndorsementKind kind,
        StatementId statement,
        String comment,
        String conflict,
        String domain,
        Instant endorsedAt,
        Instant validUntil,
        Optional<Instant> endedAt,
        Optional<String> withdrawnReason,
        Optional<SpecVersionId> declined) {

    enum State {
        ACTIVE,
        EXPIRED,
        WITHDRAWN
    }

    boolean standsAt(Instant moment) {
        return endedAt.isEmpty() && moment.isBefore(validUntil);
    }

    State stateAt(Instant moment) {
        if (withdrawnReason.isPresent()) {
            return State.WITHDRAWN;
        }
        return standsAt(moment) ? State.ACTIVE : State.EXPIRED;
    }
}
