package org.cairn.server.issue;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.cairn.server.identity.OrganisationId;

/// What an organisation said and signed about something. The document never changes; that it was withdrawn stands in
/// the status list, and here with its day and reason.
///
/// @param about the id of the profile, achievement or credential it is about
/// @param type what it is beside an endorsement
/// @param json the signed document, character for character
public record Statement(
        StatementId id,
        OrganisationId organisation,
        URI about,
        Optional<String> type,
        Instant issuedAt,
        Optional<Instant> validUntil,
        Optional<Instant> withdrawnAt,
        Optional<String> reason,
        String json) {

    /// Whether it holds: neither withdrawn nor run out.
    public boolean standsAt(Instant moment) {
        return withdrawnAt.isEmpty()
                && validUntil.filter(end -> !moment.isBefore(end)).isEmpty();
    }

    @Override
    public String toString() {
        return "Statement[" + id + "]";
    }
}
