package org.cairn.server.taxonomy;

import java.time.Instant;
import java.util.Optional;

/// How far an import has come: behind row `partRow` (from 1) of part `part` (from 0).
///
/// @param rows entries kept
/// @param faults rows that could not be used
/// @param trouble why it failed; else empty
record Progress(
        State state,
        boolean thenCurrent,
        int part,
        long partRow,
        long rows,
        long bytes,
        long bytesTotal,
        long faults,
        String trouble,
        Instant startedAt,
        Optional<Instant> finishedAt) {

    enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /// By the size of the files that are read; 100 only when it is done.
    int percent() {
        if (state == State.DONE) {
            return 100;
        }
        return bytesTotal == 0 ? 0 : Math.clamp(100 * bytes / bytesTotal, 0, 99);
    }
}
