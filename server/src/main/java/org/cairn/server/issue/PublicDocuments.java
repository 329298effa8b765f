package org.cairn.server.issue;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.cairn.credential.json.Json;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Organisations;
import org.cairn.server.issue.IssuerIdentity.Method;
import org.cairn.server.web.NotFoundException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What verifiers all over the world fetch: DID documents, issuer profiles and status lists. They are the same for
/// everybody, so that fetching one says nothing about whose credential is being looked at.
@RestController
class PublicDocuments {
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Organisations organisations;
    private final IssuerKeys keys;
    private final Issuers issuers;
    private final StatusLists lists;
    private final InstantSource time;

    PublicDocuments(
            Organisations organisations, IssuerKeys keys, Issuers issuers, StatusLists lists, InstantSource time) {
        this.organisations = organisations;
        this.keys = keys;
        this.issuers = issuers;
        this.lists = lists;
        this.time = time;
    }

    @Operation(summary = "DID document of a did:web issuer")
    @GetMapping("/issuers/{slug}/did.json")
    ResponseEntity<byte[]> did(@PathVariable String slug, HttpServletRequest request) {
        var identity = keys.identity(organisation(slug).id())
                .filter(i -> i.method() == Method.WEB)
                .orElseThrow(() -> new NotFoundException("DID document"));
        return PublicAnswer.of(
                request,
                Json.text(issuers.document(identity)),
                FRESH,
                "application/did+json",
                "application/did+ld+json",
                "application/json");
    }

    @Operation(summary = "Open Badges profile of an issuer")
    @GetMapping(path = "/issuers/{slug}", produces = "application/json")
    ResponseEntity<byte[]> profile(@PathVariable String slug, HttpServletRequest request) {
        var organisation = organisation(slug);
        var identity = keys.identity(organisation.id()).orElseThrow(() -> new NotFoundException("issuer"));
        return PublicAnswer.of(request, Json.text(profile(organisation, identity)), FRESH, "application/json");
    }

    @Operation(summary = "Signed Bitstring status list")
    @GetMapping("/status/{list}")
    ResponseEntity<byte[]> status(@PathVariable UUID list, HttpServletRequest request) {
        var signed = lists.signed(list).orElseThrow(() -> new NotFoundException("status list"));
        var left = Duration.between(time.instant(), signed.until());
        return PublicAnswer.of(
                request,
                signed.json(),
                left.compareTo(FRESH) < 0 ? left : FRESH,
                "application/vc",
                "application/vc+ld+json",
                "application/ld+json",
                "application/json");
    }

    private Organisation organisation(String slug) {
        return organisations.bySlug(slug).orElseThrow(() -> new NotFoundException("issuer"));
    }

    private static JsonObject profile(Organisation organisation, IssuerIdentity identity) {
        var profile = Json.PROVIDER
                .createObjectBuilder()
                .add("id", identity.did())
                .add("type", Json.PROVIDER.createArrayBuilder().add("Profile"))
                .add("name", organisation.legalName());
        organisation.website().ifPresent(url -> profile.add("url", url));
        organisation.email().ifPresent(email -> profile.add("email", email));
        profile.add(
                "address",
                Json.PROVIDER
                        .createObjectBuilder()
                        .add("type", Json.PROVIDER.createArrayBuilder().add("Address"))
                        .add("addressCountryCode", organisation.country()));
        return profile.build();
    }
}
