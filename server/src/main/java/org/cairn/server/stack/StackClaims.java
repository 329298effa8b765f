package org.cairn.server.stack;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.award.AwardAnnulled;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.PersonId;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.decide.Facts;
import org.cairn.stacking.rule.Options;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Claims: made by learners, decided by registrars. A decision and what it spends are stored in one transaction, so
/// that nothing is conferred on what is spent elsewhere. Thread-safe.
@Service
class StackClaims {
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_APPEAL = 4_000;
    private static final int MOST_SHOWN = 200;

    private final ClaimRepository rows;
    private final StackRepository stacks;
    private final Registrations registrations;
    private final LearnerFacts learners;
    private final Decisions decisions;
    private final Ledger ledger;
    private final Conferral conferral;
    private final Organisations organisations;
    private final Audit audit;
    private final InstantSource time;

    StackClaims(
            ClaimRepository rows,
            StackRepository stacks,
            Registrations registrations,
            LearnerFacts learners,
            Decisions decisions,
            Ledger ledger,
            Conferral conferral,
            Organisations organisations,
            Audit audit,
            InstantSource time) {
        this.rows = rows;
        this.stacks = stacks;
        this.registrations = registrations;
        this.learners = learners;
        this.decisions = decisions;
        this.ledger = ledger;
        this.conferral = conferral;
        this.organisations = organisations;
        this.audit = audit;
        this.time = time;
    }

    /// A decision, the claim it belongs to, and the items it speaks of.
    ///
    /// @param facts what the decision was made from
    record Looked(Claim claim, StackVersion version, Facts facts, Decision decision, Map<String, Item> items) {}

    /// Asks for the award. What the decision placed is spent from now on.
    ///
    /// @throws ConflictException when an item was spent meanwhile, or she has asked before and waits
    @Transactional
    ClaimOutcome claim(SignedIn me, StackVersionId id) {
        var version = stacks.version(id).orElseThrow(() -> new NotFoundException("stack"));
        rows.lock(me.person());
        mayClaim(me.person(), version);
        if (rows.of(me.person(), version.stack()).stream()
                .anyMatch(claim -> claim.status().isOpen() || claim.status() == Claim.Status.CONFIRMED)) {
            throw new ConflictException("stack.claim.before");
        }
        var known = learners.forInstitution(me.person(), version, Days.today(time), Optional.empty());
        var decision = decisions.of(version, known.facts());
        if (!Decisions.isMet(decision)) {
            return new ClaimOutcome.NotMet(decision);
        }
        var claim = fresh(me.person(), version, known, decision);
        rows.insert(claim);
        ledger.release(decision.givesUp(), claim.id());
        ledger.spend(claim, version.rule(), decision);
        record(claim, me.actor(), "stack.claimed", Map.of("inputs", decision.inputsHash()));
        if (version.rule().options().confirmation() == Options.Confirmation.AUTOMATIC
                && decision.verdict() instanceof Decision.Verdict.Met) {
            var institution = organisations.byId(version.organisation()).orElseThrow();
            confer(Acting.system(institution), claim, version, decision, "");
            return new ClaimOutcome.Conferred(claim.id());
        }
        return new ClaimOutcome.Waiting(claim.id());
    }

    /// Under the version she is registered for, also after its last day; who is not registered, under one that is open.
    private void mayClaim(PersonId person, StackVersion version) {
        var registration = registrations.current(person, version.stack());
        if (registration.filter(now -> !now.version().equals(version.id())).isPresent()) {
            throw new ConflictException("stack.registration.other");
        }
        if (registration.isEmpty() && !version.isOpen(Days.today(time))) {
            throw new ConflictException("stack.registration.closed");
        }
    }

