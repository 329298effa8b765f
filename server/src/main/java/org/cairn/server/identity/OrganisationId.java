package org.cairn.server.identity;

import java.util.UUID;

/// A tenant.
public record OrganisationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
