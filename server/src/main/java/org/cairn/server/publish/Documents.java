package org.cairn.server.publish;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.issue.PublicAnswer;
import org.cairn.server.web.NotFoundException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Versions and organisations for programs, one by one, at addresses that stay.
@RestController
class Documents {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Listings listings;
    private final Descriptions descriptions;
    private final ChangeDates dates;
    private final Places places;
    private final Organisations organisations;

    Documents(
            Listings listings,
            Descriptions descriptions,
            ChangeDates dates,
            Places places,
            Organisations organisations) {
        this.listings = listings;
        this.descriptions = descriptions;
        this.dates = dates;
        this.places = places;
        this.organisations = organisations;
    }

    /// What a format could not say of a version.
    record LossReport(String document, Format format, List<Description.Loss> lost, List<Description.Missing> missing) {}

    @Operation(
            summary = "A published version as JSON-LD: CTDL, or the format whose profile the Accept header names",
            description = "Profiles: https://purl.org/ctdl/terms/ (CTDL), http://data.europa.eu/snb/model/elm/"
                    + " (European Learning Model 3), https://schema.org/")
    @GetMapping(path = "/catalogue/{id}", produces = Format.JSON_LD)
    ResponseEntity<byte[]> negotiated(@PathVariable UUID id, HttpServletRequest request)
            throws HttpMediaTypeNotAcceptableException {
        var accept = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
        return answer(listing(id), Negotiation.format(accept), request);
    }

    @Operation(summary = "A published version in CTDL")
    @GetMapping("/catalogue/{id}/ctdl.jsonld")
    ResponseEntity<byte[]> ctdl(@PathVariable UUID id, HttpServletRequest request) {
        return answer(listing(id), Format.CTDL, request);
    }

    @Operation(summary = "A published version in the European Learning Model 3")
    @GetMapping("/catalogue/{id}/elm.jsonld")
    ResponseEntity<byte[]> elm(@PathVariable UUID id, HttpServletRequest request) {
        return answer(listing(id), Format.ELM, request);
    }

    @Operation(summary = "A published version in schema.org's words")
    @GetMapping("/catalogue/{id}/schema.jsonld")
    ResponseEntity<byte[]> schema(@PathVariable UUID id, HttpServletRequest request) {
        return answer(listing(id), Format.SCHEMA, request);
    }

    @Operation(summary = "What one of the formats (ctdl, elm, schema) cannot say of a version, and what it misses")
    @GetMapping("/catalogue/{id}/{format}.losses.json")
    ResponseEntity<byte[]> losses(@PathVariable UUID id, @PathVariable String format, HttpServletRequest request) {
        var chosen = Format.ofSlug(format).orElseThrow(() -> new NotFoundException("format"));
        var listing = listing(id);
        var description = descriptions.of(listing, chosen);
        var report = new LossReport(
                places.document(listing.spec().id(), chosen), chosen, description.lost(), description.missing());
        return PublicAnswer.of(request, descriptions.text(report), FRESH, "application/json");
    }

    @Operation(summary = "An institution or quality body in CTDL")
    @GetMapping("/issuers/{slug}/ctdl.jsonld")
    ResponseEntity<byte[]> organisation(@PathVariable String slug, HttpServletRequest request) {
        var organisation = organisations
                .bySlug(slug)
                .filter(Documents::isInCatalogues)
                .orElseThrow(() -> new NotFoundException("issuer"));
        var text = descriptions.text(
                descriptions.of(organisation, listings.assurances(organisation)).document());
        var headers = new HttpHeaders();
        headers.setLastModified(dates.of(
                new ChangeDates.Key(organisation.id(), organisation.id().value(), Format.CTDL.slug()), text));
        return PublicAnswer.of(request, text, FRESH, headers, Format.JSON_LD, "application/json");
    }

    @Operation(summary = "The same by content negotiation")
    @GetMapping(path = "/issuers/{slug}", produces = Format.JSON_LD)
    ResponseEntity<byte[]> organisationNegotiated(@PathVariable String slug, HttpServletRequest request) {
        return organisation(slug, request);
    }

    private static boolean isInCatalogues(Organisation organisation) {
        return switch (organisation.kind()) {
            case INSTITUTION, QUALITY_BODY -> true;
            case PLATFORM, EMPLOYER -> false;
        };
    }

    private Listing listing(UUID id) {
        return listings.of(new SpecVersionId(id)).orElseThrow(() -> new NotFoundException("version"));
    }

    private ResponseEntity<byte[]> answer(Listing listing, Format format, HttpServletRequest request) {
        var text = descriptions.text(descriptions.of(listing, format).document());
        return PublicAnswer.of(
                request, text, FRESH, headers(listing, format, text), Format.JSON_LD, "application/json");
    }

    private HttpHeaders headers(Listing listing, Format format, String text) {
        var id = listing.spec().id();
        var headers = new HttpHeaders();
        headers.setLastModified(
                dates.of(new ChangeDates.Key(listing.spec().organisation(), id.value(), format.slug()), text));
        link(headers, places.version(id), "canonical");
        link(headers, format.profile(), "profile");
        link(headers, places.address(Places.lossesPath(id, format)), "describedby");
        listing.succession().previous().ifPresent(v -> link(headers, places.version(v), "predecessor-version"));
        listing.succession().next().ifPresent(v -> link(headers, places.version(v), "successor-version"));
        link(headers, places.version(listing.succession().newest()), "latest-version");
        headers.add(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, "Link, ETag");
        return headers;
    }

    private static void link(HttpHeaders headers, String href, String relation) {
        headers.add(HttpHeaders.LINK, "<" + href + ">; rel=\"" + relation + "\"");
    }
}
