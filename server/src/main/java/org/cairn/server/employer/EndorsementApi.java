package org.cairn.server.employer;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.Statements;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Endorsements over REST.
@RestController
@RequestMapping("/api")
class EndorsementApi {
    private final Endorsements endorsements;
    private final EndorsementRepository rows;
    private final Statements statements;
    private final InstantSource time;

    EndorsementApi(Endorsements endorsements, EndorsementRepository rows, Statements statements, InstantSource time) {
        this.endorsements = endorsements;
        this.rows = rows;
        this.statements = statements;
        this.time = time;
    }

    /// @param statement address of the signed credential
    record Shown(
            EndorsementId id,
            OrganisationId endorser,
            SpecVersionId version,
            EndorsementKind kind,
            Endorsement.State state,
            String comment,
            String conflict,
            Instant endorsedAt,
            Instant validUntil,
            Optional<String> withdrawnReason,
            URI statement) {}

    /// @param conflict `NONE` or `DECLARED`; it cannot be left out
    /// @param conflictWords which conflict of interest is declared
    /// @param months how long it holds, 1 to 60; 24 when left out
    record Wish(
            Optional<SpecVersionId> version,
            Optional<List<String>> kinds,
            Optional<String> comment,
            Optional<String> conflict,
            Optional<String> conflictWords,
            Optional<Integer> months) {}

    record Why(Optional<String> reason) {}

    @Operation(summary = "Endorsements the organisation gave, and those of its own microcredentials")
    @GetMapping("/endorsements")
    List<Shown> list(@ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting) {
        return Stream.concat(
                        rows.by(acting.organisationId(), EndorsementLists.MOST).stream(),
                        rows.received(acting.organisationId(), EndorsementLists.MOST).stream())
                .distinct()
                .map(this::shown)
                .toList();
    }

    @GetMapping("/endorsements/{id}")
    Shown one(@ActingAs({Role.EMPLOYER, Role.DESIGNER}) Acting acting, @PathVariable UUID id) {
        return shown(endorsements.seen(acting, new EndorsementId(id)));
    }

    @Operation(summary = "Endorse a version: one signed statement for each kind")
    @PostMapping("/endorsements")
    ResponseEntity<List<Shown>> endorse(@ActingAs(Role.EMPLOYER) Acting acting, @RequestBody Wish wish) {
        var made = endorsements.endorse(
                acting,
                wish.version().orElse(new SpecVersionId(new UUID(0, 0))),
                new EndorsementForm(
                        wish.kinds().orElse(List.of()),
                        wish.comment().orElse(""),
                        wish.conflict().orElse(""),
                        wish.conflictWords().orElse(""),
                        wish.months().map(String::valueOf).orElse(Integer.toString(EndorsementForm.USUAL_MONTHS))));
        return ResponseEntity.created(URI.create("/api/endorsements/" + made.getFirst()))
                .body(made.stream()
                        .map(id -> shown(endorsements.own(acting, id)))
                        .toList());
    }

    @Operation(summary = "Withdraw an endorsement for good")
    @PostMapping("/endorsements/{id}/withdraw")
    Shown withdraw(@ActingAs(Role.EMPLOYER) Acting acting, @PathVariable UUID id, @RequestBody Why why) {
        endorsements.withdraw(acting, new EndorsementId(id), why.reason().orElse(""));
        return shown(endorsements.own(acting, new EndorsementId(id)));
    }

    @Operation(summary = "Who endorses a version today: each organisation once, its domain proven")
    @GetMapping("/public/endorsements")
    List<Endorser> of(@RequestParam(required = false) Optional<UUID> version) {
        return version.map(id -> endorsements.of(new SpecVersionId(id))).orElse(List.of());
    }

    private Shown shown(Endorsement endorsement) {
        return new Shown(
                endorsement.id(),
                endorsement.organisation(),
                endorsement.version(),
                endorsement.kind(),
                endorsement.stateAt(time.instant()),
                endorsement.comment(),
                endorsement.conflict(),
                endorsement.endorsedAt(),
                endorsement.validUntil(),
                endorsement.withdrawnReason(),
                statements.address(endorsement.statement()));
    }
}
