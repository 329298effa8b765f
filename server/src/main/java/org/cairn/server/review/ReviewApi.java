package org.cairn.server.review;

import io.swagger.v3.oas.annotations.Operation;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cairn.quality.Report;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.ActingAs;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Role;
import org.cairn.server.web.NotFoundException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Reviews over REST, for the keys of both organisations. What needs somebody's name is not here:
/// a person judges with her own key, below `/api/me/reviews`.
@RestController
class ReviewApi {
    private static final int MOST = 500;

    private final ReviewRepository rows;
    private final Submissions submissions;
    private final Papers papers;
    private final Dossiers dossiers;
    private final Reviews reviews;
    private final Specs specs;

    ReviewApi(
            ReviewRepository rows,
            Submissions submissions,
            Papers papers,
            Dossiers dossiers,
            Reviews reviews,
            Specs specs) {
        this.rows = rows;
        this.submissions = submissions;
        this.papers = papers;
        this.dossiers = dossiers;
        this.reviews = reviews;
        this.specs = specs;
    }

    record Created(ReviewId id) {}

    record Resubmission(String what) {}

    record Words(String reason) {}

    record StatementWish(String path, String value) {}

    record ReviewLine(
            ReviewId id,
            OrganisationId institution,
            OrganisationId body,
            SpecId spec,
            ReviewState state,
            LocalDate dueOn,
            Instant openedAt) {
        static ReviewLine of(Review review) {
            return new ReviewLine(
                    review.id(),
                    review.organisation(),
                    review.body(),
                    review.spec(),
                    review.state(),
                    review.dueOn(),
                    review.openedAt());
        }
    }

    /// @param verdict of today, with what people brought; `filed` is what the machine found when
    /// it was handed in
    record FrameworkView(String pack, String version, Report.Verdict verdict, List<String> failed, List<String> open) {}

    record RoundView(
            int number,
            String sha256,
            Instant submittedAt,
            FiledReport filed,
            Optional<String> decision,
            String reason,
            Optional<LocalDate> until) {}

    record ConditionView(UUID id, String text, String rule, LocalDate dueOn, Optional<Boolean> met) {}

    record ReviewDetail(
            ReviewLine review,
            List<FrameworkView> frameworks,
            List<RoundView> rounds,
            List<ConditionView> conditions,
            List<Evidence> evidence,
            List<Statement> statements,
            boolean appealOpen) {}

    @Operation(summary = "What the organisation has handed in, and what lies before it")
    @GetMapping("/api/reviews")
    List<ReviewLine> list(@ActingAs({Role.DESIGNER, Role.REVIEWER}) Acting acting) {
        return Stream.concat(
                        rows.ofInstitution(acting.organisationId(), MOST).stream(),
                        rows.queue(acting.organisationId(), List.of(), MOST, 0).stream())
                .distinct()
                .map(ReviewLine::of)
                .toList();
    }

    @Operation(summary = "Hand in a draft (draft:ID) or a published version (version:ID) under rule packs to a body")
    @PostMapping("/api/reviews")
    ResponseEntity<Created> submit(@ActingAs(Role.DESIGNER) Acting acting, @RequestBody Submissions.Wish wish) {
        var id = submissions.submit(acting, wish);
        return ResponseEntity.created(URI.create("/api/reviews/" + id)).body(new Created(id));
    }

    @GetMapping("/api/reviews/{id}")
    ReviewDetail one(@ActingAs({Role.DESIGNER, Role.REVIEWER}) Acting acting, @PathVariable UUID id) {
        return detail(dossiers.seen(acting, new ReviewId(id)));
    }

    @Operation(summary = "Hand in another text after changes were asked for")
    @PostMapping("/api/reviews/{id}/resubmit")
    ReviewDetail resubmit(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestBody(required = false) Optional<Resubmission> wish) {
        submissions.resubmit(
                acting, new ReviewId(id), wish.map(Resubmission::what).orElse(""));
        return one(acting, id);
    }

    @Operation(summary = "Take it back before the decision")
    @PostMapping("/api/reviews/{id}/withdraw")
    ReviewDetail withdraw(@ActingAs(Role.DESIGNER) Acting acting, @PathVariable UUID id) {
        submissions.withdraw(acting, new ReviewId(id));
        return one(acting, id);
    }

    @Operation(summary = "Appeal against the decision, within 30 days")
    @PostMapping("/api/reviews/{id}/appeal")
    ReviewDetail appeal(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestBody(required = false) Optional<Words> words) {
        submissions.appeal(acting, new ReviewId(id), words.map(Words::reason).orElse(""));
        return one(acting, id);
    }

    @Operation(summary = "Name a dated document for a rule by its https address")
    @PostMapping("/api/reviews/{id}/evidence")
    ReviewDetail attach(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestBody(required = false) Optional<Evidence.Wish> wish) {
        papers.attach(acting, new ReviewId(id), wish.orElse(new Evidence.Wish("", "", "", "", "", "")), new byte[0]);
        return one(acting, id);
    }

    @Operation(summary = "State a fact that the packs ask for and the spec has no field for")
    @PostMapping("/api/reviews/{id}/statements")
    ReviewDetail state(
            @ActingAs(Role.DESIGNER) Acting acting,
            @PathVariable UUID id,
            @RequestBody(required = false) Optional<StatementWish> wish) {
        var said = wish.orElse(new StatementWish("", ""));
        papers.state(acting, new ReviewId(id), said.path(), said.value());
        return one(acting, id);
    }

    @Operation(summary = "Who approved a published version; needs no key")
    @GetMapping("/api/public/specs/{version}/approvals")
    List<Reviews.Approved> approvals(@PathVariable UUID version) {
        var known = specs.published(new SpecVersionId(version)).orElseThrow(() -> new NotFoundException("version"));
        return reviews.approvals(known.id());
    }

    static ReviewDetail detail(Dossier dossier) {
        return new ReviewDetail(
                ReviewLine.of(dossier.review()),
                dossier.report().frameworks().stream()
                        .map(each -> new FrameworkView(
                                each.pack().id(),
                                each.pack().version(),
                                each.verdict(),
                                dossier.failed().stream()
                                        .filter(rule -> has(each, rule))
                                        .toList(),
                                dossier.open().stream()
                                        .filter(rule -> has(each, rule))
                                        .toList()))
                        .toList(),
                dossier.rounds().stream().map(ReviewApi::round).toList(),
                dossier.conditions().stream()
                        .map(each -> new ConditionView(
                                each.id(),
                                each.text(),
                                each.rule(),
                                each.dueOn(),
                                each.settled().map(Condition.Settled::met)))
                        .toList(),
                dossier.evidence(),
                dossier.statements(),
                dossier.openAppeal().isPresent());
    }

    private static boolean has(Report.Framework framework, String rule) {
        return framework.findings().stream()
                .anyMatch(finding -> finding.rule().id().equals(rule));
    }

    private static RoundView round(Round round) {
        return new RoundView(
                round.number(),
                round.sha256(),
                round.submittedAt(),
                round.report(),
                round.decided().map(each -> each.decision().name()),
                round.decided().map(Round.Decided::reason).orElse(""),
                round.decided().flatMap(Round.Decided::until));
    }
}
