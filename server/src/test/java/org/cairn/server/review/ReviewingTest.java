package org.cairn.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cairn.quality.Packs;
import org.cairn.quality.Report;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.Post;
import org.cairn.server.quality.Quality;
import org.cairn.server.review.ReviewFixtures.Scene;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// From handing in to the end of an approval.
@CairnTest
@Import(Approvings.class)
class ReviewingTest {
    private static final Attestation.Wish IRISH =
            new Attestation.Wish("IE-4", "yes", "The council approved it on its May meeting.", "Minutes of 12 May");

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Autowired
    Quality quality;

    @Autowired
    Organisations organisations;

    @Autowired
    Submissions submissions;

    @Autowired
    Papers papers;

    @Autowired
    Reviewing reviewing;

    @Autowired
    Deciding deciding;

    @Autowired
    Aftermath aftermath;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Reviews reviews;

    @Autowired
    ReviewRepository rows;

    @Autowired
    PaperRepository paperRows;

    @Autowired
    OutcomeRepository outcomes;

    @Autowired
    PackShelf shelf;

    @Autowired
    Snapshot snapshot;

    @Autowired
    Approvings told;

    @Autowired
    Audit audit;

    @Autowired
    Post post;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InstantSource time;

    private Scene scene;

    @BeforeEach
    void aSchoolAndABody() {
        scene = ReviewFixtures.scene(fixtures, specs);
    }

    private ReviewId submitted(String... packs) {
        return submissions.submit(
                scene.designer(), ReviewFixtures.wish(scene, scene.body().id(), packs));
    }

    private ReviewId taken(String... packs) {
        var review = submitted(packs);
        reviewing.take(scene.reviewer(), review);
        return review;
    }

    private ReviewId decided(Decision decision, Condition.Wish... conditions) {
        var review = taken(ReviewFixtures.EU);
        deciding.decide(scene.reviewer(), review, ReviewFixtures.decision(decision, conditions));
        return review;
    }

    private Dossier dossier(ReviewId review) {
        return dossiers.seen(scene.designer(), review);
    }

    private SpecVersionId published() {
        return specs.publish(scene.designer(), scene.spec(), Optional.of("A spec for tests; nobody earns it."));
    }

    private String day(int inDays) {
        return dossiers.today().plusDays(inDays).toString();
    }

    private Condition.Wish condition(int inDays) {
        return new Condition.Wish("Publish the marking scheme, please", "", day(inDays));
    }

    private void change(String title) {
        var draft = specs.draft(scene.designer().organisationId(), scene.spec());
        specs.saveDraft(scene.designer(), scene.spec(), ReviewFixtures.content(title), draft.revision());
    }

    @Test
    void what_is_judged_is_the_frozen_text_and_not_the_draft() {
        var review = submitted(ReviewFixtures.EU);
        var digest = dossier(review).round().sha256();

        change("Splicing wire");

        var round = dossier(review).round();
        assertThat(round.content().title()).containsEntry("en", "Splicing rope");
        assertThat(round.sha256())
                .isEqualTo(digest)
                .isEqualTo(
                        Snapshot.sha256(rows.frozen(dossier(review).review(), 1).getBytes(StandardCharsets.UTF_8)));
        assertThat(snapshot.sha256(specs.draft(scene.designer().organisationId(), scene.spec())
                        .content()))
                .isNotEqualTo(digest);
    }

