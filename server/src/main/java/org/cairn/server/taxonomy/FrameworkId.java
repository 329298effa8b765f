package org.cairn.server.taxonomy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A framework of an organisation's own skills.
record FrameworkId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
