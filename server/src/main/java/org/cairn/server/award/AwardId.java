package org.cairn.server.award;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// An award.
public record AwardId(@JsonValue UUID value) {
    /// What audit entries and letters call it.
    public String subject() {
        return "award:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
