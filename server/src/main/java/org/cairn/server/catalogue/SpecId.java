package org.cairn.server.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A microcredential, across its draft and versions.
public record SpecId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
