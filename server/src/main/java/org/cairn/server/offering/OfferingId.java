package org.cairn.server.offering;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One delivery of a version.
public record OfferingId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
