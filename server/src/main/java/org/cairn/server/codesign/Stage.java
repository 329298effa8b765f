package org.cairn.server.codesign;

import java.util.Optional;

/// How far a room has come. One goes on step by step, and back with a reason.
enum Stage {
    NEED,
    SKILLS,
    OUTCOMES,
    COMMENTS,
    PILOT,
    SIGN_OFF,
    /// Reached by publishing what both sides signed, in no other way.
    PUBLISHED,
    /// Reached on the day of review.
    REVIEW_DUE;

    /// What people can go on to by themselves.
    Optional<Stage> next() {
        return switch (this) {
            case NEED -> Optional.of(SKILLS);
            case SKILLS -> Optional.of(OUTCOMES);
            case OUTCOMES -> Optional.of(COMMENTS);
            case COMMENTS -> Optional.of(PILOT);
            case PILOT -> Optional.of(SIGN_OFF);
            case SIGN_OFF, PUBLISHED, REVIEW_DUE -> Optional.empty();
        };
    }

    boolean isBefore(Stage other) {
        return compareTo(other) < 0;
    }

    boolean hasReached(Stage other) {
        return !isBefore(other);
    }
}
