package org.cairn.server.award;

import java.util.UUID;

/// An award.
public record AwardId(UUID value) {
    /// What audit entries and letters call it.
    public String subject() {
        return "award:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
