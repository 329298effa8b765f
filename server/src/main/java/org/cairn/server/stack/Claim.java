package org.cairn.server.stack;

import java.time.Instant;
import java.util.Optional;
import org.cairn.server.award.AwardId;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.PersonId;
import org.cairn.stacking.decide.Facts;

/// A learner asks for the award of a stack.
///
/// @param facts what the decision was made from
/// @param inputsHash of rule and facts
/// @param reason of the registrar
/// @param appeal what the learner said against a refusal
/// @param award what was conferred
record Claim(
        ClaimId id,
        OrganisationId organisation,
        StackId stack,
        StackVersionId version,
        PersonId person,
        Status status,
        Facts facts,
        String inputsHash,
        Instant claimedAt,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> reason,
        Optional<String> appeal,
        Optional<AwardId> award) {

    enum Status {
        CLAIMED,
        CONFIRMED,
        REFUSED,
        APPEALED,
        WITHDRAWN;

        /// Whether a registrar has something to decide.
        boolean isOpen() {
            return this == CLAIMED || this == APPEALED;
        }
    }
}
