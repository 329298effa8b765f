package org.cairn.server.navigate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// One step of a plan that somebody follows, as it was planned.
///
/// @param version that the offering delivers
/// @param title of it when it was planned, by language
/// @param closes identifiers of the skills it was taken for
record Step(
        UUID offering,
        UUID version,
        Map<String, String> title,
        LocalDate from,
        LocalDate to,
        long cents,
        List<String> closes) {
    Step {
        closes = List.copyOf(closes);
    }

    /// How far it is, told by enrolments and credentials.
    enum State {
        PLANNED,
        ENROLLED,
        DONE,
        FAILED,
        DROPPED,
        /// It cannot be begun any more, and she did not.
        MISSED
    }
}
