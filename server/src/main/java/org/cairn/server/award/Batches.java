package org.cairn.server.award;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.award.Batch.Row;
import org.cairn.server.award.Batch.Status;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisations;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Files of awards: read and stored as a preview, confirmed, then worked through in chunks, each one transaction. A
/// kill in the middle loses at most the chunk under way, which is then done again. Thread-safe on all nodes: whoever
/// works on a chunk holds the batch's row.
@Service
class Batches {
    static final int CHUNK = 200;
    static final Duration PREVIEW_LIFETIME = Duration.ofDays(7);

    private final BatchRepository batches;
    private final BatchRowRepository rows;
    private final Preview preview;
    private final Conferring conferring;
    private final Specs specs;
    private final Organisations organisations;
    private final Audit audit;
    private final SchedulerClient jobs;
    private final InstantSource time;

    Batches(
            BatchRepository batches,
            BatchRowRepository rows,
            Preview preview,
            Conferring conferring,
            Specs specs,
            Organisations organisations,
            Audit audit,
            @Qualifier("schedulerClient") SchedulerClient jobs,
            InstantSource time) {
        this.batches = batches;
        this.rows = rows;
        this.preview = preview;
        this.conferring = conferring;
        this.specs = specs;
        this.organisations = organisations;
        this.audit = audit;
        this.jobs = jobs;
        this.time = time;
    }

    /// A file and how to read it.
    ///
    /// @param defaultDate as typed, for rows without a date; may be empty
    @SuppressWarnings("ArrayRecordComponent") // never compared as a record
    record Upload(SpecVersionId spec, String fileName, byte[] bytes, DateOrder order, String defaultDate) {
        @Override
        public String toString() {
            return "Upload[" + bytes.length + " bytes]";
        }
    }

    /// Reads a file and keeps what it says as a preview. Nothing is awarded.
    ///
    /// @throws InputException when the file as a whole cannot be read
    @Transactional
    public BatchId preview(Acting by, Upload upload, Locale language) {
        var spec =
                specs.publishedOf(by.organisationId(), upload.spec()).orElseThrow(() -> new NotFoundException("spec"));
        var sheet = switch (SheetReader.read(upload.bytes(), upload.defaultDate())) {
            case Sheet.Reading.Read(Sheet read) -> read;
            case Sheet.Reading.Unreadable(Reason reason) ->
                throw new InputException(new Fault("file", reason.key(), List.copyOf(reason.args())));
        };
        var id = new BatchId(UUID.randomUUID());
        var common = new Conferring.Common(by.organisation(), spec, Optional.of(id), by.actor(), language);
        var batch = fresh(common, sheet, upload.fileName());
        batches.insert(batch);
        rows.insert(batch, preview.of(sheet, common, upload.order(), today()));
        record(
                by,
                "award.batch.uploaded",
                id,
                Map.of("rows", String.valueOf(sheet.rows().size())));
        return id;
    }

    private Batch fresh(Conferring.Common common, Sheet sheet, String fileName) {
        var tidyFile = fileName.replaceAll("[\\p{Cntrl}\\p{Cs}]", "").strip();
        return new Batch(
                common.batch().orElseThrow(),
                common.organisation().id(),
                common.spec().id(),
                Status.PREVIEW,
                new Batch.Source(
                        tidyFile.isEmpty() ? "awards.csv" : Draft.shortened(tidyFile),
                        sheet.source().charset(),
                        sheet.source().guessed(),
                        sheet.separator(),
                        sheet.header(),
                        sheet.ignored()),
                common.language(),
                common.actor(),
                time.instant(),
                false,
                Optional.empty(),
                Optional.empty(),
                new Batch.Counts(0, 0, 0, 0));
    }

    Batch get(Acting by, BatchId id) {
        return batches.byId(by.organisationId(), id).orElseThrow(() -> new NotFoundException("batch"));
    }

