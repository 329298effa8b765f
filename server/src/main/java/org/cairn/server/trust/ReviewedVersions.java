package org.cairn.server.trust;

import java.util.Optional;
import java.util.Set;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.review.ApprovalLost;
import org.cairn.server.review.VersionApproved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Signs what a quality body decided in a review, in the transaction of the decision, and withdraws it when the
/// approval
/// is lost. What an institution's own team approves is no business of the world's.
@Component
class ReviewedVersions {
    private static final String LOST = "The approval ended in the review in which it was given";

    private final Accreditations accreditations;
    private final Organisations organisations;

    ReviewedVersions(Accreditations accreditations, Organisations organisations) {
        this.accreditations = accreditations;
        this.organisations = organisations;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(VersionApproved event) {
        var scope = new Scope(
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                event.packs(),
                event.decidedOn(),
                Optional.of(event.until()));
        body(event.body())
                .ifPresent(body -> accreditations.sign(
                        Acting.system(body),
                        new Accreditations.Wish(
                                Accreditations.Kind.VERSION,
                                accreditations.address(event.version()),
                                scope,
                                Optional.empty(),
                                Optional.of(event.review().value()))));
    }

    /// The reasons of a review are its two sides' and stay with them: the world learns that, not why.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ApprovalLost event) {
        body(event.body())
                .ifPresent(body -> accreditations.lost(
                        Acting.system(body), event.version(), event.review().value(), LOST));
    }

    private Optional<Organisation> body(OrganisationId id) {
        return organisations.byId(id).filter(body -> body.kind() == Organisation.Kind.QUALITY_BODY);
    }
}
