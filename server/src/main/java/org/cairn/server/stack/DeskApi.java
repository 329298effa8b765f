package org.cairn.server.stack;

import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.award.AwardId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.PersonId;
import org.cairn.server.identity.Role;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.stacking.decide.Decision;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The registrar's desk over REST: claims, recognition, awards that lost a part.
@RestController
@RequestMapping("/api")
class DeskApi {
    private final StackClaims claims;
    private final Recognitions recognitions;
    private final ImpactReviews reviews;
    private final DecisionWords words;

    DeskApi(StackClaims claims, Recognitions recognitions, ImpactReviews reviews, DecisionWords words) {
        this.claims = claims;
        this.recognitions = recognitions;
        this.reviews = reviews;
        this.words = words;
    }

    record ClaimLine(
            ClaimId id,
            StackId stack,
            StackVersionId version,
            PersonId learner,
            Claim.Status status,
            Instant claimedAt,
            Optional<Instant> decidedAt,
            Optional<String> reason,
            Optional<String> appeal,
            Optional<AwardId> award) {}

    /// @param met whether it can be confirmed
    /// @param decision as it would be made now, or as it was made
    /// @param words the same in the caller's language
    record ClaimView(ClaimLine claim, boolean met, Decision decision, DecisionView words) {}

    record Reason(Optional<String> reason) {}

    record Granting(
            Optional<BigDecimal> credits,
            Optional<Integer> eqfLevel,
            Optional<String> grade,
            Optional<String> reason) {}

    record Closing(Optional<Review.Outcome> outcome, Optional<String> reason) {}

    record ReviewView(Review review, boolean canReplace) {}

    @Operation(summary = "Claims and appeals that wait, the longest waiting first")
    @GetMapping("/claims")
    List<ClaimLine> claims(@ActingAs(Role.ISSUER) Acting acting) {
        return claims.waiting(acting.organisationId(), DeskClaimPages.MOST).stream()
                .map(DeskApi::line)
                .toList();
    }

    @Operation(summary = "A claim with its decision")
    @GetMapping("/claims/{id}")
    ClaimView claim(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, Locale locale) {
        var looked = claims.look(acting.organisationId(), new ClaimId(id));
        return new ClaimView(
                line(looked.claim()),
                Decisions.isMet(looked.decision()),
                looked.decision(),
                words.view(looked.version(), looked.decision(), looked.items(), locale));
    }

    @Operation(summary = "Confirm a claim: the award is conferred")
    @PostMapping("/claims/{id}/confirm")
    ClaimView confirm(
            @ActingAs(Role.ISSUER) Acting acting,
            @PathVariable UUID id,
            @RequestBody(required = false) Optional<Reason> reason,
            Locale locale) {
        claims.confirm(acting, new ClaimId(id), reason.flatMap(Reason::reason).orElse(""));
        return claim(acting, id, locale);
    }

    @Operation(summary = "Refuse a claim, with a reason the learner can appeal against")
    @PostMapping("/claims/{id}/refuse")
    ClaimView refuse(
            @ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, @RequestBody Reason reason, Locale locale) {
        claims.refuse(acting, new ClaimId(id), reason.reason().orElse(""));
        return claim(acting, id, locale);
    }

    @Operation(summary = "Requests for recognition that wait")
    @GetMapping("/recognitions")
    List<Recognition> recognitions(@ActingAs(Role.ISSUER) Acting acting) {
        return recognitions.waiting(acting.organisationId(), DeskClaimPages.MOST);
    }

    @GetMapping("/recognitions/{id}")
    Recognition recognition(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id) {
        return recognitions
                .byId(acting.organisationId(), new RecognitionId(id))
                .orElseThrow(() -> new NotFoundException("recognition"));
    }

    @Operation(summary = "Grant recognition; without credits, those that were asked for")
    @PostMapping("/recognitions/{id}/grant")
    Recognition grant(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, @RequestBody Granting granting) {
        var asked = recognition(acting, id);
        recognitions.grant(
                acting,
                asked.id(),
                new Recognition.Granted(
                        granting.credits().orElse(asked.wish().credits()),
                        granting.eqfLevel(),
                        // What is left out arrives as an empty text.
                        granting.grade().map(String::strip).filter(grade -> !grade.isEmpty())),
                granting.reason().orElse(""));
        return recognition(acting, id);
    }

    @Operation(summary = "Refuse recognition, with a reason")
    @PostMapping("/recognitions/{id}/refuse")
    Recognition refuse(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, @RequestBody Reason reason) {
        var asked = recognition(acting, id);
        recognitions.refuse(acting, asked.id(), reason.reason().orElse(""));
        return recognition(acting, id);
    }

    @Operation(summary = "Awards that lost something they were built on")
    @GetMapping("/impact-reviews")
    List<Review> reviews(@ActingAs(Role.ISSUER) Acting acting) {
        return reviews.waiting(acting.organisationId(), DeskClaimPages.MOST);
    }

    @Operation(summary = "One of them, and whether other items could take the place")
    @GetMapping("/impact-reviews/{id}")
    ReviewView review(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id) {
        var review = reviews.byId(acting.organisationId(), new ReviewId(id))
                .orElseThrow(() -> new NotFoundException("review"));
        return new ReviewView(review, review.outcome().isEmpty() && reviews.canReplace(review));
    }

    @Operation(summary = "Decide: the award stands, is replaced or annulled; with a reason")
    @PostMapping("/impact-reviews/{id}/close")
    ReviewView close(@ActingAs(Role.ISSUER) Acting acting, @PathVariable UUID id, @RequestBody Closing closing) {
        var review = review(acting, id).review();
        var outcome =
                closing.outcome().orElseThrow(() -> new InputException(Fault.of("outcome", "stackdesk.review.choose")));
        reviews.close(acting, review.id(), outcome, closing.reason().orElse(""));
        return review(acting, id);
    }

    private static ClaimLine line(Claim claim) {
        return new ClaimLine(
                claim.id(),
                claim.stack(),
                claim.version(),
                claim.person(),
                claim.status(),
                claim.claimedAt(),
                claim.decidedAt(),
                claim.reason(),
                claim.appeal(),
                claim.award());
    }
}
