package org.cairn.server.review;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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

/// The reviewer's deeds up to the decision: taking a review, giving it back, judging rule by
/// rule. Thread-safe.
@Service
class Reviewing {
    private final ReviewRepository rows;
    private final PaperRepository papers;
    private final Dossiers dossiers;
    private final Independence independence;
    private final Trail trail;
    private final ReviewLetters letters;
    private final InstantSource time;

    Reviewing(
            ReviewRepository rows,
            PaperRepository papers,
            Dossiers dossiers,
            Independence independence,
            Trail trail,
            ReviewLetters letters,
            InstantSource time) {
        this.rows = rows;
        this.papers = papers;
        this.dossiers = dossiers;
        this.independence = independence;
        this.trail = trail;
        this.letters = letters;
        this.time = time;
    }

    /// Takes it on oneself.
    ///
    /// @throws ConflictException when somebody has it, or whoever acts has a part in it
    @Transactional
    void take(Acting by, ReviewId id) {
        var dossier = before(by, id);
        var person = Independence.person(by);
        demandFree(dossier);
        Independence.demand(independence.against(dossier, person));
        rows.move(dossier.review(), ReviewState.IN_REVIEW, Optional.of(person));
        trail.write(dossier.review(), by.actor(), "taken", "");
        letters.toInstitution(dossier, "taken");
    }

    /// Gives it to one of the body's reviewers, also when another has it and does not come to it;
    /// for its admins.
    @Transactional
    void assign(Acting by, ReviewId id, String person) {
        var dossier = before(by, id);
        if (!mayAssign(dossier.review())) {
            throw new ConflictException("review.conflict.notFree");
        }
        var reviewer = reviewer(dossier, person);
        Independence.demand(independence.against(dossier, reviewer));
        rows.move(dossier.review(), ReviewState.IN_REVIEW, Optional.of(reviewer));
        trail.write(dossier.review(), by.actor(), "assigned", "");
        letters.toReviewer(dossier, reviewer, "assigned");
    }

    static boolean mayAssign(Review review) {
        return review.state() == ReviewState.SUBMITTED || review.state() == ReviewState.IN_REVIEW;
    }

    /// One of the body's reviewers.
    ///
    /// @throws InputException when it is none of them
    PersonId reviewer(Dossier dossier, String person) {
        return independence.reviewers(dossier.review().body()).stream()
                .filter(member -> member.person().toString().equals(person))
                .findFirst()
                .orElseThrow(() -> new InputException(Fault.of("person", "review.assign.form")))
                .person();
    }

    /// Gives it back to the queue.
    ///
    /// @param conflict whether she has found that she has a stake in it: then she never gets it
    /// again, and nothing she said counts
    @Transactional
    void handBack(Acting by, ReviewId id, boolean conflict, String reason) {
        var dossier = taken(by, id);
        var said = Reasons.of("reason", reason);
        if (conflict) {
            papers.addConflict(dossier.review(), Independence.person(by), said, time.instant());
        }
        rows.move(dossier.review(), ReviewState.SUBMITTED, Optional.empty());
        trail.write(dossier.review(), by.actor(), conflict ? "conflict" : "handedBack", said);
        letters.toBody(dossier, "handedBack");
    }

    /// Judges one rule. What was said before stays and counts no more.
    @Transactional
    void attest(Acting by, ReviewId id, Attestation.Wish wish) {
        var dossier = taken(by, id);
        Independence.demand(independence.against(dossier, Independence.person(by)));
        var said = checked(by, dossier, wish);
        papers.add(dossier.review(), said);
        trail.write(
                dossier.review(),
                by.actor(),
                said.answer() ? "attested" : "denied",
                said.rule() + ": " + said.reason());
    }

    private Attestation checked(Acting by, Dossier dossier, Attestation.Wish wish) {
        var faults = new ArrayList<Fault>();
        if (dossier.rule(wish.rule()).filter(Asks::judgement).isEmpty()) {
            faults.add(Fault.of("rule", "review.attest.rule.form"));
        }
        if (!wish.answer().equals("yes") && !wish.answer().equals("no")) {
            faults.add(Fault.of("answer", "review.attest.answer.form"));
        }
        check(() -> Reasons.of("reason", wish.reason()), faults);
        check(() -> Reasons.of("basis", wish.basis(), 3, 500), faults);
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
        return new Attestation(
                UUID.randomUUID(),
                dossier.round().number(),
                wish.rule(),
                wish.answer().equals("yes"),
                wish.reason().strip(),
                wish.basis().strip(),
                Independence.person(by),
                time.instant());
    }

    private static void check(Runnable text, List<Fault> faults) {
        try {
            text.run();
        } catch (InputException e) {
            faults.addAll(e.faults());
        }
    }

    private Dossier before(Acting by, ReviewId id) {
        var dossier = dossiers.locked(by, id);
        if (!dossier.review().isOfBody(by)) {
            throw new NotFoundException("review");
        }
        return dossier;
    }

    /// @throws ConflictException when it is not before whoever acts
    Dossier taken(Acting by, ReviewId id) {
        var dossier = before(by, id);
        Independence.person(by);
        if (dossier.review().state() != ReviewState.IN_REVIEW
                || !dossier.review().isTakenBy(by)) {
            throw new ConflictException("review.conflict.notYours");
        }
        return dossier;
    }

    private static void demandFree(Dossier dossier) {
        if (dossier.review().state() != ReviewState.SUBMITTED) {
            throw new ConflictException("review.conflict.notFree");
        }
    }
}
