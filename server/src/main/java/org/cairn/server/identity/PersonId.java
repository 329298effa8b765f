package org.cairn.server.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A person, across all tenants.
public record PersonId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
