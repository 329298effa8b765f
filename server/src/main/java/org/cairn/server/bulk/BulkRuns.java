package org.cairn.server.bulk;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cairn.server.hiring.Reading;
import org.cairn.server.hiring.RoleVersion;
import org.cairn.server.identity.Acting;
import org.cairn.server.operate.Audit;
import org.cairn.server.verify.AskedOnce;
import org.cairn.server.verify.Refusal;
import org.cairn.server.verify.Verification;
import org.cairn.server.verify.Verified;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.server.web.Text;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs: taken in whole or not at all, checked item by item in the background, each item stored in one transaction with
/// how far the run has come. Killed in the middle, an item is checked once more and stored once. Thread-safe on all
/// nodes.
@Service
class BulkRuns {
    private static final Logger log = LoggerFactory.getLogger(BulkRuns.class);
    static final Set<Integer> DAYS = Set.of(1, 7, 30, 90);
    static final int USUAL_DAYS = 30;
    static final int LONGEST_NAME = 200;
    private static final int MOST_UNDER_WAY = 5;
    private static final int MOST_LISTED = 200;
    /// An item the verifier had no time for is tried again so often.
    private static final int TRIES = 3;

    private final BulkRepository rows;
    private final Webhooks webhooks;
    private final Verification verification;
    private final SchedulerClient jobs;
    private final Audit audit;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    BulkRuns(
            BulkRepository rows,
            Webhooks webhooks,
            Verification verification,
            @Qualifier("schedulerClient") SchedulerClient jobs,
            Audit audit,
            InstantSource time,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.webhooks = webhooks;
        this.verification = verification;
        this.jobs = jobs;
        this.audit = audit;
        this.time = time;
        this.transaction = transaction;
    }

    /// Where the documents of a run come from.
    @FunctionalInterface
    interface Source {
        /// Gives all of them to the one that takes them.
        void into(Unpacking taker) throws IOException;
    }

    /// @param secret with which what is told is signed, shown this once; empty where nobody is to be told
    record Begun(BulkRunId id, Optional<String> secret) {}

    /// Takes documents in and begins to check them in the background.
    ///
    /// @throws InputException when there are none, too many or too much, or something wished makes no sense
    /// @throws ConflictException when too many runs are under way
    Begun begin(Acting by, BulkRun.Wish wish, Source source) {
        check(wish);
        return transaction.execute(_ -> stored(by, wish, source));
    }

    private static void check(BulkRun.Wish wish) {
        if (wish.name().isBlank() || wish.name().length() > LONGEST_NAME || !Text.isLine(wish.name())) {
            throw new InputException(Fault.of("name", "bulk.name.form", LONGEST_NAME));
        }
        if (!DAYS.contains(wish.days())) {
            throw new InputException(Fault.of("keepDays", "bulk.days.form"));
        }
    }

    private Begun stored(Acting by, BulkRun.Wish wish, Source source) {
        if (rows.underWay(by.organisationId()) >= MOST_UNDER_WAY) {
            throw new ConflictException("bulk.busy", MOST_UNDER_WAY);
        }
        var now = time.instant();
        var run = new BulkRun(
                new BulkRunId(UUID.randomUUID()),
                by.organisationId(),
                wish.name().strip(),
                wish.role().map(RoleVersion::id),
                BulkRun.Status.QUEUED,
                Unpacking.MOST,
                0,
                now,
                Optional.empty(),
                now.plus(Duration.ofDays(wish.days())));
        rows.insert(run, by.actor());
        rows.total(run, taken(run, source));
        var secret = wish.webhook().map(address -> webhooks.register(run, address));
        audit.record(new Audit.Deed(
                Optional.of(by.organisationId().value()),
                by.actor(),
                "bulk.begun",
                "bulk:" + run.id(),
                Map.of("name", run.name())));
        jobs.scheduleIfNotExists(BulkJobs.RUN.instance(run.id().toString()).build(), now);
        return new Begun(run.id(), secret);
    }

