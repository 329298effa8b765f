package org.cairn.server.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/// Something that must be done after an approval.
///
/// @param rule which it serves; blank for none in particular
/// @param settled empty until somebody of the body looked whether it was done
record Condition(
        UUID id,
        ReviewId review,
        int round,
        int number,
        String text,
        String rule,
        LocalDate dueOn,
        Optional<Settled> settled) {

    record Settled(boolean met, String reason, Instant at) {}

    boolean isOverdue(LocalDate today) {
        return settled.isEmpty() && dueOn.isBefore(today);
    }

    /// As typed.
    ///
    /// @param due an ISO date
    record Wish(String text, String rule, String due) {
        boolean isBlank() {
            return text.isBlank() && due.isBlank();
        }
    }
}
