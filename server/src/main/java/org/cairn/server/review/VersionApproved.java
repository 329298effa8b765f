package org.cairn.server.review;

import java.time.LocalDate;
import java.util.List;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;

/// A body's approval and the published version with exactly the approved text both exist; told
/// inside the transaction that made the second of them.
///
/// @param packs id and version of each, as `EU-2022 2.0`
public record VersionApproved(
        ReviewId review,
        OrganisationId body,
        OrganisationId institution,
        SpecVersionId version,
        LocalDate decidedOn,
        LocalDate until,
        List<String> packs) {
    public VersionApproved {
        packs = List.copyOf(packs);
    }
}