    private int taken(BulkRun run, Source source) {
        var position = new int[1];
        var taker = new Unpacking(item -> rows.insert(run, ++position[0], item));
        try {
            source.into(taker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (taker.taken() == 0) {
            throw new InputException(Fault.of("file", "bulk.none"));
        }
        return taker.taken();
    }

    /// @throws NotFoundException when the organisation has no such run
    BulkRun one(Acting by, BulkRunId id) {
        return rows.byId(by.organisationId(), id)
                .filter(run -> run.deleteAt().isAfter(time.instant()))
                .orElseThrow(() -> new NotFoundException("verification"));
    }

    List<BulkRun> of(Acting by) {
        return rows.of(by.organisationId(), MOST_LISTED);
    }

    int underWay(Acting by) {
        return rows.underWay(by.organisationId());
    }

    List<BulkItem> items(BulkRun run) {
        return rows.items(run);
    }

    /// Deletes a run with all that was found; one under way ends.
    void delete(Acting by, BulkRunId id) {
        transaction.executeWithoutResult(_ -> {
            if (!rows.delete(by.organisationId(), id)) {
                throw new NotFoundException("verification");
            }
            audit.record(new Audit.Deed(
                    Optional.of(by.organisationId().value()), by.actor(), "bulk.deleted", "bulk:" + id, Map.of()));
        });
    }

    /// Forgets runs whose time is over.
    void deleteDue() {
        transaction.executeWithoutResult(_ -> rows.deleteDue(time.instant())
                .forEach(run -> audit.record(new Audit.Deed(
                        Optional.of(run.organisation().value()),
                        "system",
                        "bulk.expired",
                        "bulk:" + run.id(),
                        Map.of("count", Integer.toString(run.total()))))));
    }

    /// Checks the next item.
    ///
    /// @param asked what other hosts answered to earlier items of the run
    /// @return whether there may be more
    boolean step(BulkRunId id, AskedOnce asked) {
        var found = rows.byId(id).filter(run -> !run.isDone());
        if (found.isEmpty()) {
            return false;
        }
        var run = found.get();
        var due = rows.due(run);
        if (due.isEmpty()) {
            finish(run);
            return false;
        }
        checkedSafely(due.get(), asked)
                .ifPresentOrElse(
                        state -> store(run, due.get(), state),
                        () -> rows.tried(run, due.get().position()));
        return true;
    }

    private void store(BulkRun run, BulkItem.Due due, BulkItem.State state) {
        transaction.executeWithoutResult(_ -> {
            if (rows.store(run, due.position(), state, time.instant())) {
                rows.advance(run);
            }
        });
    }

    private void finish(BulkRun run) {
        transaction.executeWithoutResult(_ -> {
            if (rows.finish(run, time.instant())) {
                webhooks.tell(run);
            }
        });
    }

    /// A document that breaks the check must not hold up all that lie behind it.
    private Optional<BulkItem.State> checkedSafely(BulkItem.Due item, AskedOnce asked) {
        try {
            return checked(item, asked);
        } catch (RuntimeException e) {
            log.warn("A document of a run could not be checked", e);
            return item.tries() + 1 < TRIES
                    ? Optional.empty()
                    : Optional.of(new BulkItem.State.Refused(Refusal.NO_TIME.name()));
        }
    }

    /// @return empty when there was no time for it, and there may be later
    private Optional<BulkItem.State> checked(BulkItem.Due item, AskedOnce asked) {
        if (item.content().length == 0) {
            return Optional.of(new BulkItem.State.Refused(Refusal.EMPTY.name()));
        }
        return switch (verification.document(item.content(), item.type(), asked)) {
            case Verified.Reports(var reports) -> Optional.of(new BulkItem.State.Checked(Reading.of(reports)));
            case Verified.Nothing(var why) when why == Refusal.NO_TIME && item.tries() + 1 < TRIES -> Optional.empty();
            case Verified.Nothing(var why) -> Optional.of(new BulkItem.State.Refused(why.name()));
        };
    }
}