    @Test
    void the_machine_report_is_kept_with_the_version_of_the_pack() {
        var filed = dossier(submitted(ReviewFixtures.EU, ReviewFixtures.IRELAND))
                .round()
                .report();

        assertThat(filed.frameworks())
                .extracting(FiledReport.Framework::pack)
                .containsExactlyInAnyOrder(ReviewFixtures.EU, ReviewFixtures.IRELAND);
        var irish = filed.frameworks().stream()
                .filter(each -> each.pack().equals(ReviewFixtures.IRELAND))
                .findFirst()
                .orElseThrow();
        assertThat(irish.version()).isEqualTo("1.0");
        assertThat(irish.verdict()).isEqualTo(Report.Verdict.FAILS);
        assertThat(irish.findings())
                .filteredOn(line -> line.rule().equals("IE-4"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.outcome()).isEqualTo("NEEDS_REVIEW");
                    assertThat(line.fix()).containsKeys("en", "es", "ar");
                    assertThat(line.clause()).contains("same quality assurance as degrees");
                });
    }

    @Test
    void an_older_version_of_a_pack_is_kept_and_the_difference_is_told() {
        var review = submitted(ReviewFixtures.IRELAND);
        var pack = quality.packs().stream()
                .filter(each -> each.id().equals(ReviewFixtures.IRELAND))
                .findFirst()
                .orElseThrow();
        var text =
                Packs.text(pack).replace("version: \"1.0\"", "version: \"0.9\"").replace("id: IE-4", "id: IE-OLD");
        var older = shelf.keep(((Packs.Read) Packs.read("old", text)).pack(), text);
        var round = dossier(review).round();
        var before = new Round(
                2,
                round.content(),
                round.sha256(),
                List.of(older),
                round.report(),
                round.submittedBy(),
                round.submittedAt(),
                Optional.empty());
        rows.insert(dossier(review).review(), before);

        var dossier = dossier(review);

        assertThat(dossier.report().frameworks().getFirst().pack().version()).isEqualTo("0.9");
        assertThat(dossiers.underPacksInForce(dossier).getFirst().changes()).hasSize(2);
    }

    @Test
    void the_same_body_does_not_get_the_same_spec_twice_at_once() {
        submitted(ReviewFixtures.EU);

        assertThatThrownBy(() -> submitted(ReviewFixtures.EU)).isInstanceOf(ConflictException.class);
    }

    @Test
    void a_submission_can_be_taken_back_before_the_decision_only() {
        var review = submitted(ReviewFixtures.EU);
        submissions.withdraw(scene.designer(), review);

        assertThat(dossier(review).review().state()).isEqualTo(ReviewState.WITHDRAWN);
        var other = decided(Decision.REFUSED);
        assertThatThrownBy(() -> submissions.withdraw(scene.designer(), other)).isInstanceOf(ConflictException.class);
    }

    @Test
    void a_draft_that_was_handed_in_stays() {
        submitted(ReviewFixtures.EU);

        assertThatThrownBy(() -> specs.delete(scene.designer(), scene.spec()))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.key()).isEqualTo("catalogue.conflict.inUse"));
    }

    @Test
    void an_admin_gives_it_to_another_when_the_first_does_not_come_to_it() {
        var review = taken(ReviewFixtures.EU);
        var another = other();

        reviewing.assign(
                fixtures.acting(scene.body(), Role.ADMIN),
                review,
                ReviewFixtures.person(another).toString());

        assertThatThrownBy(() -> deciding.decide(scene.reviewer(), review, ReviewFixtures.decision(Decision.REFUSED)))
                .isInstanceOf(ConflictException.class);
        deciding.decide(another, review, ReviewFixtures.decision(Decision.REFUSED));
        assertThat(dossier(review).review().state()).isEqualTo(ReviewState.REFUSED);
    }

    @Test
    void a_demand_that_is_not_met_cannot_be_attested_or_approved_away() {
        var review = taken(ReviewFixtures.IRELAND);
        reviewing.attest(scene.reviewer(), review, IRISH);

        assertThat(dossier(review).failed()).containsExactly("IE-3");
        assertThatThrownBy(() -> deciding.decide(scene.reviewer(), review, ReviewFixtures.decision(Decision.APPROVED)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("review.decide.fails");
        assertThat(dossier(review).review().state()).isEqualTo(ReviewState.IN_REVIEW);
    }

    @Test
    void what_only_people_can_judge_is_open_until_one_does_and_the_last_word_counts() {
        var review = taken(ReviewFixtures.IRELAND);
        papers.state(scene.designer(), review, "spec.awardingBody.register", "https://irq.ie/entry/7");
        assertThat(dossier(review).open()).containsExactly("IE-4");
        assertThatThrownBy(() -> deciding.decide(scene.reviewer(), review, ReviewFixtures.decision(Decision.APPROVED)))
                .hasMessageContaining("review.decide.open");

        reviewing.attest(
                scene.reviewer(),
                review,
                new Attestation.Wish("IE-4", "no", "The council has not seen it yet at all.", "Minutes of May"));
        assertThat(dossier(review).failed()).containsExactly("IE-4");
        reviewing.attest(scene.reviewer(), review, IRISH);

        assertThat(dossier(review).failed()).isEmpty();
        assertThat(dossier(review).open()).isEmpty();
        assertThat(dossier(review).attestations()).hasSize(2);
        deciding.decide(scene.reviewer(), review, ReviewFixtures.decision(Decision.APPROVED));
        assertThat(dossier(review).review().state()).isEqualTo(ReviewState.APPROVED);
    }

    @Test
    void a_judgement_needs_a_reason_and_a_rule_that_people_judge() {
        var review = taken(ReviewFixtures.IRELAND);

        assertThatThrownBy(() ->
                        reviewing.attest(scene.reviewer(), review, new Attestation.Wish("IE-1", "maybe", "short", "")))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.faults())
                                .extracting(InputException.Fault::field)
                                .containsExactly("rule", "answer", "reason", "basis"));
        assertThat(dossier(review).attestations()).isEmpty();
    }

    @Test
    void what_somebody_with_a_stake_said_does_not_count() {
        var review = taken(ReviewFixtures.IRELAND);
        reviewing.attest(scene.reviewer(), review, IRISH);

        reviewing.handBack(scene.reviewer(), review, true, "I have found that I know the author too well.");

        assertThat(dossier(review).open()).contains("IE-4");
        assertThat(dossier(review).attestations()).hasSize(1);
    }

    @Test
    void what_the_spec_says_itself_cannot_be_stated_otherwise() {
        var review = taken(ReviewFixtures.EU);

        List.of("spec.title", "spec.credit.points", "spec.author", "issuer.country", "spec.needEvidence", "nothing")
                .forEach(path -> assertThatThrownBy(() -> papers.state(scene.designer(), review, path, "something"))
                        .isInstanceOf(InputException.class));
    }

    @Test
    void a_judgement_grows_stale() {
        var review = taken(ReviewFixtures.IRELAND);
        papers.state(scene.designer(), review, "spec.awardingBody.register", "https://irq.ie/entry/7");
        reviewing.attest(scene.reviewer(), review, IRISH);

        assertThat(onThe(Duration.ofDays(30 * 30), review).open()).isEmpty();
        assertThat(onThe(Duration.ofDays(31 * 38), review).open()).containsExactly("IE-4");
    }

    @Test
    void a_document_counts_while_it_is_young_enough() {
        var review = taken("NZQA");
        assertThat(dossier(review).open()).contains("NZ-E1");

        papers.attach(scene.designer(), review, letter(40), new byte[0]);
        assertThat(dossier(review).open()).contains("NZ-E1");
        papers.attach(scene.designer(), review, letter(2), "We need it.".getBytes(StandardCharsets.UTF_8));

        assertThat(dossier(review).open()).doesNotContain("NZ-E1");
        assertThat(onThe(Duration.ofDays(31 * 36), review).open()).contains("NZ-E1");
        assertThat(dossier(review).evidence()).extracting(Evidence::fileType).containsExactly("", "text/plain");
    }

    private Evidence.Wish letter(int monthsOld) {
        return new Evidence.Wish(
                "NZ-E1",
                "employer",
                "Harbour Ltd",
                "Letter about splicers",
                dossiers.today().minusMonths(monthsOld).toString(),
                "https://harbour.example/letter");
    }

    @Test
    void a_document_is_told_by_its_bytes() {
        var review = taken("NZQA");
        var program = new byte[] {0x4D, 0x5A, 0, 1, 2, 3};

        assertThatThrownBy(() -> papers.attach(scene.designer(), review, letter(1), program))
                .hasMessageContaining("review.evidence.file.form");
        assertThatThrownBy(() -> papers.attach(scene.designer(), review, letter(1), new byte[6 * 1024 * 1024]))
                .hasMessageContaining("review.evidence.file.large");
        assertThatThrownBy(() -> papers.attach(
                        scene.designer(),
                        review,
                        new Evidence.Wish("NZ-E1", "friend", " ", "", "2999-01-01", "javascript:alert(1)"),
                        new byte[0]))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.faults())
                                .extracting(InputException.Fault::field)
                                .contains("kind", "party", "title", "dated", "link"));
        assertThat(dossier(review).evidence()).isEmpty();
    }

    private Dossier onThe(Duration later, ReviewId review) {
        var then = InstantSource.fixed(time.instant().plus(later));
        return new Dossiers(rows, paperRows, outcomes, shelf, quality, specs, organisations, then)
                .seen(scene.designer(), review);
    }

    @Test
    void an_approval_of_what_is_published_already_is_told_at_the_decision() {
        var version = published();

        var review = decided(Decision.APPROVED);

        assertThat(told.approved(review)).singleElement().satisfies(event -> {
            assertThat(event.version()).isEqualTo(version);
            assertThat(event.body()).isEqualTo(scene.body().id());
            assertThat(event.packs()).containsExactly("EU-2022 2.0");
            assertThat(event.until()).isEqualTo(event.decidedOn().plusMonths(36));
        });
        assertThat(reviews.standing(version)).hasSize(1);
    }

    @Test
    void an_approval_of_a_draft_is_told_when_that_very_text_is_published() {
        var review = decided(Decision.APPROVED);
        assertThat(told.approved(review)).isEmpty();

        var version = published();

        assertThat(told.approved(review)).extracting(VersionApproved::version).containsExactly(version);
        assertThat(reviews.of(scene.designer().organisationId(), scene.spec()))
                .extracting(Reviews.Standing::state)
                .containsExactly(ReviewState.APPROVED);
    }

    @Test
    void another_text_is_not_approved_by_it() {
        var review = decided(Decision.APPROVED);
        change("Splicing wire");

        var version = published();

        assertThat(told.approved(review)).isEmpty();
        assertThat(reviews.approvals(version)).isEmpty();
    }

    @Test
    void an_approval_that_is_taken_back_is_lost() {
        var version = published();
        var review = decided(Decision.APPROVED);

        aftermath.withdrawApproval(scene.reviewer(), review, "The assessor turned out not to exist.");

        assertThat(told.lost(review)).extracting(ApprovalLost::version).containsExactly(version);
        assertThat(reviews.standing(version)).isEmpty();
        assertThat(reviews.approvals(version)).hasSize(1);
        assertThat(dossier(review).review().state()).isEqualTo(ReviewState.ENDED);
    }

    @Test
    void an_approval_with_conditions_has_none_left_when_all_are_met() {
        var version = published();
        var review = decided(Decision.APPROVED_WITH_CONDITIONS, condition(30), condition(60));
        assertThat(reviews.standing(version).getFirst().openConditions()).isEqualTo(2);

        dossier(review)
                .conditions()
                .forEach(each -> aftermath.settle(scene.reviewer(), each.id(), "yes", ReviewFixtures.REASON));

        assertThat(dossier(review).review().state()).isEqualTo(ReviewState.APPROVED);
        assertThat(reviews.standing(version).getFirst().openConditions()).isZero();
    }

    @Test
    void a_condition_that_is_not_met_ends_the_approval() {
        published();
        var review = decided(Decision.APPROVED_WITH_CONDITIONS, condition(30));
        var condition = dossier(review).conditions().getFirst();

        aftermath.settle(scene.reviewer(), condition.id(), "no", "Nothing was published in all that time.");

        assertThat(told.lost(review)).hasSize(1);
        assertThat(dossier(review).review().state()).isEqualTo(ReviewState.ENDED);
        assertThatThrownBy(() -> aftermath.settle(scene.reviewer(), condition.id(), "yes", ReviewFixtures.REASON))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void a_condition_needs_a_text_and_a_day_to_come() {
        var review = taken(ReviewFixtures.EU);
        var wish = ReviewFixtures.decision(
                Decision.APPROVED_WITH_CONDITIONS, new Condition.Wish("short", "NOPE", day(-1)));

        assertThatThrownBy(() -> deciding.decide(scene.reviewer(), review, wish))
                .isInstanceOfSatisfying(
                        InputException.class,
                        e -> assertThat(e.faults())
                                .extracting(InputException.Fault::field)
                                .containsExactly("conditionText", "conditionRule", "conditionDue"));
        assertThat(dossier(review).conditions()).isEmpty();
    }

    @Test
    void both_sides_are_told_once_of_a_condition_whose_day_has_passed() {
        var review = decided(Decision.APPROVED_WITH_CONDITIONS, condition(30));
        jdbc.sql("update quality_condition set due_on = :day where review_id = :review")
                .param("day", dossiers.today().minusDays(1))
                .param("review", review.value())
                .update();

        aftermath.tellOverdue();
        aftermath.tellOverdue();

        assertThat(post.about(review.subject()))
                .filteredOn(letter -> letter.text().contains("The day for a condition"))
                .hasSize(2);
    }

    @Test
    void changes_lead_to_a_new_round_and_the_earlier_one_is_kept() {
        var review = decided(Decision.CHANGES_REQUESTED);
        assertThatThrownBy(() -> submissions.resubmit(scene.designer(), review, scene.draft()))
                .isInstanceOf(ConflictException.class);
        change("Splicing wire");

        submissions.resubmit(scene.designer(), review, scene.draft());

        var dossier = dossier(review);
        assertThat(dossier.review().state()).isEqualTo(ReviewState.SUBMITTED);
        assertThat(dossier.rounds()).hasSize(2);
        assertThat(dossier.rounds().getFirst().decided()).isPresent();
        assertThat(dossier.round().content().title()).containsEntry("en", "Splicing wire");
    }

    @Test
    void an_appeal_is_for_thirty_days_and_against_other_than_a_plain_approval() {
        var refused = dossier(decided(Decision.REFUSED));
        var at = refused.round().decided().orElseThrow().at();

        assertThat(Submissions.mayAppeal(refused, at.plus(Duration.ofDays(29)))).isTrue();
        assertThat(Submissions.mayAppeal(refused, at.plus(Duration.ofDays(31)))).isFalse();
        scene = ReviewFixtures.scene(fixtures, specs);
        assertThat(Submissions.mayAppeal(dossier(decided(Decision.APPROVED)), at))
                .isFalse();
    }

    @Test
    void an_appeal_that_is_upheld_leaves_the_decision() {
        var review = decided(Decision.REFUSED);
        submissions.appeal(scene.designer(), review, "The reviewer did not see the second splice.");

        aftermath.decideAppeal(other(), review, "upheld", ReviewFixtures.REASON);

        assertThat(dossier(review).review().state()).isEqualTo(ReviewState.REFUSED);
        assertThatThrownBy(() -> submissions.appeal(scene.designer(), review, "Once more, because I can do so."))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void an_appeal_that_overturns_an_approval_with_conditions_ends_it_until_it_is_decided_anew() {
        var version = published();
        var review = decided(Decision.APPROVED_WITH_CONDITIONS, condition(30));
        submissions.appeal(scene.designer(), review, "The condition asks for what is published already.");
        var other = other();

        aftermath.decideAppeal(other, review, "overturned", ReviewFixtures.REASON);
        assertThat(reviews.standing(version)).isEmpty();
        deciding.decide(other, review, ReviewFixtures.decision(Decision.APPROVED));

        assertThat(told.lost(review)).hasSize(1);
        assertThat(told.approved(review)).hasSize(2);
        assertThat(reviews.standing(version)).hasSize(1);
    }

    private Acting other() {
        return fixtures.acting(scene.body(), Role.REVIEWER);
    }

    @Test
    void only_who_took_it_judges_and_decides() {
        var review = taken(ReviewFixtures.EU);

        assertThatThrownBy(() -> deciding.decide(other(), review, ReviewFixtures.decision(Decision.REFUSED)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> reviewing.take(other(), review)).isInstanceOf(ConflictException.class);
    }

    @Test
    void a_decision_stays_as_it_was_written() {
        var review = decided(Decision.REFUSED);

        assertThatThrownBy(() -> jdbc.sql("update quality_round set decision = 'APPROVED' where review_id = :id")
                        .param("id", review.value())
                        .update())
                .hasMessageContaining("what was submitted and decided stays");
    }

    @Test
    void every_deed_is_in_the_trail_of_both_sides_and_told_by_letter() {
        var review = decided(Decision.APPROVED);

        for (var side : List.of(scene.designer().organisationId(), scene.body().id())) {
            assertThat(audit.of(side.value(), 50))
                    .filteredOn(entry -> entry.subject().equals(review.subject()))
                    .extracting(Audit.Entry::action)
                    .containsExactly("quality.decided.APPROVED", "quality.taken", "quality.submitted");
        }
        assertThat(post.about(review.subject())).hasSize(3);
        assertThat(paperRows.steps(dossier(review).review()))
                .extracting(Step::what)
                .containsExactly("submitted", "taken", "decided.APPROVED");
    }

    @Test
    void an_approval_whose_last_day_has_passed_is_not_told_for_what_is_published_later() {
        var review = decided(Decision.APPROVED);
        var approvals = new Approvals(
                rows,
                outcomes,
                snapshot,
                specs,
                event -> {
                    throw new AssertionError(event.toString());
                },
                InstantSource.fixed(inTenYears()));
        published();
        jdbc.sql("delete from quality_approval where review_id = :id")
                .param("id", review.value())
                .update();
        var dossier = dossier(review);

        approvals.decided(
                dossier.review(), dossier.round(), dossier.round().decided().orElseThrow());

        assertThat(outcomes.approvals(dossier.review())).isEmpty();
    }

    private static Instant inTenYears() {
        return Instant.parse("2040-01-01T00:00:00Z");
    }
}
