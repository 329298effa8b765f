package org.cairn.server.award;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Somebody an organisation awards to; not yet a person who signed in.
public record RecipientId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
