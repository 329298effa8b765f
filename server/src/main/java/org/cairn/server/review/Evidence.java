package org.cairn.server.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/// A dated document that the institution attached to a rule.
///
/// @param kind of the party it comes from, as the rule names it; blank where it asks for none
/// @param party who says it
/// @param dated the document's own day
/// @param fileType blank when there is only a link
/// @param sha256 of the file; blank when there is none
record Evidence(
        UUID id,
        String rule,
        String kind,
        String party,
        String title,
        LocalDate dated,
        String link,
        String fileType,
        String sha256,
        Instant addedAt) {

    boolean hasFile() {
        return !fileType.isBlank();
    }

    /// As typed; its file comes beside it.
    ///
    /// @param dated an ISO date
    record Wish(String rule, String kind, String party, String title, String dated, String link) {}
}
