package org.cairn.server.catalogue;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Specs over REST. Content is sent and answered whole; what is left out is empty.
@RestController
@RequestMapping("/api/specs")
class SpecApi {
    private final Specs specs;
    private final Images images;

    SpecApi(Specs specs, Images images) {
        this.specs = specs;
        this.images = images;
    }

    record DraftView(SpecId id, long revision, Instant savedAt, int versions, SpecContent content) {}

    record Created(SpecId id, long revision) {}

    record Published(SpecVersionId id, String address) {}

    record Publishing(Optional<String> overrideReason) {}

    @Operation(summary = "All drafts of the organisation")
    @GetMapping
    List<DraftView> list(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting) {
        return specs.drafts(acting.organisationId()).stream().map(SpecApi::view).toList();
    }

    @Operation(summary = "Start a spec with this content as its draft")
    @PostMapping
    ResponseEntity<Created> create(@ActingAs(Role.DESIGNER) Acting acting, @RequestBody SpecContent content) {
        var id = specs.create(acting, content);
        return ResponseEntity.created(URI.create("/api/specs/" + id + "/draft")).body(new Created(id, 1));
    }

    @GetMapping("/{id}/draft")
    ResponseEntity<DraftView> draft(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id) {
        var draft = specs.draft(acting.organisationId(), new SpecId(id));
        return ResponseEntity.ok().eTag("\"" + draft.revision() + "\"").body(view(draft));
    }

    @Operation(summary = "Replace the draft; If-Match names the revision it is made on")
    @PutMapping("/{id}/draft")
    ResponseEntity<DraftView> save(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestHeader("If-Match") String revision,
            @RequestBody SpecContent content) {
        var digits = revision.replaceAll("[^0-9]", "");
        specs.saveDraft(
                acting,
                new SpecId(id),
                content,
                digits.isEmpty() || digits.length() > 18 ? -1 : Long.parseLong(digits));
        return draft(acting, id);
    }

    @Operation(summary = "Publish the draft as the next version; an unmet demand needs a reason")
    @PostMapping("/{id}/publish")
    ResponseEntity<Published> publish(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestBody(required = false) Optional<Publishing> publishing) {
        var version = specs.publish(acting, new SpecId(id), publishing.flatMap(Publishing::overrideReason));
        var address = "/catalogue/" + version;
        return ResponseEntity.created(URI.create(address)).body(new Published(version, address));
    }

    @GetMapping("/{id}/versions")
    List<PublishedSpec> versions(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id) {
        specs.draft(acting.organisationId(), new SpecId(id));
        return specs.versions(acting.organisationId(), new SpecId(id));
    }

    @Operation(summary = "Set the draft's picture: a PNG or JPEG as the body")
    @PutMapping(
            path = "/{id}/image",
            consumes = {MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE})
    DraftView image(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id, @RequestBody byte[] picture) {
        var spec = new SpecId(id);
        var draft = specs.draft(acting.organisationId(), spec);
        var image = images.store(acting, picture);
        specs.saveDraft(acting, spec, draft.content().withImage(Optional.of(image)), draft.revision());
        return view(specs.draft(acting.organisationId(), spec));
    }

    private static DraftView view(SpecDraft draft) {
        return new DraftView(draft.spec(), draft.revision(), draft.savedAt(), draft.versions(), draft.content());
    }
}
