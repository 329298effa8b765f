package org.cairn.server.stack;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A stack, whatever its version.
record StackId(@JsonValue UUID value) {
    /// What audit entries call it.
    String subject() {
        return "stack:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
