package org.cairn.server.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// An uploaded badge picture.
public record ImageId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
