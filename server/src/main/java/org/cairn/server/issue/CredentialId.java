package org.cairn.server.issue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A signed credential; in the document itself it stands as `urn:uuid:…`.
public record CredentialId(@JsonValue UUID value) {
    /// What audit entries call it.
    public String subject() {
        return "credential:" + value;
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
