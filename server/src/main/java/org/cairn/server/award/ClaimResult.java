package org.cairn.server.award;

import java.util.List;

/// What became of an attempt to claim.
public sealed interface ClaimResult {
    /// The person now holds these awards, or held them already.
    record Claimed(List<AwardId> awards) implements ClaimResult {
        public Claimed {
            awards = List.copyOf(awards);
        }
    }

    /// Somebody else claimed them before.
    record HeldByAnother() implements ClaimResult {}

    /// No such link or code, or it has expired or was replaced.
    record Unknown() implements ClaimResult {}
}
