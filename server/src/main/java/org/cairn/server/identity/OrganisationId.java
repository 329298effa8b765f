package org.cairn.server.identity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A tenant.
public record OrganisationId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
