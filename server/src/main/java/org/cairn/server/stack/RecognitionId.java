package org.cairn.server.stack;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Something recognised, or asked to be.
record RecognitionId(@JsonValue UUID value) {
    /// What audit entries call it.
    String subject() {
        return "recognition:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
