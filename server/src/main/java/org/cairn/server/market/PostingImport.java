package org.cairn.server.market;

import java.time.Instant;
import java.util.Optional;
import org.cairn.server.identity.OrganisationId;

/// A file of postings and how far it was read.
///
/// @param troubleAt when a chunk failed the last time; it is tried again by itself
record PostingImport(
        ImportId id,
        OrganisationId organisation,
        Status status,
        Wish wish,
        Counts counts,
        boolean cancelAsked,
        Instant createdAt,
        Optional<Instant> finishedAt,
        Optional<Instant> troubleAt) {

    enum Status {
        QUEUED,
        RUNNING,
        DONE,
        CANCELLED;

        public boolean isUnderWay() {
            return this == QUEUED || this == RUNNING;
        }
    }

    /// What whoever sent it says of it.
    ///
    /// @param source name of the portal, where rows say nothing else
    /// @param shared whether the postings count in the figures for everybody
    record Wish(String fileName, String source, String language, String country, boolean shared) {}

    /// @param waiting stored, but their skills are not found yet
    record Counts(
            long bytes,
            long bytesRead,
            long rows,
            long stored,
            long duplicates,
            long bad,
            long waiting,
            long extracted) {}

    /// A row that is no posting.
    record Fault(long line, org.cairn.skills.demand.PostingFault fault, String detail) {}
}
