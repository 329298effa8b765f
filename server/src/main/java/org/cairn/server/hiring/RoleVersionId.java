package org.cairn.server.hiring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A role profile as it was when it was used.
public record RoleVersionId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
