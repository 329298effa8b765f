package org.cairn.server.talent;

import java.util.UUID;

/// A request of an employer to get in touch.
record ContactId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
