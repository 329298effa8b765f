package org.cairn.server.bulk;

import io.swagger.v3.oas.annotations.Operation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.hiring.RoleId;
import org.cairn.server.hiring.Roles;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.RateLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Many documents at once, for programs with an organisation's key.
@RestController
@RequestMapping("/api/verifications")
class BulkApi {
    static final RateLimits.Limit LIMIT = new RateLimits.Limit("bulk", 30, Duration.ofHours(1));

    private final BulkRuns runs;
    private final BulkReports reports;
    private final Webhooks webhooks;
    private final Roles roles;
    private final RateLimits limits;
    private final JsonMapper json;

    BulkApi(BulkRuns runs, BulkReports reports, Webhooks webhooks, Roles roles, RateLimits limits, JsonMapper json) {
        this.runs = runs;
        this.reports = reports;
        this.webhooks = webhooks;
        this.roles = roles;
        this.limits = limits;
        this.json = json;
    }

    /// @param document a credential or presentation as JSON, or a token as text
    /// @param base64 instead of `document`, for pictures and PDFs
    record Document(String name, String type, @Nullable JsonNode document, String base64) {}

    /// @param role a role profile whose skills each document is held against
    /// @param keepDays after how many days all is deleted: 1, 7, 30 or 90
    /// @param webhook https address that is told when it is done
    record Wanted(
            String name,
            Optional<UUID> role,
            @Nullable Integer keepDays,
            Optional<String> webhook,
            List<Document> documents) {}

    /// @param secret signs what the webhook is told; shown this once
    record Begun(UUID id, BulkRun.Status status, int total, Optional<String> secret) {}

    record Told(int attempts, Optional<Instant> deliveredAt, Optional<Instant> givenUpAt) {}

    /// @param items only of a single run
    record Shown(
            UUID id,
            String name,
            BulkRun.Status status,
            int total,
            int done,
            Instant madeAt,
            Optional<Instant> finishedAt,
            Instant deleteAt,
            Optional<Told> webhook,
            List<Item> items) {}

    /// @param message the refusal in the caller's language
    record Item(BulkReport.Entry entry, Optional<String> message) {}

    @Operation(
            summary = "Verify up to 1,000 documents",
            description =
                    "Checked in the background; ask for the report, or name a webhook. It is told by POST, at least"
                            + " once, with the id of the telling in Cairn-Delivery and Cairn-Signature: t=<seconds>,v1=<hex>, the"
                            + " HMAC-SHA256 under the secret in this answer over `<seconds>.<body>`. Nothing that was found is"
                            + " in it. As multipart/form-data, send files as `file` (a ZIP is opened) beside name, role,"
                            + " keepDays and webhook.")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Begun> begin(@ActingAs({Role.EMPLOYER, Role.ISSUER}) Acting acting, @RequestBody Wanted wanted) {
        if (wanted.documents().size() > Unpacking.MOST) {
            throw new InputException(Fault.of("documents", "bulk.tooMany", Unpacking.MOST));
        }
        var days = wanted.keepDays() == null ? BulkRuns.USUAL_DAYS : wanted.keepDays();
        var wish = new Wish(wanted.name(), wanted.role(), days, wanted.webhook());
        return begun(acting, wish, taker -> {
            for (var document : wanted.documents()) {
                taker.add(document.name(), document.type(), new ByteArrayInputStream(bytes(document)));
            }
        });
    }

    private byte[] bytes(Document document) {
        var node = document.document();
        if (node != null && !node.isNull()) {
            var text = node.isString() ? node.asString() : json.writeValueAsString(node);
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getMimeDecoder().decode(document.base64());
        } catch (IllegalArgumentException e) {
            throw new InputException(Fault.of("documents", "bulk.base64.form"));
        }
    }

    @Operation(summary = "The same with files")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Begun> begin(
            @ActingAs({Role.EMPLOYER, Role.ISSUER}) Acting acting,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) Optional<UUID> role,
            @RequestParam(defaultValue = "30") int keepDays,
            @RequestParam(required = false) Optional<String> webhook,
            @RequestParam(name = "file", required = false) List<MultipartFile> files) {
        var sent = files == null ? List.<MultipartFile>of() : files;
        return begun(acting, new Wish(name, role, keepDays, webhook), taker -> addAll(sent, taker));
    }

    /// Files as a browser or a program sends them.
    static void addAll(List<MultipartFile> files, Unpacking taker) throws IOException {
        if (files.size() > Unpacking.MOST) {
            throw new InputException(Fault.of("file", "bulk.tooMany", Unpacking.MOST));
        }
        for (var file : files) {
            var name = file.getOriginalFilename();
            var type = file.getContentType();
            try (var in = file.getInputStream()) {
                taker.add(name == null ? "" : name, type == null ? "" : type, in);
            }
        }
    }

    private record Wish(String name, Optional<UUID> role, int days, Optional<String> webhook) {}

    private ResponseEntity<Begun> begun(Acting acting, Wish wish, BulkRuns.Source source) {
        if (!limits.permits(LIMIT, acting.organisationId().toString())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
        var begun = runs.begin(
                acting,
                new BulkRun.Wish(
                        wish.name().isBlank() ? "API" : wish.name(),
                        wish.role().map(id -> roles.freeze(acting, new RoleId(id))),
                        wish.days(),
                        wish.webhook().filter(address -> !address.isBlank())),
                source);
        var run = runs.one(acting, begun.id());
        return ResponseEntity.created(URI.create("/api/verifications/" + run.id()))
                .body(new Begun(run.id().value(), run.status(), run.total(), begun.secret()));
    }

    @Operation(summary = "Runs, newest first")
    @GetMapping
    List<Shown> list(@ActingAs({Role.EMPLOYER, Role.ISSUER}) Acting acting) {
        return runs.of(acting).stream().map(run -> shown(run, List.of())).toList();
    }

    @Operation(
            summary = "A run with what was found so far",
            description = "Items stand in the order they were sent; there is no total for anybody. sameAs names an"
                    + " earlier item with the same credential.")
    @GetMapping("/{id}")
    Shown one(@ActingAs({Role.EMPLOYER, Role.ISSUER}) Acting acting, @PathVariable UUID id, Locale locale) {
        var run = runs.one(acting, new BulkRunId(id));
        return shown(
                run,
                reports.of(run).entries().stream()
                        .map(entry -> new Item(entry, entry.refusal().map(code -> reports.refusal(code, locale))))
                        .toList());
    }

    private Shown shown(BulkRun run, List<Item> items) {
        return new Shown(
                run.id().value(),
                run.name(),
                run.status(),
                run.total(),
                run.done(),
                run.madeAt(),
                run.finishedAt(),
                run.deleteAt(),
                webhooks.of(run).map(each -> new Told(each.attempts(), each.deliveredAt(), each.givenUpAt())),
                items);
    }

    @Operation(summary = "Delete a run and all that was found, at once")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@ActingAs({Role.EMPLOYER, Role.ISSUER}) Acting acting, @PathVariable UUID id) {
        runs.delete(acting, new BulkRunId(id));
    }
}