    /// Starts the work; asked twice it starts once.
    @Transactional
    public void confirm(Acting by, BatchId id) {
        var batch = get(by, id);
        if (batch.status() == Status.PREVIEW && batch.counts().ready() == 0) {
            throw new ConflictException("award.batch.nothing");
        }
        if (batches.confirm(by.organisationId(), id, by.actor())) {
            jobs.scheduleIfNotExists(BatchJob.TASK.instance(id.toString()).build(), time.instant());
            record(
                    by,
                    "award.batch.confirmed",
                    id,
                    Map.of("ready", String.valueOf(batch.counts().ready())));
        }
    }

    /// Stops after the chunk under way.
    @Transactional
    public void cancel(Acting by, BatchId id) {
        get(by, id);
        if (!batches.askToCancel(by.organisationId(), id)) {
            throw new ConflictException("award.batch.notRunning");
        }
        record(by, "award.batch.cancelled", id, Map.of());
    }

    /// Throws a preview away.
    @Transactional
    public void discard(Acting by, BatchId id) {
        get(by, id);
        if (!batches.discard(by.organisationId(), id)) {
            throw new ConflictException("award.batch.notPreview");
        }
        record(by, "award.batch.discarded", id, Map.of());
    }

    /// Forgets previews that nobody confirmed: they hold names and addresses.
    @Transactional
    public int discardOld() {
        return batches.discardPreviewsBefore(time.instant().minus(PREVIEW_LIFETIME));
    }

    enum Step {
        MORE,
        FINISHED,
        /// Somebody else works on it at this moment.
        BUSY
    }

    /// Awards the next rows: one transaction, all or none.
    @Transactional
    public Step nextChunk(BatchId id) {
        var taken = batches.take(id);
        if (taken.isEmpty()) {
            return batches.isUnderWay(id) ? Step.BUSY : Step.FINISHED;
        }
        var batch = taken.get();
        var waiting = batch.cancelAsked() ? List.<Row>of() : rows.ready(batch, CHUNK);
        if (waiting.isEmpty()) {
            batches.ends(id, batch.cancelAsked() ? Status.CANCELLED : Status.DONE, time.instant());
            return Step.FINISHED;
        }
        batches.runs(id);
        rows.update(batch, awarded(batch, waiting));
        return Step.MORE;
    }

    private List<Row> awarded(Batch batch, List<Row> waiting) {
        var common = new Conferring.Common(
                organisations.byId(batch.organisation()).orElseThrow(),
                specs.published(batch.spec()).orElseThrow(),
                Optional.of(batch.id()),
                batch.createdBy(),
                batch.language());
        var outcomes = conferring.confer(
                common, waiting.stream().map(r -> r.wish().orElseThrow()).toList());
        var decided = new ArrayList<Row>();
        for (var i = 0; i < waiting.size(); i++) {
            decided.add(decided(waiting.get(i), outcomes.get(i)));
        }
        return decided;
    }

    private static Row decided(Row row, Conferring.Outcome outcome) {
        return switch (outcome) {
            case Conferring.Outcome.Conferred(Award award) ->
                row.became(Row.State.AWARDED, Optional.empty(), Optional.of(award.id()));
            case Conferring.Outcome.Before(Award award) -> Preview.already(row, award);
            case Conferring.Outcome.Refused(Reason reason) ->
                row.became(Row.State.BAD, Optional.of(reason), Optional.empty());
        };
    }

    /// Remembers that a chunk failed, so that whoever watches is told.
    @Transactional
    public void troubled(BatchId id) {
        batches.troubled(id, time.instant());
    }

    /// The last day an award may bear, where this server stands: an operator sets its time zone to his institution's.
    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), ZoneId.systemDefault());
    }

    private void record(Acting by, String action, BatchId id, Map<String, String> detail) {
        audit.record(
                new Audit.Deed(Optional.of(by.organisationId().value()), by.actor(), action, id.subject(), detail));
    }
}
