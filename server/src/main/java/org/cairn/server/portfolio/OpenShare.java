package org.cairn.server.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cairn.server.issue.IssuedCredential;

/// A live share, as whoever has its link may see it.
///
/// @param ownerName whose credentials they are
/// @param purpose what the owner wrote it is for
/// @param expiresAt empty for a link printed on paper
public record OpenShare(
        ShareId id,
        ShareKind kind,
        String ownerName,
        List<IssuedCredential> credentials,
        Optional<String> purpose,
        Optional<Instant> expiresAt) {
    public OpenShare {
        credentials = List.copyOf(credentials);
    }
}
