package org.cairn.server.catalogue;

import java.util.UUID;

/// One published, immutable version.
public record SpecVersionId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
