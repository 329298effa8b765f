package org.cairn.server.stack;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A learner's claim of the award of a stack.
record ClaimId(@JsonValue UUID value) {
    /// What audit entries call it.
    String subject() {
        return "claim:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
