package org.cairn.server.employer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// One endorsement: one statement of one organisation about one version.
public record EndorsementId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
