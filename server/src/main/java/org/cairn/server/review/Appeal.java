package org.cairn.server.review;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.PersonId;

/// The institution's word against a decision.
///
/// @param reviewer whom the body's admin named; empty where any other reviewer may decide it
record Appeal(
        UUID id, int round, String reasons, Instant filedAt, Optional<PersonId> reviewer, Optional<Answer> answer) {

    /// @param upheld whether the decision stays
    record Answer(boolean upheld, String reason, PersonId by, Instant at) {}

    boolean isOpen() {
        return answer.isEmpty();
    }
}
