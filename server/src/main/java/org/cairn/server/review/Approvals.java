package org.cairn.server.review;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.catalogue.PublishedSpec;
import org.cairn.server.catalogue.SpecVersionPublished;
import org.cairn.server.catalogue.Specs;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Brings approvals and published versions together: an approval holds for a version when its
/// text is exactly the one that was judged, whichever of the two came first. Thread-safe.
@Service
class Approvals {
    private final ReviewRepository rows;
    private final OutcomeRepository outcomes;
    private final Snapshot snapshot;
    private final Specs specs;
    private final ApplicationEventPublisher events;
    private final InstantSource time;

    Approvals(
            ReviewRepository rows,
            OutcomeRepository outcomes,
            Snapshot snapshot,
            Specs specs,
            ApplicationEventPublisher events,
            InstantSource time) {
        this.rows = rows;
        this.outcomes = outcomes;
        this.snapshot = snapshot;
        this.specs = specs;
        this.events = events;
        this.time = time;
    }

    /// After a decision: the version with this text, where it has been published already.
    void decided(Review review, Round round, Round.Decided decided) {
        specs.versions(review.organisation(), review.spec()).stream()
                .filter(version -> isOf(round, version))
                .findFirst()
                .ifPresent(version -> note(review, round, decided, version));
    }

    /// After publishing: reviews that approved exactly this text.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SpecVersionPublished event) {
        var version = specs.published(event.version()).orElseThrow();
        rows.lockedOfSpec(event.organisation(), version.spec()).stream()
                .filter(review -> review.state().isApproved())
                .forEach(review -> {
                    var round = rows.rounds(review).getLast();
                    if (isOf(round, version)) {
                        round.decided().ifPresent(decided -> note(review, round, decided, version));
                    }
                });
    }

    private boolean isOf(Round round, PublishedSpec version) {
        return snapshot.isSame(round.content(), version.content());
    }

    /// One whose last day has passed meanwhile is none.
    private void note(Review review, Round round, Round.Decided decided, PublishedSpec version) {
        var approval = new Approval(
                UUID.randomUUID(),
                review.id(),
                review.organisation(),
                review.body(),
                version.id(),
                round.packs().stream().map(Round.PackRef::name).toList(),
                day(decided.at()),
                decided.until().orElseThrow(),
                0,
                Optional.empty());
        if (approval.standsOn(day(time.instant())) && outcomes.add(approval, round.number())) {
            events.publishEvent(new VersionApproved(
                    review.id(),
                    review.body(),
                    review.organisation(),
                    version.id(),
                    approval.decidedOn(),
                    approval.until(),
                    approval.packs()));
        }
    }

    /// Ends what the review approved.
    void end(Review review, String reason) {
        var now = time.instant();
        outcomes.approvals(review).stream()
                .filter(approval -> approval.ended().isEmpty())
                .forEach(approval -> {
                    outcomes.end(approval, now, reason);
                    events.publishEvent(new ApprovalLost(
                            review.id(), review.body(), review.organisation(), approval.version(), day(now), reason));
                });
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
