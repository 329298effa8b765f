package org.cairn.server.vcapi;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.cairn.credential.json.Json;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.web.NotFoundException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The doors of the VC API. What verifies is answered with 200, what was made with 201, everything else with problem
/// details.
@RestController
class VcApi {
    private final Tenants tenants;
    private final Issuing issuing;
    private final Verifying verifying;
    private final Deriving deriving;
    private final Presentations presentations;
    private final Lists lists;
    private final OpenDoor door;
    private final CairnSettings house;

    VcApi(
            Tenants tenants,
            Issuing issuing,
            Verifying verifying,
            Deriving deriving,
            Presentations presentations,
            Lists lists,
            OpenDoor door,
            CairnSettings house) {
        this.tenants = tenants;
        this.issuing = issuing;
        this.verifying = verifying;
        this.deriving = deriving;
        this.presentations = presentations;
        this.lists = lists;
        this.door = door;
        this.house = house;
    }

    @Operation(summary = "The issuers: suite to DID")
    @GetMapping("/vc-api/issuers")
    ResponseEntity<byte[]> issuers(HttpServletRequest request) {
        var keys = tenants.of(request, Role.ISSUER).keys();
        var issuers = Json.PROVIDER.createObjectBuilder();
        for (var suite : IssuerSuite.values()) {
            issuers.add(suite.id(), keys.key(suite).didKey());
        }
        return answer(HttpStatus.OK, issuers.build());
    }

    @Operation(
            summary = "Issue a credential",
            description = "Body: `credential`, and `options` with `mandatoryPointers` for suites that disclose"
                    + " selectively, `credentialId` and `statusPurpose` for the issuer `status`.")
    @PostMapping("/vc-api/{suite}/credentials/issue")
    ResponseEntity<byte[]> issue(@PathVariable String suite, HttpServletRequest request) throws IOException {
        var issuer = IssuerSuite.named(suite).orElseThrow(() -> new NotFoundException("issuer"));
        var tenant = tenants.of(request, Role.ISSUER);
        var body = Body.of(request);
        var order = new Issuing.Order(
                issuer,
                body.object("credential"),
                body.options(),
                origin(request).resolve(Lists.PATH));
        return answer(HttpStatus.CREATED, issuing.issue(tenant, order));
    }

    @Operation(summary = "Verify a credential")
    @PostMapping("/vc-api/credentials/verify")
    ResponseEntity<byte[]> verifyCredential(HttpServletRequest request) throws IOException {
        var body = Body.of(request);
        var credential = body.object("verifiableCredential");
        return verdict(verifying.credential(credential, body.options(), "/verifiableCredential"));
    }

    @Operation(summary = "Show what is mandatory and what `selectivePointers` select of a credential")
    @PostMapping("/vc-api/credentials/derive")
    ResponseEntity<byte[]> derive(HttpServletRequest request) throws IOException {
        var body = Body.of(request);
        var derived = deriving.derive(
                body.object("verifiableCredential"), body.options().pointers("selectivePointers"));
        return answer(HttpStatus.CREATED, derived);
    }

    @Operation(summary = "Verify a presentation and every credential in it")
    @PostMapping("/vc-api/presentations/verify")
    ResponseEntity<byte[]> verifyPresentation(HttpServletRequest request) throws IOException {
        var body = Body.of(request);
        return verdict(presentations.check(body.object("verifiablePresentation"), body.options()));
    }

    @Operation(summary = "Revoke, suspend or reinstate a credential of the issuer `status`")
    @PostMapping("/vc-api/credentials/status")
    ResponseEntity<byte[]> status(HttpServletRequest request) throws IOException {
        var tenant = tenants.of(request, Role.ISSUER);
        var wish = StatusWish.of(Body.of(request));
        if (!tenant.ledger().set(wish.credential(), wish.purpose(), wish.value())) {
            throw new Refused(
                    HttpStatus.NOT_FOUND,
                    List.of(Trouble.at("/credentialId", Trouble.Type.MALFORMED_VALUE_ERROR, "vcapi.status.unknown")));
        }
        return answer(
                HttpStatus.OK,
                Json.PROVIDER
                        .createObjectBuilder()
                        .add("credentialId", wish.credential())
                        .add("statusPurpose", wish.purpose().id())
                        .add("status", wish.value())
                        .build());
    }

    @Operation(summary = "Signed Bitstring status list")
    @GetMapping("/vc-api/status/{list}")
    ResponseEntity<byte[]> list(@PathVariable UUID list, HttpServletRequest request) {
        return lists.signed(list, origin(request).resolve(Lists.PATH + list))
                .map(signed -> answer(HttpStatus.OK, signed))
                .orElseThrow(() -> new NotFoundException("status list"));
    }

    @Operation(summary = "Does nothing: a list is always published as it stands. For programs that expect the step")
    @PostMapping("/vc-api/status/{list}/publish")
    ResponseEntity<byte[]> publish(@PathVariable UUID list, HttpServletRequest request) {
        tenants.of(request, Role.ISSUER);
        return ResponseEntity.noContent().build();
    }

    /// Where the caller reaches us. Only on this machine do we take the caller's word for it.
    private URI origin(HttpServletRequest request) {
        return door.isOpen(request)
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUri()
                : house.address("");
    }

    private static ResponseEntity<byte[]> verdict(List<Trouble> troubles) {
        if (!troubles.isEmpty()) {
            throw new Refused(troubles);
        }
        JsonObjectBuilder verified = Json.PROVIDER.createObjectBuilder().add("verified", true);
        verified.add("problemDetails", Json.PROVIDER.createArrayBuilder());
        return answer(HttpStatus.OK, verified.build());
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, JsonObject json) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(Json.bytes(json));
    }
}
