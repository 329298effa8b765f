package org.cairn.server.identity;

import java.util.UUID;

/// A person, across all tenants.
public record PersonId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
