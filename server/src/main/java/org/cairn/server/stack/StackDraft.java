package org.cairn.server.stack;

import java.time.Instant;
import org.cairn.server.identity.OrganisationId;

/// A rule as it is being written.
///
/// @param text in the rule language, as it was typed; may be faulty
/// @param revision counts the saves, so that two people do not overwrite each other
/// @param versions how many were published from it
record StackDraft(
        StackId id,
        OrganisationId organisation,
        String name,
        String text,
        long revision,
        Instant savedAt,
        int versions) {}
