package org.cairn.server.award;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;

/// The decision of an organisation that a learner achieved this version on that day. Never changed, only annulled, or
/// given up for a higher one.
///
/// @param narrative what the assessors say of this learner's work
/// @param annulledFor the reason, once annulled
/// @param absorbedInto the higher award it was given up for, while it is absorbed
/// @param components the smaller awards it is built on, in the order they were named; empty for most awards
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
        Optional<AwardId> absorbedInto,
        List<AwardId> components,
        Instant createdAt) {

    public Award {
        components = List.copyOf(components);
    }

    /// Whether a person holds it.
    public boolean isClaimed() {
        return recipient.holder().isPresent();
    }

    /// Whether it counts: neither annulled nor given up.
    public boolean isStanding() {
        return status == AwardStatus.CONFERRED;
    }

    public boolean isAnnulled() {
        return status == AwardStatus.ANNULLED;
    }

    public boolean isAbsorbed() {
        return status == AwardStatus.ABSORBED;
    }

    /// Whether both were awarded to one person: the same learner of one organisation, or two learners whom the same
    /// person has claimed to be. Nothing else counts, since two people may share a name.
    public boolean isOfSamePersonAs(Award other) {
        return isOf(other.recipient);
    }

    boolean isOf(Recipient other) {
        return recipient.id().equals(other.id())
                || (recipient.holder().isPresent() && recipient.holder().equals(other.holder()));
    }
}
