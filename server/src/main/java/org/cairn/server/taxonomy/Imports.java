package org.cairn.server.taxonomy;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.skills.taxonomy.Distribution;
import org.cairn.skills.taxonomy.Distributions;
import org.cairn.skills.taxonomy.Scheme;
import org.cairn.skills.taxonomy.TaxonomyException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings releases in, makes them current, takes them away. Rows and how far the import has come are written
/// together, so a kill in the middle loses and doubles nothing. Thread-safe.
@Service
class Imports {
    private final Releases releases;
    private final Progresses progresses;
    private final Entries entries;
    private final Uploads uploads;
    private final SchedulerClient jobs;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    Imports(
            Releases releases,
            Progresses progresses,
            Entries entries,
            Uploads uploads,
            SchedulerClient jobs,
            Audit audit,
            ApplicationEventPublisher events,
            InstantSource time,
            TransactionTemplate transaction) {
        this.releases = releases;
        this.progresses = progresses;
        this.entries = entries;
        this.uploads = uploads;
        this.jobs = jobs;
        this.audit = audit;
        this.events = events;
        this.time = time;
        this.transaction = transaction;
    }

    /// @param version names the release; empty takes what the files' names say
    /// @param thenCurrent whether to make it current when it is whole
    record Wish(String actor, Optional<String> version, boolean thenCurrent) {}

