package org.cairn.server.market;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.skills.demand.PostingReader;
import org.cairn.skills.demand.Row;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Files of postings: kept as they came, then read in the background in chunks, each one transaction together with how
/// far it came. A kill in the middle loses at most the chunk under way, which is then read again. Thread-safe on all
/// nodes: whoever stores a chunk holds the import's row, and a chunk that somebody else stored is not stored again.
@Service
class PostingImports {
    static final int CHUNK = 500;
    static final long LARGEST = 64L << 20;
    private static final int LONGEST = 200;

    private final ImportRepository imports;
    private final Chunk chunks;
    private final SeriesRepository series;
    private final Audit audit;
    private final SchedulerClient jobs;
    private final InstantSource time;
    private final TransactionTemplate transaction;

    PostingImports(
            ImportRepository imports,
            Chunk chunks,
            SeriesRepository series,
            Audit audit,
            @Qualifier("schedulerClient") SchedulerClient jobs,
            InstantSource time,
            TransactionTemplate transaction) {
        this.imports = imports;
        this.chunks = chunks;
        this.series = series;
        this.audit = audit;
        this.jobs = jobs;
        this.time = time;
        this.transaction = transaction;
    }

    /// Takes a file and begins to read it in the background.
    ///
    /// @throws InputException when it is empty, too large or packed, or something said of it makes no sense
    ImportId receive(Acting by, PostingImport.Wish wish, InputStream file) throws IOException {
        var tidy = checked(wish);
        // First to disk: a slow sender must not hold a connection to the database.
        var kept = Files.createTempFile("cairn-postings", "");
        try {
            var bytes = spool(file, kept);
            return transaction.execute(_ -> store(by, tidy, kept, bytes));
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    private ImportId store(Acting by, PostingImport.Wish wish, Path kept, long bytes) {
        var id = new ImportId(UUID.randomUUID());
        imports.insert(id, by, wish, bytes, time.instant());
        try (var in = Files.newInputStream(kept)) {
            imports.insertParts(id, by.organisationId(), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        record(by, "market.imported", id, Map.of("name", wish.fileName()));
        jobs.scheduleIfNotExists(MarketJobs.IMPORT.instance(id.toString()).build(), time.instant());
        return id;
    }

    private static long spool(InputStream file, Path kept) throws IOException {
        long bytes = 0;
        try (var out = Files.newOutputStream(kept)) {
            var buffer = new byte[1 << 16];
            for (var read = file.read(buffer); read >= 0; read = file.read(buffer)) {
                if (bytes == 0 && isPacked(buffer, read)) {
                    throw new InputException(Fault.of("file", "market.file.packed"));
                }
                bytes += read;
                if (bytes > LARGEST) {
                    throw new InputException(Fault.of("file", "market.file.tooLarge", LARGEST >> 20));
                }
                out.write(buffer, 0, read);
            }
        }
        if (bytes == 0) {
            throw new InputException(Fault.of("file", "market.file.empty"));
        }
        return bytes;
    }

    /// A zip archive (spreadsheets are some), gzip, or UTF-16.
    private static boolean isPacked(byte[] bytes, int length) {
        var first = length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        return first == 0x504B || first == 0x1F8B || first == 0xFFFE || first == 0xFEFF || first == 0xD0CF;
    }

    private static PostingImport.Wish checked(PostingImport.Wish wish) {
        var faults = new ArrayList<Fault>();
        var country = wish.country().strip().toUpperCase(Locale.ROOT);
        if (!country.isEmpty()
                && !Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(country)) {
            faults.add(Fault.of("country", "market.field.country.unknown"));
        }
        var language = Locale.forLanguageTag(wish.language().strip()).toLanguageTag();
        if (!wish.language().isBlank() && language.equals("und")) {
            faults.add(Fault.of("language", "market.field.language.unknown"));
        }
        if (wish.source().length() > LONGEST) {
            faults.add(Fault.of("source", "market.field.tooLong", LONGEST));
        }
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
        return new PostingImport.Wish(
                name(wish.fileName()),
                wish.source().strip(),
                wish.language().isBlank() ? "" : language,
                country,
                wish.shared());
    }

    private static String name(String fileName) {
        var tidy = fileName.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        return tidy.isEmpty() ? "postings" : tidy.substring(0, Math.min(LONGEST, tidy.length()));
    }

    PostingImport get(Acting by, ImportId id) {
        return imports.byId(by.organisationId(), id).orElseThrow(() -> new NotFoundException("import"));
    }

    List<PostingImport> recent(Acting by) {
        return imports.recent(by.organisationId(), 100);
    }

    List<PostingImport.Fault> faults(PostingImport of, int limit) {
        return imports.faults(of, limit);
    }

    /// Stops after the chunk under way; what was read stays.
    @Transactional
    public void cancel(Acting by, ImportId id) {
        get(by, id);
        if (!imports.askToCancel(by.organisationId(), id)) {
            throw new ConflictException("market.import.notRunning");
        }
        record(by, "market.stopped", id, Map.of());
    }

    /// Takes everything back that came with the file. The figures follow within minutes.
    ///
    /// @throws ConflictException while it is being read
    @Transactional
    public void delete(Acting by, ImportId id) {
        var found = get(by, id);
        if (!imports.delete(by.organisationId(), id)) {
            throw new ConflictException("market.import.running");
        }
        series.stale(by.organisation().id(), found.wish().shared());
        record(by, "market.deleted", id, Map.of("name", found.wish().fileName()));
    }

    /// A file being read. Closing it closes the stream.
    record Open(PostingImport of, StoredFile file, PostingReader reader) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    /// Opens a file where reading stopped; empty when there is nothing left to do.
    Optional<Open> open(ImportId id) throws IOException {
        var found = imports.byId(id).filter(each -> each.status().isUnderWay());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var wish = found.get().wish();
        var file = imports.file(id);
        var reader =
                PostingReader.open(file, new PostingReader.Defaults(wish.source(), wish.language(), wish.country()));
        return Optional.of(
                new Open(found.get(), file, reader.skip(found.get().counts().rows())));
    }

    enum Step {
        MORE,
        FINISHED,
        /// Somebody else stored these rows: open the file again.
        OVERTAKEN
    }

    /// Reads and stores the next rows: one transaction, all or none.
    Step nextChunk(Open open) {
        var id = open.of().id();
        if (imports.isCancelAsked(id)) {
            return ends(id, PostingImport.Status.CANCELLED);
        }
        var rows = new ArrayList<Row>(CHUNK);
        while (rows.size() < CHUNK && open.reader().hasNext()) {
            rows.add(open.reader().next());
        }
        return rows.isEmpty() ? ends(id, PostingImport.Status.DONE) : transaction.execute(_ -> store(open, rows));
    }

    private Step store(Open open, List<Row> rows) {
        var id = open.of().id();
        var before = imports.take(id);
        if (before.isEmpty() || before.get() != rows.getFirst().number() - 1) {
            return Step.OVERTAKEN;
        }
        imports.advance(id, chunks.store(open.of(), rows), open.file().position());
        return Step.MORE;
    }

    private Step ends(ImportId id, PostingImport.Status status) {
        transaction.executeWithoutResult(_ -> {
            if (imports.take(id).isPresent()) {
                imports.ends(id, status, time.instant());
            }
        });
        return Step.FINISHED;
    }

    /// Remembers that a chunk failed, so that whoever watches is told.
    void troubled(ImportId id) {
        imports.troubled(id, time.instant());
    }

    private void record(Acting by, String action, ImportId id, Map<String, String> detail) {
        audit.record(new Audit.Deed(
                Optional.of(by.organisationId().value()), by.actor(), action, "market-import:" + id, detail));
    }
}
