package org.cairn.server.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.award.Award;
import org.cairn.server.award.AwardId;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.server.identity.SignedIn;
import org.cairn.server.issue.Credentials;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.cairn.stacking.decide.Decision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@CairnTest
@Import(StackFixtures.class)
class StackClaimsTest {
    @Autowired
    StackClaims claims;

    @Autowired
    ImpactReviews reviews;

    @Autowired
    Registrations registrations;

    @Autowired
    Recognitions recognitions;

    @Autowired
    Awards awards;

    @Autowired
    Credentials credentials;

    @Autowired
    StackFixtures stacks;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private Acting registrar;
    private SpecVersionId certificate;
    private List<SpecVersionId> modules;
    private EmailAddress address;
    private Person learner;
    private SignedIn me;

    @BeforeEach
    void aLearnerWithTwoModules() {
        registrar = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        certificate = stacks.aModule(registrar, "Certificate", 10, 6);
        modules = List.of(
                stacks.aModule(registrar, "Reading maps", 5, 6), stacks.aModule(registrar, "Drawing maps", 5, 6));
        address = fixtures.anAddress();
        learner = fixtures.aPerson(address);
        me = stacks.signedIn(learner);
    }

    private List<Award> holdsBoth() {
        return modules.stream()
                .map(spec -> stacks.award(registrar, spec, learner, address))
                .toList();
    }

    private StackVersion aCertificate() {
        return stacks.aCertificate(registrar, certificate, modules, "L6", "");
    }

    private ClaimId claimed(StackVersion version) {
        return ((ClaimOutcome.Waiting) claims.claim(me, version.id())).claim();
    }

    @Test
    void a_claim_that_the_registrar_confirms_becomes_an_award_of_the_learner() {
        holdsBoth();
        var version = aCertificate();

        claims.confirm(registrar, claimed(version), "All seen.");

        var claim = claims.of(learner.id(), version.stack()).getFirst();
        var award = awards.byIds(List.of(claim.award().orElseThrow())).getFirst();
        assertThat(claim.status()).isEqualTo(Claim.Status.CONFIRMED);
        assertThat(award.spec()).isEqualTo(certificate);
        assertThat(award.recipient().holder()).contains(learner.id());
        assertThat(credentials.ofAwards(List.of(award.id()))).hasSize(1);
    }

