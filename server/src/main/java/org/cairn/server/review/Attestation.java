package org.cairn.server.review;

import java.time.Instant;
import java.util.UUID;
import org.cairn.server.identity.PersonId;

/// What a reviewer said of one rule that only people can judge. Never changed: another word on it
/// is another one.
///
/// @param basis what she looked at
record Attestation(
        UUID id, int round, String rule, boolean answer, String reason, String basis, PersonId reviewer, Instant at) {

    /// @param answer `yes` or `no`; anything else is refused
    record Wish(String rule, String answer, String reason, String basis) {}
}
