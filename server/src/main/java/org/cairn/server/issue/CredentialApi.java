package org.cairn.server.issue;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.award.AwardId;
import org.cairn.server.award.Awards;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.web.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Credentials of the acting organisation, for programs.
@RestController
@RequestMapping("/api")
class CredentialApi {
    private final Credentials credentials;
    private final Awards awards;
    private final CairnSettings settings;

    CredentialApi(Credentials credentials, Awards awards, CairnSettings settings) {
        this.credentials = credentials;
        this.awards = awards;
        this.settings = settings;
    }

    /// A credential and what became of it.
    ///
    /// @param validUntil the end it was signed with; absent when it has none
    record Shown(
            UUID id,
            UUID award,
            CredentialStatus status,
            @Nullable String statusReason,
            Instant issuedAt,
            @Nullable Instant validUntil,
            List<Change> history) {}

    /// One change of status.
    record Change(CredentialStatus from, CredentialStatus to, String reason, Instant at) {}

    /// Why a status is changed.
    record Why(@Nullable String reason) {
        String words() {
            return reason == null ? "" : reason;
        }
    }

    @Operation(summary = "A credential's status and history")
    @GetMapping(path = "/credentials/{id}", produces = "application/json")
    Shown show(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id) {
        return shown(find(acting, id));
    }

    @Operation(summary = "The signed document, character for character")
    @GetMapping(
            path = "/credentials/{id}",
            produces = {"application/vc+ld+json", "application/vc"})
    ResponseEntity<String> signed(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id) {
        return ResponseEntity.ok(find(acting, id).json());
    }

    @Operation(summary = "All credentials ever made of an award, newest first")
    @GetMapping("/awards/{id}/credentials")
    List<Shown> ofAward(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id) {
        var award =
                awards.byId(acting.organisationId(), new AwardId(id)).orElseThrow(() -> new NotFoundException("award"));
        return credentials.ofAwards(List.of(award.id())).stream()
                .map(this::shown)
                .toList();
    }

    @Operation(summary = "Take a credential back for good")
    @PostMapping("/credentials/{id}/revoke")
    Shown revoke(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, @RequestBody Why why) {
        credentials.revoke(acting, new CredentialId(id), why.words());
        return shown(find(acting, id));
    }

    @Operation(summary = "Let a credential rest until it is reinstated or revoked")
    @PostMapping("/credentials/{id}/suspend")
    Shown suspend(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, @RequestBody Why why) {
        credentials.suspend(acting, new CredentialId(id), why.words());
        return shown(find(acting, id));
    }

    @Operation(summary = "End a suspension")
    @PostMapping("/credentials/{id}/reinstate")
    Shown reinstate(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, @RequestBody Why why) {
        credentials.reinstate(acting, new CredentialId(id), why.words());
        return shown(find(acting, id));
    }

    @Operation(summary = "Sign the award anew as it is recorded now; the old credential is revoked")
    @PostMapping("/credentials/{id}/reissue")
    ResponseEntity<Shown> reissue(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, @RequestBody Why why) {
        var fresh = credentials.reissue(acting, new CredentialId(id), why.words());
        return ResponseEntity.created(settings.address("/api/credentials/" + fresh))
                .body(shown(find(acting, fresh.value())));
    }

    private IssuedCredential find(Acting acting, UUID id) {
        return credentials
                .byId(acting.organisationId(), new CredentialId(id))
                .orElseThrow(() -> new NotFoundException("credential"));
    }

    private Shown shown(IssuedCredential credential) {
        Optional<String> reason = credential.statusReason();
        return new Shown(
                credential.id().value(),
                credential.award().value(),
                credential.status(),
                reason.orElse(null),
                credential.issuedAt(),
                credential.validUntil().orElse(null),
                credentials.history(credential.id()).stream()
                        .map(c -> new Change(c.from(), c.to(), c.reason(), c.at()))
                        .toList());
    }
}
