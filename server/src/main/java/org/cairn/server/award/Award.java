package org.cairn.server.award;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;

/// The decision of an organisation that a learner achieved this version on that day. Never changed, only annulled.
///
/// @param narrative what the assessors say of this learner's work
/// @param annulledFor the reason, once annulled
public record Award(
        AwardId id,
        OrganisationId organisation,
        SpecVersionId spec,
        Recipient recipient,
        LocalDate awardedOn,
        Optional<String> grade,
        Optional<String> narrative,
        AwardStatus status,
        Optional<String> annulledFor,
        Instant createdAt) {

    /// Whether a person holds it.
    public boolean isClaimed() {
        return recipient.holder().isPresent();
    }

    public boolean isAnnulled() {
        return status == AwardStatus.ANNULLED;
    }
}