    /// Begins to import the files that lie in an upload's folder; a job does the rest.
    ///
    /// @throws InputException when they are no distribution, or that release is here already
    TaxonomyId begin(UUID upload, Wish wish) {
        var id = new TaxonomyId(upload);
        try (var distribution = open(uploads.folder(id))) {
            var scheme = new Scheme(
                    distribution.scheme().name(),
                    wish.version().orElse(distribution.scheme().version()));
            if (releases.of(scheme).isPresent()) {
                throw new InputException(Fault.of("files", "taxonomy.import.there", scheme.toString()));
            }
            var bytes = distribution.parts().stream()
                    .mapToLong(part -> Math.max(0, part.bytes()))
                    .sum();
            transaction.executeWithoutResult(status -> {
                open(id, scheme, wish, bytes);
                jobs.scheduleIfNotExists(SchedulableInstance.of(
                        ImportJob.TASK.instance(id.toString()).build(), time.instant()));
            });
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Distribution open(Path folder) throws IOException {
        try {
            return Distributions.open(folder);
        } catch (TaxonomyException e) {
            throw new InputException(Fault.of("files", "taxonomy.import.unreadable", String.valueOf(e.getMessage())));
        }
    }

    private void open(TaxonomyId id, Scheme scheme, Wish wish, long bytes) {
        releases.insert(id, scheme, time.instant());
        progresses.begin(id, wish, bytes, time.instant());
        record(wish.actor(), "taxonomy.import", scheme);
    }

    /// Goes on with an import until it is whole, or it is told to stop.
    ///
    /// @param stop asked between batches
    /// @return whether there is more to do
    boolean work(TaxonomyId id, BooleanSupplier stop) {
        var folder = uploads.folder(id);
        try (var distribution = Distributions.open(folder)) {
            return work(id, distribution, stop);
        } catch (TaxonomyException | IOException e) {
            progresses.fail(id, String.valueOf(e.getMessage()), time.instant());
            return false;
        }
    }

    private boolean work(TaxonomyId id, Distribution distribution, BooleanSupplier stop)
            throws IOException, TaxonomyException {
        var progress = progresses.of(id).orElse(null);
        if (progress == null || progress.state() != Progress.State.RUNNING) {
            clear(id, progress);
            return false;
        }
        var parts = distribution.parts();
        try {
            for (var number = progress.part(); number < parts.size(); number++) {
                var part = parts.get(number);
                var after = number == progress.part() ? progress.partRow() : 0;
                var batch = new ImportBatch(id, number, part.name(), after, entries, progresses, transaction, stop);
                distribution.read(part, after, batch);
                batch.endOfPart(Math.max(0, part.bytes()));
            }
        } catch (InterruptedException stopped) {
            return progresses
                            .of(id)
                            .filter(now -> now.state() == Progress.State.RUNNING)
                            .isPresent()
                    || clear(id, progresses.of(id).orElse(null));
        }
        finish(id);
        uploads.discard(id);
        return false;
    }

    /// What a cancelled import has brought so far goes.
    ///
    /// @return false
    private boolean clear(TaxonomyId id, @Nullable Progress progress) {
        if (progress == null || progress.state() == Progress.State.CANCELLED) {
            transaction.executeWithoutResult(status -> releases.delete(id));
        }
        uploads.discard(id);
        return false;
    }

    /// Brings a small distribution in at once, in the running thread.
    void importNow(Distribution distribution, Wish wish) {
        var id = releases.of(distribution.scheme()).map(Release::id).orElseGet(() -> {
            var fresh = new TaxonomyId(UUID.randomUUID());
            transaction.executeWithoutResult(status -> open(fresh, distribution.scheme(), wish, 0));
            return fresh;
        });
        try {
            work(id, distribution, () -> false);
        } catch (IOException | TaxonomyException e) {
            throw new IllegalStateException("The starter set cannot be read", e);
        }
    }

    private void finish(TaxonomyId id) {
        transaction.executeWithoutResult(status -> {
            progresses.done(id, time.instant());
            releases.ready(id);
            var release = releases.byId(id).orElseThrow();
            var current = releases.currentOf(Release.family(release.scheme()));
            var wished = progresses.of(id).map(Progress::thenCurrent).orElse(false);
            if (current.isEmpty() || (current.get().isStarter() && !release.isStarter()) || wished) {
                change(release);
            }
        });
    }

    private void change(Release release) {
        releases.makeCurrent(release, time.instant());
        events.publishEvent(new TaxonomyChanged(release.scheme()));
    }

    /// The release is used from now on.
    @Transactional
    public void makeCurrent(TaxonomyId id, String actor) {
        var release = whole(id);
        change(release);
        record(actor, "taxonomy.current", release.scheme());
    }

    /// Stops an import; what it brought goes, as soon as the job sees it.
    @Transactional
    public void cancel(TaxonomyId id, String actor) {
        var release = releases.byId(id).orElseThrow(() -> new NotFoundException("taxonomy"));
        if (!progresses.cancel(id, time.instant())) {
            throw new ConflictException("taxonomy.import.over");
        }
        jobs.scheduleIfNotExists(
                SchedulableInstance.of(ImportJob.TASK.instance(id.toString()).build(), time.instant()));
        record(actor, "taxonomy.cancel", release.scheme());
    }

    /// Takes a release away with all its rows. Specs that name its URIs keep them.
    ///
    /// @throws ConflictException when it is current or still on its way
    @Transactional
    public void delete(TaxonomyId id, String actor) {
        var release = releases.byId(id).orElseThrow(() -> new NotFoundException("taxonomy"));
        if (release.isCurrent()) {
            throw new ConflictException("taxonomy.delete.current");
        }
        if (progresses
                .of(id)
                .filter(now -> now.state() == Progress.State.RUNNING)
                .isPresent()) {
            throw new ConflictException("taxonomy.delete.running");
        }
        releases.delete(id);
        uploads.discard(id);
        record(actor, "taxonomy.deleted", release.scheme());
    }

    List<Release> all() {
        return releases.all();
    }

    Release release(TaxonomyId id) {
        return releases.byId(id).orElseThrow(() -> new NotFoundException("taxonomy"));
    }

    Optional<Progress> progress(TaxonomyId id) {
        return progresses.of(id);
    }

    List<Distribution.Fault> faults(TaxonomyId id) {
        return progresses.faults(id);
    }

    private Release whole(TaxonomyId id) {
        return releases.byId(id).filter(Release::ready).orElseThrow(() -> new NotFoundException("taxonomy"));
    }

    private void record(String actor, String deed, Scheme scheme) {
        audit.record(new Audit.Deed(Optional.empty(), actor, deed, "taxonomy:" + scheme, Map.of()));
    }
}
