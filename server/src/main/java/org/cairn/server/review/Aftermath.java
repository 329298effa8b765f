package org.cairn.server.review;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.PersonId;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the body does after a decision: conditions, appeals, taking an approval back.
/// Thread-safe.
@Service
class Aftermath {
    private final ReviewRepository rows;
    private final OutcomeRepository outcomes;
    private final Reviewing reviewing;
    private final ReviewBodies bodies;
    private final Dossiers dossiers;
    private final Independence independence;
    private final Approvals approvals;
    private final Trail trail;
    private final ReviewLetters letters;
    private final InstantSource time;

    Aftermath(
            ReviewRepository rows,
            OutcomeRepository outcomes,
            Reviewing reviewing,
            ReviewBodies bodies,
            Dossiers dossiers,
            Independence independence,
            Approvals approvals,
            Trail trail,
            ReviewLetters letters,
            InstantSource time) {
        this.rows = rows;
        this.outcomes = outcomes;
        this.reviewing = reviewing;
        this.bodies = bodies;
        this.dossiers = dossiers;
        this.independence = independence;
        this.approvals = approvals;
        this.trail = trail;
        this.letters = letters;
        this.time = time;
    }

    /// Says whether a condition was met. When all are, the approval has none left; when one is
    /// not, it ends.
    ///
    /// @return the review it belongs to
    @Transactional
    ReviewId settle(Acting by, UUID id, String met, String reason) {
        var condition =
                outcomes.condition(by.organisationId(), id).orElseThrow(() -> new NotFoundException("condition"));
        var dossier = judged(by, condition.review());
        var review = dossier.review();
        if (review.state() != ReviewState.APPROVED_WITH_CONDITIONS
                || condition.round() != dossier.round().number()
                || isSettled(dossier, condition)) {
            throw new ConflictException("review.conflict.settled");
        }
        var person = independent(dossier, by);
        if (!met.equals("yes") && !met.equals("no")) {
            throw new InputException(Fault.of("met", "review.attest.answer.form"));
        }
        var said = Reasons.of("reason", reason);
        var isMet = met.equals("yes");
        outcomes.settle(review, condition, new Condition.Settled(isMet, said, time.instant()), person);
        trail.write(review, by.actor(), isMet ? "met" : "unmet", said);
        if (!isMet) {
            end(by, dossier, said);
        } else if (allMet(review, dossier.round())) {
            rows.move(review, ReviewState.APPROVED, review.reviewer());
            letters.toInstitution(dossier, "allMet");
        }
        return review.id();
    }

    private static boolean isSettled(Dossier dossier, Condition condition) {
        return dossier.conditions().stream()
                .anyMatch(each ->
                        each.id().equals(condition.id()) && each.settled().isPresent());
    }

    private boolean allMet(Review review, Round round) {
        return outcomes.conditions(review).stream()
                .filter(each -> each.round() == round.number())
                .allMatch(each -> each.settled().map(Condition.Settled::met).orElse(false));
    }

    /// Takes an approval back, for good.
    @Transactional
    void withdrawApproval(Acting by, ReviewId id, String reason) {
        var dossier = judged(by, id);
        if (!dossier.review().state().isApproved()) {
            throw new ConflictException("review.conflict.notApproved");
        }
        independent(dossier, by);
        end(by, dossier, Reasons.of("reason", reason));
    }

    private void end(Acting by, Dossier dossier, String reason) {
        rows.move(dossier.review(), ReviewState.ENDED, dossier.review().reviewer());
        approvals.end(dossier.review(), reason);
        trail.write(dossier.review(), by.actor(), "ended", reason);
        letters.toInstitution(dossier, "ended");
    }

    /// Names who is to decide an appeal; for the body's admins.
    @Transactional
    void nameForAppeal(Acting by, ReviewId id, String person) {
        var dossier = judged(by, id);
        var appeal = dossier.openAppeal().orElseThrow(() -> new ConflictException("review.conflict.noOpenAppeal"));
        var reviewer = reviewing.reviewer(dossier, person);
        Independence.demand(independence.againstAppeal(dossier, reviewer));
        outcomes.name(dossier.review(), appeal, reviewer);
        trail.write(dossier.review(), by.actor(), "appealAssigned", "");
        letters.toReviewer(dossier, reviewer, "appealAssigned");
    }

    /// Decides an appeal. Overturned, the decision counts no more: whoever overturned it has the
    /// same text before her and decides anew.
    ///
    /// @param verdict `upheld` or `overturned`
    @Transactional
    void decideAppeal(Acting by, ReviewId id, String verdict, String reason) {
        var dossier = judged(by, id);
        var appeal = dossier.openAppeal().orElseThrow(() -> new ConflictException("review.conflict.noOpenAppeal"));
        var person = Independence.person(by);
        if (appeal.reviewer().filter(named -> !named.equals(person)).isPresent()) {
            throw new ConflictException("review.conflict.appealNotYours");
        }
        Independence.demand(independence.againstAppeal(dossier, person));
        if (!verdict.equals("upheld") && !verdict.equals("overturned")) {
            throw new InputException(Fault.of("verdict", "review.appeal.verdict.form"));
        }
        var said = Reasons.of("reason", reason);
        var upheld = verdict.equals("upheld");
        outcomes.answer(dossier.review(), appeal, new Appeal.Answer(upheld, said, person, time.instant()));
        trail.write(dossier.review(), by.actor(), verdict, said);
        if (!upheld) {
            reopen(dossier, person, said);
        }
        letters.toInstitution(dossier, verdict);
    }

    private void reopen(Dossier dossier, PersonId person, String reason) {
        var before = dossier.round();
        approvals.end(dossier.review(), reason);
        rows.insert(
                dossier.review(),
                new Round(
                        before.number() + 1,
                        before.content(),
                        before.sha256(),
                        before.packs(),
                        before.report(),
                        before.submittedBy(),
                        time.instant(),
                        Optional.empty()));
        rows.move(dossier.review(), ReviewState.IN_REVIEW, Optional.of(person));
        rows.setDue(
                dossier.review(),
                dossiers.today().plusDays(bodies.habits(dossier.review().body()).decideDays()));
    }

    private PersonId independent(Dossier dossier, Acting by) {
        var person = Independence.person(by);
        Independence.demand(independence.against(dossier, person));
        return person;
    }

    private Dossier judged(Acting by, ReviewId id) {
        var dossier = dossiers.locked(by, id);
        if (!dossier.review().isOfBody(by)) {
            throw new NotFoundException("review");
        }
        return dossier;
    }

    /// Tells both sides of conditions whose day has passed, each once.
    ///
    /// @return how many
    @Transactional
    int tellOverdue() {
        var overdue = outcomes.overdue(dossiers.today(), 100);
        for (var condition : overdue) {
            outcomes.markTold(condition, time.instant());
            outcomes.institutionOf(condition.review())
                    .flatMap(institution -> rows.seen(institution, condition.review()))
                    .map(dossiers::of)
                    .ifPresent(dossier -> {
                        trail.write(dossier.review(), "system", "overdue", condition.text(), Map.of());
                        letters.toInstitution(dossier, "overdue");
                        letters.toBody(dossier, "overdue");
                    });
        }
        return overdue.size();
    }
}
