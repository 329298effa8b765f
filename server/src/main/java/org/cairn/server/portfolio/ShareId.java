package org.cairn.server.portfolio;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// A link that a learner made. Known to its owner only; readers have the token.
public record ShareId(@JsonValue UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