    @Test
    void what_is_missing_is_said_and_nothing_is_stored() {
        stacks.award(registrar, modules.getFirst(), learner, address);
        var version = aCertificate();

        var outcome = claims.claim(me, version.id());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ClaimOutcome.NotMet.class,
                        notMet -> assertThat(notMet.decision().shortfalls())
                                .first()
                                .isInstanceOf(Decision.Shortfall.OfSlot.class));
        assertThat(claims.of(learner.id(), version.stack())).isEmpty();
    }

    @Test
    void an_item_that_is_spent_at_a_level_is_not_counted_for_another_award_of_that_level() {
        holdsBoth();
        claimed(aCertificate());

        var second = claims.claim(me, aCertificate().id());

        assertThat(second)
                .isInstanceOfSatisfying(
                        ClaimOutcome.NotMet.class,
                        notMet -> assertThat(notMet.decision().unused())
                                .extracting(Decision.Unused::reason)
                                .hasOnlyElementsOfType(Decision.Reason.UsedElsewhere.class));
    }

    @Test
    void an_item_may_count_at_another_level() {
        holdsBoth();
        claimed(aCertificate());

        var higher = claims.claim(
                me,
                stacks.aCertificate(registrar, certificate, modules, "L7", "").id());

        assertThat(higher).isInstanceOf(ClaimOutcome.Waiting.class);
    }

    @Test
    void of_many_claims_at_once_one_spends_the_credential() throws Exception {
        holdsBoth();
        var versions = Stream.generate(this::aCertificate).limit(8).toList();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var tasks = versions.stream().<Callable<ClaimOutcome>>map(version -> () -> claims.claim(me, version.id()));
            var outcomes = threads.invokeAll(tasks.toList());

            assertThat(outcomes)
                    .extracting(each -> each.get() instanceof ClaimOutcome.Waiting)
                    .containsOnlyOnce(true);
        }
        assertThat(spent()).isEqualTo(2);
    }

    /// Whatever the program believes: the database is asked directly, from several connections.
    @Test
    void the_database_itself_refuses_a_second_use() throws Exception {
        var held = holdsBoth().getFirst().id().toString();
        var first = claimed(aCertificate());
        jdbc.sql("update stack_use set released_at = now() where claim_id = :claim")
                .param("claim", first.value())
                .update();

        try (var threads = Executors.newFixedThreadPool(6)) {
            var outcomes = threads.invokeAll(Stream.generate(() -> (Callable<Boolean>) () -> spend(first, held))
                    .limit(6)
                    .toList());

            assertThat(outcomes).extracting(each -> each.get()).containsOnlyOnce(true);
        }
    }

    /// A claim of its own that spends the item, in one transaction of its own.
    private boolean spend(ClaimId like, String item) {
        try {
            return jdbc.sql("""
                            with fresh as (
                              insert into stack_claim (id, organisation_id, stack_id, version_id, person_id, status,
                                facts, inputs_hash, claimed_at)
                              select gen_random_uuid(), organisation_id, stack_id, version_id, person_id, 'WITHDRAWN',
                                facts, inputs_hash, claimed_at from stack_claim where id = :claim
                              returning id, organisation_id)
                            insert into stack_use (id, organisation_id, claim_id, item, level, reach, credits, used_at)
                            select gen_random_uuid(), organisation_id, id, :item, 'L6', 'LEVEL', 5, now() from fresh
                            """)
                            .param("item", item)
                            .param("claim", like.value())
                            .update()
                    == 1;
        } catch (DataAccessException refused) {
            return false;
        }
    }

    private int spent() {
        return jdbc.sql("""
                select count(*) from stack_use u join stack_claim c on c.id = u.claim_id
                where c.person_id = :person and u.released_at is null
                """)
                .param("person", learner.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void a_refusal_frees_what_was_spent_and_can_be_appealed_once() {
        holdsBoth();
        var version = aCertificate();
        var claim = claimed(version);

        claims.refuse(registrar, claim, "The project was not your own.");
        assertThat(spent()).isZero();
        claims.appeal(me, claim, "It was, see the log.");

        assertThat(spent()).isEqualTo(2);
        claims.refuse(registrar, claim, "The log shows another hand.");
        assertThatThrownBy(() -> claims.appeal(me, claim, "Please.")).isInstanceOf(ConflictException.class);
    }

    @Test
    void a_refusal_needs_a_reason() {
        holdsBoth();
        var claim = claimed(aCertificate());

        assertThatThrownBy(() -> claims.refuse(registrar, claim, " ")).isInstanceOf(InputException.class);
    }

    @Test
    void a_withdrawn_claim_frees_what_was_spent() {
        holdsBoth();

        claims.withdraw(me, claimed(aCertificate()));

        assertThat(spent()).isZero();
    }

    @Test
    void a_claim_of_somebody_else_or_of_another_institution_is_not_there() {
        holdsBoth();
        var claim = claimed(aCertificate());
        var stranger = stacks.signedIn(fixtures.aPerson(fixtures.anAddress()));
        var neighbour = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);

        assertThatThrownBy(() -> claims.withdraw(stranger, claim)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> claims.confirm(neighbour, claim, "")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> claims.look(neighbour.organisationId(), claim)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void what_was_annulled_since_the_claim_is_not_conferred_on() {
        var held = holdsBoth();
        var claim = claimed(aCertificate());

        awards.annul(registrar, held.getFirst().id(), "Plagiarism.");

        assertThatThrownBy(() -> claims.confirm(registrar, claim, "")).isInstanceOf(ConflictException.class);
    }

    @Test
    void a_component_annulled_later_opens_a_review_that_a_person_closes() {
        var held = holdsBoth();
        var version = aCertificate();
        claims.confirm(registrar, claimed(version), "");

        awards.annul(registrar, held.getFirst().id(), "Plagiarism.");

        var review = reviews.waiting(registrar.organisationId(), 10).getFirst();
        assertThat(review.cause()).isEqualTo(Review.Cause.ANNULLED);
        assertThat(reviews.canReplace(review)).isFalse();
        assertThatThrownBy(() -> reviews.close(registrar, review.id(), Review.Outcome.REPLACED, "Try."))
                .isInstanceOf(ConflictException.class);
        reviews.close(registrar, review.id(), Review.Outcome.ANNULLED, "Nothing left to stand on.");
        var claim = claims.of(learner.id(), version.stack()).getFirst();
        assertThat(awards.byIds(List.of(claim.award().orElseThrow())).getFirst().isAnnulled())
                .isTrue();
        assertThat(spent()).isZero();
        assertThat(reviews.waiting(registrar.organisationId(), 10)).isEmpty();
    }

    @Test
    void another_item_can_take_the_place_of_one_that_was_lost() {
        var held = holdsBoth();
        var third = stacks.aModule(registrar, "Printing maps", 5, 6);
        modules = List.of(modules.get(0), modules.get(1), third);
        var version = aCertificate();
        claims.confirm(registrar, claimed(version), "");
        stacks.award(registrar, third, learner, address);
        var lost = held.stream()
                .filter(award -> claims.look(registrar.organisationId(), id(version)).decision().allocation().stream()
                        .anyMatch(placed -> placed.award().equals(award.id().toString())))
                .findFirst()
                .orElseThrow();

        credentials.revoke(
                registrar, credentials.ofAwards(List.of(lost.id())).getFirst().id(), "Signed in error.");

        var review = reviews.waiting(registrar.organisationId(), 10).getFirst();
        assertThat(review.cause()).isEqualTo(Review.Cause.REVOKED);
        assertThat(reviews.canReplace(review)).isTrue();
        reviews.close(registrar, review.id(), Review.Outcome.REPLACED, "Printing takes its place.");
        assertThat(spent()).isEqualTo(2);
    }

    private ClaimId id(StackVersion version) {
        return claims.of(learner.id(), version.stack()).getFirst().id();
    }

    @Test
    void a_component_that_has_expired_since_opens_a_review_once() {
        modules = List.of(modules.getFirst(), stacks.aModule(registrar, "First aid", 5, 6, Optional.of(1)));
        var held = holdsBoth();
        claims.confirm(registrar, claimed(aCertificate()), "");

        reviews.openExpired();
        reviews.openExpired();

        assertThat(reviews.waiting(registrar.organisationId(), 10))
                .extracting(Review::cause, Review::item)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(
                        Review.Cause.EXPIRED, held.getLast().id().toString()));
    }

    @Test
    void a_registrar_does_not_see_what_a_learner_holds_from_elsewhere_and_the_rule_has_no_use_for() {
        var held = holdsBoth();
        var neighbour = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        var elsewhere =
                stacks.award(neighbour, stacks.aModule(neighbour, "Calming a conflict", 5, 6), learner, address);

        var looked = claims.look(registrar.organisationId(), claimed(aCertificate()));

        assertThat(looked.claim().facts().holdings())
                .extracting(holding -> holding.award())
                .doesNotContain(elsewhere.id().toString())
                .contains(held.getFirst().id().toString());
        assertThat(looked.decision().unused())
                .noneMatch(unused -> unused.award().equals(elsewhere.id().toString()));
    }

    /// Prior learning stands for the second module, as far as the rule lets it.
    @Test
    void what_was_recognised_counts_within_the_rules_limit_and_is_no_component() {
        stacks.award(registrar, modules.getFirst(), learner, address);
        recognised(modules.getLast());
        var limited = stacks.aCertificate(
                registrar, certificate, modules, "L6", "  - shareAtMost: {fraction: 1/4, of: {source: [RPL]}}");
        var version = aCertificate();

        assertThat(claims.claim(me, limited.id())).isInstanceOf(ClaimOutcome.NotMet.class);
        claims.confirm(registrar, claimed(version), "");

        assertThat(awards.components(conferred(version))).hasSize(1);
        assertThat(spent()).isEqualTo(2);
    }

    private void recognised(SpecVersionId module) {
        var asked = recognitions.ask(
                me,
                registrar.organisationId(),
                new Recognition.Wish(
                        Recognition.Kind.PRIOR_LEARNING,
                        "Ten years of drawing maps",
                        "",
                        "Maps in three atlases, attached by name.",
                        StackFixtures.MAY_DAY,
                        new BigDecimal(5),
                        Optional.of(stacks.specOf(module))));
        recognitions.grant(
                registrar,
                asked,
                new Recognition.Granted(new BigDecimal(5), Optional.of(6), Optional.empty()),
                "Seen.");
    }

    @Test
    void a_credential_signed_anew_opens_no_review() {
        var held = holdsBoth();
        claims.confirm(registrar, claimed(aCertificate()), "");

        credentials.reissue(
                registrar,
                credentials.ofAwards(List.of(held.getFirst().id())).getFirst().id(),
                "Name corrected.");

        assertThat(reviews.waiting(registrar.organisationId(), 10)).isEmpty();
    }

    @Test
    void a_higher_award_takes_in_the_lower_one_and_what_it_was_built_on() {
        holdsBoth();
        var lower = aCertificate();
        claims.confirm(registrar, claimed(lower), "");
        var family = awards.byIds(List.of(conferred(lower))).getFirst();
        var higher = stacks.aCertificate(
                registrar,
                stacks.aModule(registrar, "Diploma", 10, 6),
                modules,
                "L6",
                "  - absorbs: {spec: %s, policy: SURRENDER}".formatted(stacks.spec(family.spec())));

        claims.confirm(registrar, claimed(higher), "");

        assertThat(awards.byIds(List.of(family.id())).getFirst().absorbedInto()).contains(conferred(higher));
        assertThat(awards.components(conferred(higher))).hasSize(2);
        assertThat(spent()).isEqualTo(2);
        assertThat(reviews.waiting(registrar.organisationId(), 10)).isEmpty();
    }

    @Test
    void a_refused_higher_award_leaves_the_lower_one_as_it_was() {
        holdsBoth();
        var lower = aCertificate();
        claims.confirm(registrar, claimed(lower), "");
        var family = awards.byIds(List.of(conferred(lower))).getFirst();
        var higher = stacks.aCertificate(
                registrar,
                stacks.aModule(registrar, "Diploma", 10, 6),
                modules,
                "L6",
                "  - absorbs: {spec: %s, policy: SURRENDER}".formatted(stacks.spec(family.spec())));

        claims.refuse(registrar, claimed(higher), "The thesis is missing.");

        assertThat(awards.byIds(List.of(family.id())).getFirst().isStanding()).isTrue();
        assertThat(spent()).isEqualTo(2);
        assertThat(claims.claim(me, aCertificate().id())).isInstanceOf(ClaimOutcome.NotMet.class);
    }

    private AwardId conferred(StackVersion version) {
        return claims.of(learner.id(), version.stack()).getFirst().award().orElseThrow();
    }

    @Test
    void who_has_to_be_registered_is_told_so() {
        holdsBoth();
        var version = stacks.aCertificate(registrar, certificate, modules, "L6", "  - registration");

        var before = claims.claim(me, version.id());
        registrations.register(me, version.id());
        var after = claims.claim(me, version.id());

        assertThat(before).isInstanceOf(ClaimOutcome.NotMet.class);
        assertThat(after).isInstanceOf(ClaimOutcome.Waiting.class);
    }

    @Test
    void a_stack_that_says_so_confers_at_once() {
        holdsBoth();
        var version = stacks.newer(registrar, aCertificate(), "confirmation: REGISTRAR", "confirmation: AUTOMATIC");

        var outcome = claims.claim(me, version.id());

        assertThat(outcome).isInstanceOf(ClaimOutcome.Conferred.class);
        assertThat(awards.byIds(List.of(conferred(version)))).hasSize(1);
    }

    @Test
    void what_a_person_has_to_judge_is_not_conferred_at_once() {
        holdsBoth();
        var strict =
                stacks.aCertificate(registrar, certificate, modules, "L6", "  - review: {en: The portfolio was seen.}");
        var version = stacks.newer(registrar, strict, "confirmation: REGISTRAR", "confirmation: AUTOMATIC");

        assertThat(claims.claim(me, version.id())).isInstanceOf(ClaimOutcome.Waiting.class);
    }

    /// Teach-out: what she was promised holds after its last day, for her and nobody else.
    @Test
    void after_the_last_day_only_who_is_registered_may_claim() {
        holdsBoth();
        var version = aCertificate();
        registrations.register(me, version.id());
        var closed = stacks.newer(registrar, version, "{from: 2026-01-01}", "{from: 2026-01-01, to: 2026-01-31}");
        var other = stacks.newer(registrar, aCertificate(), "{from: 2026-01-01}", "{from: 2026-01-01, to: 2026-01-31}");

        assertThatThrownBy(() -> claims.claim(me, closed.id()))
                .as("she is registered for the first version")
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> claims.claim(me, other.id())).isInstanceOf(ConflictException.class);
        assertThat(claims.claim(me, version.id())).isInstanceOf(ClaimOutcome.Waiting.class);
    }

    @Test
    void a_decided_claim_is_shown_as_it_was_decided() {
        holdsBoth();
        var version = aCertificate();
        var claim = claimed(version);
        claims.confirm(registrar, claim, "");

        var looked = claims.look(registrar.organisationId(), claim);

        assertThat(looked.decision().inputsHash()).isEqualTo(looked.claim().inputsHash());
        assertThat(looked.decision().verdict()).isInstanceOf(Decision.Verdict.Met.class);
    }
}
