package org.cairn.server.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.server.identity.PersonId;
import org.cairn.server.issue.CredentialId;

/// A link as its owner sees it, without the token.
///
/// @param openings how often it was opened by others
record Share(
        ShareId id,
        PersonId owner,
        ShareKind kind,
        Optional<String> purpose,
        List<CredentialId> credentials,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> endedAt,
        long openings) {
    Share {
        credentials = List.copyOf(credentials);
    }

    enum State {
        LIVE,
        EXPIRED,
        ENDED
    }

    State state(Instant now) {
        if (endedAt.isPresent()) {
            return State.ENDED;
        }
        return expiresAt.filter(end -> !end.isAfter(now)).isPresent() ? State.EXPIRED : State.LIVE;
    }

    /// One visit by somebody else.
    record Opening(Instant at, Visit.Client client) {}

    /// What the owner decides when she makes a link; its expiry is checked against the clock by [Shares].
    record Wish(List<CredentialId> credentials, Optional<String> purpose, Instant expiresAt) {
        Wish {
            credentials = credentials.stream().distinct().toList();
            purpose = purpose.map(String::strip).filter(words -> !words.isEmpty());
        }
    }
}
