package org.cairn.server.award;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.OrganisationId;

/// A file of awards on its way.
///
/// @param language of the person who sent it, for letters to people whose own is not known
/// @param troubleAt when a chunk last failed; it is tried again by itself
record Batch(
        BatchId id,
        OrganisationId organisation,
        SpecVersionId spec,
        Status status,
        Source source,
        Locale language,
        String createdBy,
        Instant createdAt,
        boolean cancelAsked,
        Optional<Instant> finishedAt,
        Optional<Instant> troubleAt,
        Counts counts) {

    enum Status {
        /// Read and checked; nothing is awarded until somebody says so.
        PREVIEW,
        QUEUED,
        RUNNING,
        DONE,
        CANCELLED;

        public boolean isUnderWay() {
            return this == QUEUED || this == RUNNING;
        }
    }

    /// The file it came from.
    record Source(
            String fileName,
            String charset,
            boolean charsetGuessed,
            char separator,
            List<String> header,
            List<String> ignored) {
        Source {
            header = List.copyOf(header);
            ignored = List.copyOf(ignored);
        }
    }

    /// Rows by state.
    record Counts(int ready, int bad, int already, int awarded) {
        public int all() {
            return ready + bad + already + awarded;
        }

        /// Rows that were to be awarded and about which is decided.
        public int done() {
            return awarded + already;
        }
    }

    /// One row of the file and what became of it.
    record Row(
            int line,
            List<String> cells,
            State state,
            Optional<Awarding> wish,
            Optional<Reason> reason,
            Optional<AwardId> award) {
        enum State {
            READY,
            BAD,
            ALREADY,
            AWARDED
        }

        Row {
            cells = List.copyOf(cells);
        }

        Row became(State next, Optional<Reason> why, Optional<AwardId> result) {
            return new Row(line, cells, next, wish, why, result);
        }
    }
}
