package org.cairn.server.talent;

import java.util.UUID;

/// What one employer knows a listing by.
record AliasId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
