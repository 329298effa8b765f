package org.cairn.server.review;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.Role;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.review.ReviewApi.ReviewDetail;
import org.cairn.server.web.NotFoundException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What a reviewer does with her own key: a judgement bears a person's name, so the body's key is
/// not enough.
@RestController
class MyReviewsApi {
    private final ReviewRepository rows;
    private final Reviewing reviewing;
    private final Deciding deciding;
    private final Dossiers dossiers;
    private final Organisations organisations;

    MyReviewsApi(
            ReviewRepository rows,
            Reviewing reviewing,
            Deciding deciding,
            Dossiers dossiers,
            Organisations organisations) {
        this.rows = rows;
        this.reviewing = reviewing;
        this.deciding = deciding;
        this.dossiers = dossiers;
        this.organisations = organisations;
    }

    @GetMapping("/api/me/reviews/{id}")
    ReviewDetail one(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        return ReviewApi.detail(dossiers.seen(acting(me, id), new ReviewId(id)));
    }

    @Operation(summary = "Take a waiting review; only who has no part in the spec may")
    @PostMapping("/api/me/reviews/{id}/take")
    ReviewDetail take(@AuthenticationPrincipal SignedIn me, @PathVariable UUID id) {
        reviewing.take(acting(me, id), new ReviewId(id));
        return one(me, id);
    }

    @Operation(summary = "Judge one rule: answer yes or no, with reason and basis")
    @PostMapping("/api/me/reviews/{id}/attest")
    ReviewDetail attest(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestBody(required = false) Optional<Attestation.Wish> wish) {
        reviewing.attest(acting(me, id), new ReviewId(id), wish.orElse(new Attestation.Wish("", "", "", "")));
        return one(me, id);
    }

    @Operation(summary = "Decide: APPROVED, APPROVED_WITH_CONDITIONS, CHANGES_REQUESTED or REFUSED")
    @PostMapping("/api/me/reviews/{id}/decide")
    ReviewDetail decide(
            @AuthenticationPrincipal SignedIn me,
            @PathVariable UUID id,
            @RequestBody(required = false) Optional<Deciding.Wish> wish) {
        deciding.decide(acting(me, id), new ReviewId(id), wish.orElse(new Deciding.Wish("", "", "", List.of())));
        return one(me, id);
    }

    /// As a reviewer of the body before which it lies; for everybody else there is no such
    /// review.
    private Acting acting(SignedIn me, UUID id) {
        return organisations.membershipsOf(me.person()).stream()
                .filter(membership -> membership.may(Role.REVIEWER))
                .map(membership -> membership.organisation().id())
                .filter(house -> rows.seen(house, new ReviewId(id))
                        .filter(review -> review.body().equals(house))
                        .isPresent())
                .findFirst()
                .flatMap(house -> organisations.acting(me, house))
                .orElseThrow(() -> new NotFoundException("review"));
    }
}
