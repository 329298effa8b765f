package org.cairn.server.award;

import java.util.UUID;

/// Somebody an organisation awards to; not yet a person who signed in.
public record RecipientId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
