package org.cairn.server.stack;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A published version of a stack.
record StackVersionId(@JsonValue UUID value) {
    /// What audit entries call it.
    String subject() {
        return "stackversion:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
