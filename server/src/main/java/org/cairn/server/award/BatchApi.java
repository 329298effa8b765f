package org.cairn.server.award;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.cairn.server.award.Batch.Row.State;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Files of awards for programs.
@RestController
@RequestMapping("/api/awards/batches")
class BatchApi {
    private final Batches batches;
    private final BatchRowRepository rows;
    private final AwardForms forms;

    BatchApi(Batches batches, BatchRowRepository rows, AwardForms forms) {
        this.batches = batches;
        this.rows = rows;
        this.forms = forms;
    }

    /// @param code stable name of the reason, for programs
    record BadRow(int line, String code, String reason) {}

    record Shown(
            UUID id,
            UUID spec,
            Batch.Status status,
            String charset,
            List<String> ignoredColumns,
            Batch.Counts rows,
            List<BadRow> badRows,
            List<BadRow> alreadyAwarded) {}

    @Operation(
            summary = "Award a class from CSV",
            description = "The body is the file. Without preview=true the good rows are awarded in the background;"
                    + " with it nothing happens until the batch is confirmed. date: for rows without one."
                    + " order: DAY_FIRST or MONTH_FIRST, where dates with slashes need it.")
    @PostMapping(consumes = {"text/csv", "application/octet-stream", "text/plain"})
    ResponseEntity<Shown> upload(
            @ActingAs(Role.ISSUER) Acting acting,
            @RequestParam String spec,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "UNDECLARED") String order,
            @RequestBody byte[] file,
            Locale locale) {
        var upload = new Batches.Upload(BatchPages.version(spec), "api.csv", file, BatchPages.order(order), date);
        var id = batches.preview(acting, upload, locale);
        if (!preview && batches.get(acting, id).counts().ready() > 0) {
            batches.confirm(acting, id);
        }
        return ResponseEntity.created(URI.create("/api/awards/batches/" + id))
                .body(shown(batches.get(acting, id), locale));
    }

    @GetMapping("/{id}")
    Shown show(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, Locale locale) {
        return shown(batches.get(acting, new BatchId(id)), locale);
    }

    @Operation(summary = "Award the good rows of a preview; asked twice it happens once")
    @PostMapping("/{id}/confirm")
    Shown confirm(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, Locale locale) {
        batches.confirm(acting, new BatchId(id));
        return show(acting, id, locale);
    }

    private Shown shown(Batch batch, Locale locale) {
        return new Shown(
                batch.id().value(),
                batch.spec().value(),
                batch.status(),
                batch.source().charset(),
                batch.source().ignored(),
                batch.counts(),
                lines(batch, State.BAD, locale),
                lines(batch, State.ALREADY, locale));
    }

    private List<BadRow> lines(Batch batch, State state, Locale locale) {
        return rows.page(batch, state, SheetReader.MOST_ROWS, 0).stream()
                .flatMap(r -> r.reason().stream().map(why -> new BadRow(r.line(), why.key(), forms.words(why, locale))))
                .toList();
    }
}
