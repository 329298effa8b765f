package org.cairn.server.navigate;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One goal of one person.
record GoalId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
