package org.cairn.server.talent;

import java.util.UUID;

/// A published wish to be found.
record ListingId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
