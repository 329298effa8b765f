package org.cairn.server.hiring;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A role profile that is worked on.
public record RoleId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
