package org.cairn.server.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One published, immutable version.
public record SpecVersionId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
