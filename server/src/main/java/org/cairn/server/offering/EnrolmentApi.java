package org.cairn.server.offering;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cairn.server.identity.SignedIn;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// For a learner's own program: what she takes part in.
@RestController
@RequestMapping("/api/me/enrolments")
@Tag(name = "My enrolments")
class EnrolmentApi {
    private final Enrolments enrolments;

    EnrolmentApi(Enrolments enrolments) {
        this.enrolments = enrolments;
    }

    /// @param changedAt when its status last changed
    record Mine(UUID id, UUID offering, Enrolment.Status status, Instant enrolledAt, Instant changedAt) {
        static Mine of(Enrolment enrolment) {
            return new Mine(
                    enrolment.id().value(),
                    enrolment.offering().value(),
                    enrolment.status(),
                    enrolment.enrolledAt(),
                    enrolment.changedAt());
        }
    }

    @Operation(summary = "What I take part in, and how it ended")
    @GetMapping
    List<Mine> list(@AuthenticationPrincipal SignedIn me) {
        return enrolments.of(me.person()).stream().map(Mine::of).toList();
    }

    @Operation(summary = "Take a place in an open offering")
    @PostMapping
    ResponseEntity<Mine> enrol(@AuthenticationPrincipal SignedIn me, @RequestParam UUID offering) {
        var id = enrolments.enrol(me, new OfferingId(offering));
        return ResponseEntity.created(URI.create("/api/me/enrolments/" + id))
                .body(Mine.of(enrolments.mine(me.person(), id)));
    }

    @GetMapping("/{id}")
    Mine one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return Mine.of(enrolments.mine(me.person(), new EnrolmentId(id)));
    }

    @Operation(summary = "Give the place back")
    @PostMapping("/{id}/withdraw")
    Mine withdraw(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        enrolments.withdraw(me, new EnrolmentId(id));
        return one(me, id);
    }
}
