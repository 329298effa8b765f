package org.cairn.server.catalogue;

import java.time.Instant;
import org.cairn.server.identity.OrganisationId;

/// The one draft of a spec.
///
/// @param revision goes up with each save; a save names the one it was made on
/// @param versions how many versions have been published
public record SpecDraft(
        SpecId spec,
        OrganisationId organisation,
        long revision,
        SpecContent content,
        Instant savedAt,
        int versions,
        boolean changedSincePublished) {}
