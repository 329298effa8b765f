package org.cairn.server.stack;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cairn.server.award.Award;
import org.cairn.server.award.AwardAbsorbed;
import org.cairn.server.award.AwardAnnulled;
import org.cairn.server.award.Awards;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.issue.CredentialStatus;
import org.cairn.server.issue.CredentialStatusChanged;
import org.cairn.server.issue.Credentials;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.NotFoundException;
import org.cairn.stacking.rule.Options;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Looks at awards that lost a component. Nothing is taken away by itself: a person decides, with a reason.
/// Thread-safe.
@Service
class ImpactReviews {
    private final JdbcClient jdbc;
    private final ClaimRepository claims;
    private final StackRepository stacks;
    private final Ledger ledger;
    private final LearnerFacts learners;
    private final Decisions decisions;
    private final Awards awards;
    private final Credentials credentials;
    private final Audit audit;
    private final InstantSource time;

    ImpactReviews(
            JdbcClient jdbc,
            ClaimRepository claims,
            StackRepository stacks,
            Ledger ledger,
            LearnerFacts learners,
            Decisions decisions,
            Awards awards,
            Credentials credentials,
            Audit audit,
            InstantSource time) {
        this.jdbc = jdbc;
        this.claims = claims;
        this.stacks = stacks;
        this.ledger = ledger;
        this.learners = learners;
        this.decisions = decisions;
        this.awards = awards;
        this.credentials = credentials;
        this.audit = audit;
        this.time = time;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AwardAnnulled event) {
        // What was looked at because of a component is settled with the award itself.
        claims.byAward(event.award())
                .ifPresent(claim -> closeAll(claim, Review.Outcome.ANNULLED, event.reason(), event.actor()));
        open(event.award().toString(), Review.Cause.ANNULLED);
    }

