package org.cairn.server.hiring;

import java.util.UUID;

/// A kept check of an applicant.
record CheckId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
