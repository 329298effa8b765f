package org.cairn.server.navigate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One plan that somebody follows, or followed.
record PathwayId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
