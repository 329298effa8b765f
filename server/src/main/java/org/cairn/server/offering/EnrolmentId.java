package org.cairn.server.offering;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One person's taking part in one offering.
public record EnrolmentId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
