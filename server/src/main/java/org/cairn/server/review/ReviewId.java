package org.cairn.server.review;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A quality review of one spec by one body, with all its rounds.
public record ReviewId(@JsonValue UUID value) {
    /// What audit entries and letters call it.
    String subject() {
        return "quality-review:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
