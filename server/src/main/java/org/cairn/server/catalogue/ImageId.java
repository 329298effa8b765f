package org.cairn.server.catalogue;

import java.util.UUID;

/// An uploaded badge picture.
public record ImageId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
