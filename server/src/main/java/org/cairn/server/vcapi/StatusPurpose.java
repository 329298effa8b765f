package org.cairn.server.vcapi;

import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.credential.status.StatusEntry;

/// What a status list says of its credentials.
enum StatusPurpose {
    REVOCATION(StatusEntry.REVOCATION),
    SUSPENSION(StatusEntry.SUSPENSION);

    private final String id;

    StatusPurpose(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    static Optional<StatusPurpose> named(String id) {
        return Stream.of(values()).filter(purpose -> purpose.id.equals(id)).findFirst();
    }
}
