package org.cairn.server.catalogue;

import java.util.UUID;

/// A microcredential, across its draft and versions.
public record SpecId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
