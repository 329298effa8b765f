package org.cairn.server.review;

import java.util.Set;

/// Where a quality review stands.
public enum ReviewState {
    /// Waits for a reviewer.
    SUBMITTED,
    IN_REVIEW,
    /// Given back; the institution may hand in another text.
    CHANGES_REQUESTED,
    APPROVED,
    APPROVED_WITH_CONDITIONS,
    REFUSED,
    /// Taken back by the institution before a decision.
    WITHDRAWN,
    /// It was approved, and is no more.
    ENDED;

    private static final Set<ReviewState> OPEN = Set.of(SUBMITTED, IN_REVIEW, CHANGES_REQUESTED);

    /// Whether no decision is in force yet.
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    public boolean isApproved() {
        return this == APPROVED || this == APPROVED_WITH_CONDITIONS;
    }
}