    /// A component that was given up for another award than the one it is counted for.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(AwardAbsorbed event) {
        ledger.confirmedOn(event.award().toString()).stream()
                .map(id -> claims.byId(id).orElseThrow())
                .filter(claim -> !claim.award().equals(Optional.of(event.into())))
                .forEach(claim -> openFor(claim, event.award().toString(), Review.Cause.ABSORBED));
    }

    /// A credential taken back while its award stands. One that another has replaced takes nothing away.
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(CredentialStatusChanged event) {
        if (event.to() != CredentialStatus.REVOKED || event.replaced()) {
            return;
        }
        credentials.byId(event.credential()).ifPresent(credential -> {
            var stands = awards.byIds(List.of(credential.award())).stream().allMatch(Award::isStanding);
            if (stands) {
                open(credential.award().toString(), Review.Cause.REVOKED);
            }
        });
    }

    /// Components whose own last day has passed, of stacks that want to look at that.
    ///
    /// @return how many looks were opened
    @Transactional
    int openExpired() {
        var today = Days.today(time);
        var opened = 0;
        for (var use : inUse()) {
            var claim = claims.byId(use.claim()).orElseThrow();
            var version = stacks.version(claim.version()).orElseThrow();
            var expired = claim.facts().holdings().stream()
                    .filter(held -> held.award().equals(use.item()))
                    .anyMatch(held -> held.expiresOn().filter(today::isAfter).isPresent());
            if (expired && version.rule().options().expiry() == Options.Expiry.REVIEW) {
                opened += insert(claim, use.item(), Review.Cause.EXPIRED);
            }
        }
        return opened;
    }

    private record InUse(ClaimId claim, String item) {}

    private List<InUse> inUse() {
        return jdbc.sql("""
                select u.claim_id, u.item from stack_use u join stack_claim c on c.id = u.claim_id
                where u.released_at is null and c.status = 'CONFIRMED'
                  and not exists (select 1 from impact_review r where r.claim_id = u.claim_id and r.item = u.item)
                """)
                .query((row, n) -> new InUse(new ClaimId(row.getObject(1, UUID.class)), row.getString(2)))
                .list();
    }

    private void open(String item, Review.Cause cause) {
        for (var id : ledger.confirmedOn(item)) {
            openFor(claims.byId(id).orElseThrow(), item, cause);
        }
    }

    private void openFor(Claim claim, String item, Review.Cause cause) {
        var version = stacks.version(claim.version()).orElseThrow();
        if (version.rule().options().annulment() == Options.Annulment.REVIEW) {
            insert(claim, item, cause);
        }
    }

    private int insert(Claim claim, String item, Review.Cause cause) {
        var id = new ReviewId(UUID.randomUUID());
        var inserted = jdbc.sql("""
                insert into impact_review (id, organisation_id, claim_id, item, cause, opened_at)
                values (:id, :organisation, :claim, :item, :cause, :at)
                on conflict (claim_id, item) where closed_at is null do nothing
                """)
                .param("id", id.value())
                .param("organisation", claim.organisation().value())
                .param("claim", claim.id().value())
                .param("item", item)
                .param("cause", cause.name())
                .param("at", time.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (inserted > 0) {
            record(claim.organisation(), "system", "review.opened", id, Map.of("cause", cause.name()));
        }
        return inserted;
    }

    /// Decides about one.
    ///
    /// @throws ConflictException when it was decided before, or nothing else meets the rule
    @Transactional
    void close(Acting by, ReviewId id, Review.Outcome outcome, String reason) {
        if (reason.isBlank() || reason.length() > 1_000) {
            throw new InputException(Fault.of("reason", "stack.reason.form"));
        }
        var review = byId(by.organisationId(), id).orElseThrow(() -> new NotFoundException("review"));
        var claim = claims.locked(review.claim()).orElseThrow();
        if (!close(review.id(), outcome, reason.strip(), by.actor(), time.instant())) {
            throw new ConflictException("stack.review.before");
        }
        record(
                by.organisationId(),
                by.actor(),
                "review.closed",
                id,
                Map.of("outcome", outcome.name(), "reason", reason.strip()));
        switch (outcome) {
            case STANDS -> {}
            case REPLACED -> replace(claim);
            case ANNULLED -> awards.annul(by, claim.award().orElseThrow(), reason.strip());
        }
    }

    /// Whether what she holds today meets the rule without what was lost.
    boolean canReplace(Review review) {
        var claim = claims.byId(review.claim()).orElseThrow();
        var version = stacks.version(claim.version()).orElseThrow();
        return Decisions.isMet(decisions.of(version, known(claim, version).facts()));
    }

    private void replace(Claim claim) {
        claims.lock(claim.person());
        var version = stacks.version(claim.version()).orElseThrow();
        var facts = known(claim, version).facts();
        var decision = decisions.of(version, facts);
        if (!Decisions.isMet(decision)) {
            throw new ConflictException("stack.review.unmet");
        }
        ledger.release(claim.id());
        ledger.spend(claim, version.rule(), decision);
        claims.relook(claim.id(), facts, decision.inputsHash());
    }

    private LearnerFacts.Known known(Claim claim, StackVersion version) {
        return learners.forInstitution(claim.person(), version, Days.today(time), Optional.of(claim.id()));
    }

    private void closeAll(Claim claim, Review.Outcome outcome, String reason, String actor) {
        jdbc.sql("select id from impact_review where claim_id = :claim and closed_at is null")
                .param("claim", claim.id().value())
                .query((row, n) -> new ReviewId(row.getObject(1, UUID.class)))
                .list()
                .forEach(id -> close(id, outcome, reason, actor, time.instant()));
    }

    private boolean close(ReviewId id, Review.Outcome outcome, String reason, String actor, Instant at) {
        return jdbc.sql("""
                        update impact_review set outcome = :outcome, reason = :reason, closed_by = :actor, closed_at = :at
                        where id = :id and closed_at is null
                        """)
                        .param("outcome", outcome.name())
                        .param("reason", reason)
                        .param("actor", actor)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("id", id.value())
                        .update()
                == 1;
    }

    Optional<Review> byId(OrganisationId organisation, ReviewId id) {
        return jdbc.sql("select * from impact_review where organisation_id = :organisation and id = :id")
                .param("organisation", organisation.value())
                .param("id", id.value())
                .query((row, n) -> review(row))
                .optional();
    }

    /// The longest waiting first.
    List<Review> waiting(OrganisationId organisation, int limit) {
        return jdbc.sql("""
                select * from impact_review where organisation_id = :organisation and closed_at is null
                order by opened_at, id limit :limit
                """)
                .param("organisation", organisation.value())
                .param("limit", limit)
                .query((row, n) -> review(row))
                .list();
    }

    private void record(
            OrganisationId organisation, String actor, String action, ReviewId id, Map<String, String> detail) {
        audit.record(new Audit.Deed(Optional.of(organisation.value()), actor, action, id.subject(), detail));
    }

    private static Review review(ResultSet row) throws SQLException {
        return new Review(
                new ReviewId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                new ClaimId(row.getObject("claim_id", UUID.class)),
                row.getString("item"),
                Review.Cause.valueOf(row.getString("cause")),
                row.getTimestamp("opened_at").toInstant(),
                Optional.ofNullable(row.getString("outcome")).map(Review.Outcome::valueOf),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(java.sql.Timestamp::toInstant));
    }
}
