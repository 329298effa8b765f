package org.cairn.server.award;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A file of awards.
record BatchId(@JsonValue UUID value) {
    String subject() {
        return "batch:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
