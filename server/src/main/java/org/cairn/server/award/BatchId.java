package org.cairn.server.award;

import java.util.UUID;

/// A file of awards.
record BatchId(UUID value) {
    String subject() {
        return "batch:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
