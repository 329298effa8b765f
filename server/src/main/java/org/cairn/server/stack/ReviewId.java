package org.cairn.server.stack;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A look at an award that lost a component.
record ReviewId(@JsonValue UUID value) {
    /// What audit entries call it.
    String subject() {
        return "review:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
