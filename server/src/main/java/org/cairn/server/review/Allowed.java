package org.cairn.server.review;

import java.time.InstantSource;
import java.util.Optional;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.cairn.server.review.Independence.Obstacle;
import org.springframework.stereotype.Component;

/// What the page of a review offers to whoever looks at it. The deeds themselves ask again.
@Component
class Allowed {
    private final Independence independence;
    private final InstantSource time;

    Allowed(Independence independence, InstantSource time) {
        this.independence = independence;
        this.time = time;
    }

    /// What whoever looks may do now.
    ///
    /// @param obstacle message key of why she may not take it; blank where she may, or need not
    /// be told
    record May(
            boolean bring,
            boolean withdraw,
            boolean resubmit,
            boolean appeal,
            boolean take,
            boolean assign,
            boolean judge,
            boolean settle,
            boolean end,
            boolean decideAppeal,
            boolean nameForAppeal,
            String obstacle) {}

    May may(Acting acting, Dossier dossier) {
        var review = dossier.review();
        var asks = review.isOfInstitution(acting) && acting.may(Role.DESIGNER);
        var judges = review.isOfBody(acting) && acting.may(Role.REVIEWER);
        var leads = review.isOfBody(acting) && acting.may(Role.ADMIN);
        var obstacle = obstacle(acting, dossier, judges);
        var free = review.state() == ReviewState.SUBMITTED;
        var state = review.state();
        var appealOpen = dossier.openAppeal().isPresent();
        return new May(
                asks && Papers.mayBring(dossier),
                asks && state.isOpen() && !appealOpen,
                asks && state == ReviewState.CHANGES_REQUESTED && !appealOpen,
                asks && Submissions.mayAppeal(dossier, time.instant()),
                judges && free && obstacle.isEmpty(),
                leads && Reviewing.mayAssign(review),
                judges && state == ReviewState.IN_REVIEW && review.isTakenBy(acting),
                judges && state == ReviewState.APPROVED_WITH_CONDITIONS && obstacle.isEmpty(),
                judges && state.isApproved() && obstacle.isEmpty(),
                judges && appealOpen && appealObstacle(acting, dossier).isEmpty(),
                leads && appealOpen,
                free ? obstacle.map(Obstacle::key).orElse("") : "");
    }

    private Optional<Obstacle> obstacle(Acting acting, Dossier dossier, boolean judges) {
        return judges
                ? Independence.named(acting.actor()).flatMap(person -> independence.against(dossier, person))
                : Optional.empty();
    }

    private Optional<Obstacle> appealObstacle(Acting acting, Dossier dossier) {
        return Independence.named(acting.actor())
                .flatMap(person -> dossier.openAppeal()
                                .flatMap(Appeal::reviewer)
                                .filter(named -> !named.equals(person))
                                .isPresent()
                        ? Optional.of(Obstacle.NO_REVIEWER)
                        : independence.againstAppeal(dossier, person));
    }
}
