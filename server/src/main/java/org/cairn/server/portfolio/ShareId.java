package org.cairn.server.portfolio;

import java.util.UUID;

/// A link that a learner made. Known to its owner only; readers have the token.
public record ShareId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
