package org.cairn.server.codesign;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One co-design room.
record RoomId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
