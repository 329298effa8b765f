package org.cairn.server.bulk;

import java.time.Instant;
import java.util.Optional;
import org.cairn.server.hiring.RoleVersion;
import org.cairn.server.hiring.RoleVersionId;
import org.cairn.server.identity.OrganisationId;

/// A run as it stands.
///
/// @param role what each document is held against; may be nothing
/// @param done how many items have been checked
record BulkRun(
        BulkRunId id,
        OrganisationId organisation,
        String name,
        Optional<RoleVersionId> role,
        Status status,
        int total,
        int done,
        Instant madeAt,
        Optional<Instant> finishedAt,
        Instant deleteAt) {

    enum Status {
        QUEUED,
        RUNNING,
        DONE
    }

    boolean isDone() {
        return status == Status.DONE;
    }

    /// What somebody wants to have checked.
    ///
    /// @param role whose skills each document is held against
    /// @param webhook whom to tell when it is done
    record Wish(String name, Optional<RoleVersion> role, int days, Optional<String> webhook) {}
}
