package org.cairn.server.offering;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Offerings over REST. Terms are sent and answered whole.
@RestController
@RequestMapping("/api/offerings")
class OfferingApi {
    private final Offerings offerings;

    OfferingApi(Offerings offerings) {
        this.offerings = offerings;
    }

    @Operation(summary = "All offerings of the organisation")
    @GetMapping
    List<Offering> list(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting) {
        return offerings.ofOrganisation(acting.organisationId());
    }

    @Operation(summary = "Offer a published version")
    @PostMapping
    ResponseEntity<Offering> open(
            @ActingAs(Role.DESIGNER) Acting acting, @RequestParam UUID spec, @RequestBody OfferingTerms terms) {
        var id = offerings.open(acting, new SpecVersionId(spec), terms);
        var offering = offerings.offering(acting.organisationId(), id);
        return ResponseEntity.created(URI.create("/api/offerings/" + id))
                .eTag(tag(offering))
                .body(offering);
    }

    @GetMapping("/{id}")
    ResponseEntity<Offering> one(@ActingAs({Role.DESIGNER, Role.ISSUER}) Acting acting, @PathVariable UUID id) {
        return answer(acting, new OfferingId(id));
    }

    @Operation(summary = "Replace the terms; If-Match names the revision this is made on")
    @PutMapping("/{id}")
    ResponseEntity<Offering> change(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestHeader("If-Match") String revision,
            @RequestBody OfferingTerms terms) {
        var digits = revision.replaceAll("[^0-9]", "");
        offerings.change(
                acting,
                new OfferingId(id),
                terms,
                digits.isEmpty() || digits.length() > 18 ? -1 : Long.parseLong(digits));
        return answer(acting, new OfferingId(id));
    }

    @Operation(summary = "End applying, for good")
    @PostMapping("/{id}/close")
    ResponseEntity<Offering> close(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id) {
        offerings.close(acting, new OfferingId(id));
        return answer(acting, new OfferingId(id));
    }

    @Operation(summary = "Call it off, for good")
    @PostMapping("/{id}/cancel")
    ResponseEntity<Offering> cancel(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id) {
        offerings.cancel(acting, new OfferingId(id));
        return answer(acting, new OfferingId(id));
    }

    private ResponseEntity<Offering> answer(Acting acting, OfferingId id) {
        var offering = offerings.offering(acting.organisationId(), id);
        return ResponseEntity.ok().eTag(tag(offering)).body(offering);
    }

    private static String tag(Offering offering) {
        return "\"" + offering.revision() + "\"";
    }
}
