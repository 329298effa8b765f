package org.cairn.server.stack;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.web.NotFoundException;
import org.cairn.stacking.text.CtdlPathway;
import org.cairn.stacking.text.StackText;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Stacks over REST. A rule is sent and answered as its text; a draft may be faulty and is answered with its faults.
@RestController
@RequestMapping("/api/stacks")
class StackApi {
    private final Stacks stacks;
    private final Registrations registrations;
    private final Sweeps sweeps;
    private final FaultWords faults;
    private final DeskForms forms;
    private final CairnSettings settings;

    StackApi(
            Stacks stacks,
            Registrations registrations,
            Sweeps sweeps,
            FaultWords faults,
            DeskForms forms,
            CairnSettings settings) {
        this.stacks = stacks;
        this.registrations = registrations;
        this.sweeps = sweeps;
        this.faults = faults;
        this.forms = forms;
        this.settings = settings;
    }

    record Wish(Optional<String> name, Optional<String> text) {}

    record Saved(Optional<String> text) {}

    /// @param faults what has to be mended before it can be published
    record DraftView(
            StackId id,
            String name,
            long revision,
            Instant savedAt,
            int versions,
            int learners,
            String text,
            List<FaultWords.Told> faults) {}

    record VersionView(
            StackVersionId id,
            StackId stack,
            int number,
            Instant publishedAt,
            boolean open,
            int learners,
            SpecVersionId awards,
            String text) {}

    /// @param losses what a reader of the pathway will not know
    record Pathway(Map<String, Object> document, List<CtdlPathway.Loss> losses) {}

    /// The rule cannot be published as it stands.
    static final class FaultyRuleException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String text;

        FaultyRuleException(String text) {
            super("Faulty rule");
            this.text = text;
        }
    }

    @Operation(summary = "All stacks of the organisation with their drafts")
    @GetMapping
    List<DraftView> list(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, Locale locale) {
        return stacks.drafts(acting.organisationId()).stream()
                .map(draft -> view(draft, locale))
                .toList();
    }

    @Operation(summary = "Start a stack with this text as its draft")
    @PostMapping
    ResponseEntity<DraftView> create(@ActingAs(Role.DESIGNER) Acting acting, @RequestBody Wish wish, Locale locale) {
        var id = stacks.create(acting, wish.name().orElse(""), wish.text().orElse(""));
        return ResponseEntity.created(URI.create("/api/stacks/" + id))
                .body(view(stacks.draft(acting.organisationId(), id), locale));
    }

    @GetMapping("/{id}")
    ResponseEntity<DraftView> draft(
            @ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id, Locale locale) {
        var draft = stacks.draft(acting.organisationId(), new StackId(id));
        return ResponseEntity.ok().eTag("\"" + draft.revision() + "\"").body(view(draft, locale));
    }

    @Operation(summary = "Replace the draft's text; If-Match names the revision it is made on")
    @PutMapping("/{id}/draft")
    ResponseEntity<DraftView> save(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestHeader("If-Match") String revision,
            @RequestBody Saved saved,
            Locale locale) {
        var digits = revision.replaceAll("[^0-9]", "");
        stacks.save(
                acting,
                new StackId(id),
                saved.text().orElse(""),
                digits.isEmpty() || digits.length() > 18 ? -1 : Long.parseLong(digits));
        return draft(acting, id, locale);
    }

    @Operation(summary = "Delete a stack of which nothing was published")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id) {
        stacks.delete(acting, new StackId(id));
        return ResponseEntity.noContent().build();
    }

    @Operation(summary = "Publish the draft as the next version; learners registered stay with theirs")
    @PostMapping("/{id}/publish")
    ResponseEntity<VersionView> publish(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id) {
        var draft = stacks.draft(acting.organisationId(), new StackId(id));
        if (StackText.read(draft.text()) instanceof StackText.Refused) {
            throw new FaultyRuleException(draft.text());
        }
        var version = stacks.publish(acting, draft.id());
        return ResponseEntity.created(URI.create("/api/stacks/versions/" + version.id()))
                .body(view(version));
    }

    /// The faults of a rule as members of the problem details: line, column, place, code and words.
    @ExceptionHandler
    ProblemDetail faulty(FaultyRuleException faulty, Locale locale) {
        var told = faults.of(faulty.text, locale);
        var first = told.getFirst();
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, forms.text("stack.text.faulty", locale, told.size(), first.message()));
        problem.setProperty("faults", told);
        return problem;
    }

    @Operation(summary = "Published versions, newest first")
    @GetMapping("/{id}/versions")
    List<VersionView> versions(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id) {
        var draft = stacks.draft(acting.organisationId(), new StackId(id));
        return stacks.versions(acting.organisationId(), draft.id()).stream()
                .map(this::view)
                .toList();
    }

    @GetMapping("/versions/{id}")
    VersionView version(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id) {
        return view(own(acting, id));
    }

    @Operation(summary = "A version as a CTDL pathway, with what the pathway cannot carry")
    @GetMapping("/versions/{id}/pathway")
    Pathway pathway(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id) {
        var address = settings.address("/stacks/versions/" + id).toString();
        var export = CtdlPathway.of(own(acting, id).rule(), address);
        return new Pathway(export.document(), export.losses());
    }

    @Operation(
            summary = "Decide about all learners of the stack under this version",
            description = "In the background; ask again to see how far it has come. Nothing is conferred by it.")
    @PostMapping("/versions/{id}/learners")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Sweeps.Sweep sweep(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id) {
        sweeps.begin(acting, new StackVersionId(id));
        return sweeps.of(acting.organisationId(), new StackVersionId(id)).orElseThrow();
    }

    @Operation(
            summary = "How all learners of the stack stand under this version, as far as it was computed",
            description = "204 while nobody has asked for it.")
    @GetMapping("/versions/{id}/learners")
    ResponseEntity<Sweeps.Sweep> standing(
            @ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id) {
        return sweeps.of(acting.organisationId(), own(acting, id).id())
                .map(ResponseEntity::ok)
                .orElse(ResponseEntity.noContent().build());
    }

    @Operation(summary = "The JSON Schema of a rule's text")
    @GetMapping(path = "/schema", produces = "application/schema+json")
    ResponseEntity<String> schema(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/schema+json"))
                .body(StackText.schema());
    }

    private StackVersion own(Acting acting, UUID id) {
        return stacks.version(new StackVersionId(id))
                .filter(version -> version.organisation().equals(acting.organisationId()))
                .orElseThrow(() -> new NotFoundException("stack"));
    }

    private DraftView view(StackDraft draft, Locale locale) {
        return new DraftView(
                draft.id(),
                draft.name(),
                draft.revision(),
                draft.savedAt(),
                draft.versions(),
                registrations.count(draft.id()),
                draft.text(),
                faults.of(draft.text(), locale));
    }

    private VersionView view(StackVersion version) {
        return new VersionView(
                version.id(),
                version.stack(),
                version.number(),
                version.publishedAt(),
                stacks.isOpen(version),
                registrations.count(version.id()),
                version.awards(),
                StackText.write(version.rule()));
    }
}
