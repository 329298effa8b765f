package org.cairn.server.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.identity.PersonId;

/// One frozen text before a reviewer.
///
/// @param number counts from 1
/// @param sha256 of the text, as [Snapshot] draws it up
/// @param report what the machine found on the day it was handed in
record Round(
        int number,
        SpecContent content,
        String sha256,
        List<PackRef> packs,
        FiledReport report,
        String submittedBy,
        Instant submittedAt,
        Optional<Decided> decided) {
    Round {
        packs = List.copyOf(packs);
    }

    /// @param until last day of an approval
    record Decided(Decision decision, String reason, PersonId by, Instant at, Optional<LocalDate> until) {}

    /// The version of a pack that counts for this round.
    ///
    /// @param sha256 of the pack's text
    record PackRef(String id, String version, String sha256) {
        String name() {
            return id + " " + version;
        }
    }
}
