package org.cairn.server.bulk;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Many documents that are verified together.
record BulkRunId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
