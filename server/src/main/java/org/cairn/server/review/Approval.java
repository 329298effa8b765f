package org.cairn.server.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;

/// A published version whose text was approved.
///
/// @param openConditions how many are not settled yet
/// @param ended when and why it ceased to hold
record Approval(
        UUID id,
        ReviewId review,
        OrganisationId organisation,
        OrganisationId body,
        SpecVersionId version,
        List<String> packs,
        LocalDate decidedOn,
        LocalDate until,
        int openConditions,
        Optional<End> ended) {
    Approval {
        packs = List.copyOf(packs);
    }

    record End(Instant at, String reason) {}

    boolean standsOn(LocalDate day) {
        return ended.isEmpty() && !day.isAfter(until);
    }
}