    private Claim fresh(PersonId person, StackVersion version, LearnerFacts.Known known, Decision decision) {
        return new Claim(
                new ClaimId(UUID.randomUUID()),
                version.organisation(),
                version.stack(),
                version.id(),
                person,
                Claim.Status.CLAIMED,
                known.facts(),
                decision.inputsHash(),
                time.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// The decision as of the day of the claim, with what is known now: what was annulled since is no longer counted.
    Looked look(OrganisationId organisation, ClaimId id) {
        return look(rows.byId(id)
                .filter(claim -> claim.organisation().equals(organisation))
                .orElseThrow(() -> new NotFoundException("claim")));
    }

    Looked look(Claim claim) {
        var version = stacks.version(claim.version()).orElseThrow();
        var known = learners.forInstitution(claim.person(), version, day(claim), Optional.of(claim.id()));
        // A decided claim is shown as it was decided; rule and facts give the same decision again.
        var facts = claim.status().isOpen() ? known.facts() : claim.facts();
        return new Looked(claim, version, facts, decisions.of(version, facts), known.items());
    }

    private static LocalDate day(Claim claim) {
        return LocalDate.ofInstant(claim.claimedAt(), ZoneOffset.UTC);
    }

    /// Confers the award.
    ///
    /// @param reason may be empty
    /// @throws ConflictException when it was decided before, or the rule is no longer met
    @Transactional
    void confirm(Acting by, ClaimId id, String reason) {
        var claim = open(by, id);
        rows.lock(claim.person());
        var looked = look(claim);
        if (!Decisions.isMet(looked.decision())) {
            throw new ConflictException("stack.claim.unmet");
        }
        if (!looked.decision().inputsHash().equals(claim.inputsHash())) {
            respend(looked);
        }
        confer(by, claim, looked.version(), looked.decision(), reason);
    }

    private void respend(Looked looked) {
        var claim = looked.claim();
        ledger.release(claim.id());
        ledger.spend(claim, looked.version().rule(), looked.decision());
        rows.relook(claim.id(), looked.facts(), looked.decision().inputsHash());
    }

    private void confer(Acting by, Claim claim, StackVersion version, Decision decision, String reason) {
        var words = reason(reason, false);
        var award = conferral.confer(by, claim, version, decision);
        rows.decide(claim.id(), Claim.Status.CONFIRMED, words, Optional.of(award), by.actor(), time.instant());
        record(
                claim,
                by.actor(),
                "stack.confirmed",
                words.map(text -> Map.of("reason", text)).orElse(Map.of()));
    }

    /// @throws InputException without a reason: a learner must know what to appeal against
    @Transactional
    void refuse(Acting by, ClaimId id, String reason) {
        var claim = open(by, id);
        var words = reason(reason, true);
        free(claim);
        rows.decide(id, Claim.Status.REFUSED, words, Optional.empty(), by.actor(), time.instant());
        record(claim, by.actor(), "stack.refused", Map.of("reason", words.orElseThrow()));
    }

    private void free(Claim claim) {
        ledger.release(claim.id());
        ledger.restore(claim.id());
    }

    @Transactional
    void withdraw(SignedIn me, ClaimId id) {
        var claim = mine(me, id);
        if (!claim.status().isOpen()) {
            throw new ConflictException("stack.claim.decided");
        }
        free(claim);
        rows.withdraw(id);
        record(claim, me.actor(), "stack.withdrawn", Map.of());
    }

    /// Asks for a second look at a refusal. What was free meanwhile is spent again.
    ///
    /// @throws ConflictException when nothing was refused, or an item was spent meanwhile
    @Transactional
    void appeal(SignedIn me, ClaimId id, String text) {
        var claim = mine(me, id);
        if (text.isBlank() || text.length() > LONGEST_APPEAL) {
            throw new InputException(Fault.of("appeal", "stack.appeal.form", LONGEST_APPEAL));
        }
        if (claim.status() != Claim.Status.REFUSED || claim.appeal().isPresent()) {
            throw new ConflictException("stack.appeal.once");
        }
        rows.lock(me.person());
        if (rows.of(me.person(), claim.stack()).stream()
                .anyMatch(other -> other.status().isOpen())) {
            throw new ConflictException("stack.claim.before");
        }
        var version = stacks.version(claim.version()).orElseThrow();
        var decision = decisions.of(version, claim.facts());
        ledger.release(decision.givesUp(), claim.id());
        ledger.spend(claim, version.rule(), decision);
        rows.appeal(id, text.strip(), time.instant());
        record(claim, me.actor(), "stack.appealed", Map.of());
    }

    /// An award that is annulled frees what it was built on.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AwardAnnulled event) {
        rows.byAward(event.award()).ifPresent(claim -> ledger.release(claim.id()));
    }

    List<Claim> waiting(OrganisationId organisation, int limit) {
        return rows.waiting(organisation, limit);
    }

    List<Claim> decided(OrganisationId organisation, int limit) {
        return rows.decided(organisation, limit);
    }

    int countWaiting(OrganisationId organisation) {
        return rows.countWaiting(organisation);
    }

    /// Newest first.
    List<Claim> of(PersonId person, StackId stack) {
        return rows.of(person, stack);
    }

    /// Everything one learner claimed, newest first.
    List<Claim> of(PersonId person) {
        return rows.of(person, MOST_SHOWN);
    }

    /// A learner's own claim.
    Looked look(SignedIn me, ClaimId id) {
        return look(rows.byId(id)
                .filter(claim -> claim.person().equals(me.person()))
                .orElseThrow(() -> new NotFoundException("claim")));
    }

    private Claim open(Acting by, ClaimId id) {
        var claim = rows.locked(id)
                .filter(each -> each.organisation().equals(by.organisationId()))
                .orElseThrow(() -> new NotFoundException("claim"));
        if (!claim.status().isOpen()) {
            throw new ConflictException("stack.claim.decided");
        }
        return claim;
    }

    private Claim mine(SignedIn me, ClaimId id) {
        return rows.locked(id)
                .filter(each -> each.person().equals(me.person()))
                .orElseThrow(() -> new NotFoundException("claim"));
    }

    private static Optional<String> reason(String reason, boolean needed) {
        if (reason.length() > LONGEST_REASON || (needed && reason.isBlank())) {
            throw new InputException(Fault.of("reason", "stack.reason.form"));
        }
        return Optional.of(reason.strip()).filter(words -> !words.isEmpty());
    }

    private void record(Claim claim, String actor, String action, Map<String, String> detail) {
        audit.record(new Audit.Deed(
                Optional.of(claim.organisation().value()),
                actor,
                action,
                claim.id().subject(),
                detail));
    }
}
