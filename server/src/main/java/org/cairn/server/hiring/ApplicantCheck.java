package org.cairn.server.hiring;

import java.time.Instant;
import java.util.List;

/// A check the employer chose to keep.
///
/// @param reference what the employer calls the applicant; need not be a name
record ApplicantCheck(
        CheckId id,
        RoleVersion role,
        String reference,
        Result result,
        String madeBy,
        Instant madeAt,
        Instant deleteAt) {

    /// What was found on that day.
    record Result(List<ShownCredential> credentials, List<Line> lines) {
        Result {
            credentials = List.copyOf(credentials);
            lines = List.copyOf(lines);
        }
    }

    /// One line of the list of them.
    record Listed(CheckId id, String reference, String role, Instant madeAt, Instant deleteAt) {}
}
