package org.cairn.server.issue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A signed statement; in the document itself it stands as its public address.
public record StatementId(@JsonValue UUID value) {
    /// What audit entries call it.
    public String subject() {
        return "statement:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
