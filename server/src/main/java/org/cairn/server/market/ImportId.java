package org.cairn.server.market;

import java.util.UUID;

/// A file of postings.
record ImportId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
