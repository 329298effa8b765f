package org.cairn.server.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecDraft;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Membership;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.OrganisationId;
import org.cairn.server.identity.Organisations;
import org.cairn.server.identity.PersonId;
import org.cairn.server.identity.Role;
import org.cairn.server.review.Independence.Obstacle;
import org.cairn.server.review.ReviewFixtures.Scene;
import org.cairn.server.web.ConflictException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/// Nobody judges what she has a part in.
@CairnTest
class IndependenceTest {
    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Autowired
    Organisations organisations;

    @Autowired
    Submissions submissions;

    @Autowired
    Reviewing reviewing;

    @Autowired
    Aftermath aftermath;

    @Autowired
    Deciding deciding;

    @Autowired
    Dossiers dossiers;

    @Autowired
    Independence independence;

    private Scene scene;
    private ReviewId review;

    @BeforeEach
    void aWaitingReview() {
        scene = ReviewFixtures.scene(fixtures, specs);
        review = submissions.submit(
                scene.designer(), ReviewFixtures.wish(scene, scene.body().id(), ReviewFixtures.EU));
    }

    private Dossier dossier() {
        return dossiers.seen(scene.designer(), review);
    }

    private PersonId alsoReviewer(Acting somebody) {
        var person = ReviewFixtures.person(somebody);
        organisations.setRoles(scene.body().id(), person, Set.of(Role.REVIEWER), "system");
        return person;
    }

    @Test
    void a_reviewer_without_a_part_in_it_may_judge() {
        assertThat(independence.against(dossier(), ReviewFixtures.person(scene.reviewer())))
                .isEmpty();
    }

    @Test
    void whoever_wrote_it_may_not() {
        assertThat(independence.against(dossier(), alsoReviewer(scene.designer())))
                .contains(Obstacle.AUTHOR);
    }

    @Test
    void whoever_saved_a_change_of_it_may_not() {
        var own = fixtures.acting(scene.designer().organisation(), Role.DESIGNER, Role.REVIEWER);
        var mine = submissions.submit(
                scene.designer(), ReviewFixtures.wish(scene, own.organisationId(), ReviewFixtures.EU));
        var draft = specs.draft(own.organisationId(), scene.spec());

        specs.saveDraft(own, scene.spec(), ReviewFixtures.content("Splicing well"), draft.revision());

        assertThat(independence.against(dossiers.seen(own, mine), ReviewFixtures.person(own)))
                .contains(Obstacle.AUTHOR);
    }

    @Test
    void whoever_handed_it_in_may_not() {
        var other = ReviewFixtures.scene(fixtures, specs);
        var hand = fixtures.acting(other.designer().organisation(), Role.DESIGNER, Role.REVIEWER);
        var id = submissions.submit(hand, ReviewFixtures.wish(other, hand.organisationId(), ReviewFixtures.EU));

        assertThat(independence.against(dossiers.seen(hand, id), ReviewFixtures.person(hand)))
                .contains(Obstacle.AUTHOR);
        assertThatThrownBy(() -> reviewing.take(hand, id)).isInstanceOf(ConflictException.class);
    }

    @Test
    void a_member_of_the_institution_may_not_judge_for_an_outside_body() {
        var member = fixtures.acting(scene.designer().organisation(), Role.ISSUER);

        assertThat(independence.against(dossier(), alsoReviewer(member))).contains(Obstacle.MEMBER);
    }

    @Test
    void the_institutions_own_reviewer_may_judge_for_its_own_team() {
        var own = fixtures.acting(scene.designer().organisation(), Role.REVIEWER);
        var mine = submissions.submit(
                scene.designer(), ReviewFixtures.wish(scene, own.organisationId(), ReviewFixtures.EU));

        reviewing.take(own, mine);

        assertThat(dossiers.seen(own, mine).review().state()).isEqualTo(ReviewState.IN_REVIEW);
    }

    @Test
    void a_member_of_an_employer_that_helped_to_design_it_may_not() {
        var employer = fixtures.anOrganisation(Organisation.Kind.EMPLOYER);
        var expert = fixtures.acting(employer, Role.EMPLOYER);

        var judged = with(Set.of(employer.id())).against(dossier(), alsoReviewer(expert));

        assertThat(judged).contains(Obstacle.PARTY);
        assertThat(with(Set.of()).against(dossier(), ReviewFixtures.person(expert)))
                .isEmpty();
    }

    @Test
    void a_body_that_helped_to_design_it_may_not() {
        var judged = with(Set.of(scene.body().id())).against(dossier(), ReviewFixtures.person(scene.reviewer()));

        assertThat(judged).contains(Obstacle.PARTY);
    }

    @Test
    void an_employer_is_no_body_that_judges() {
        var employer = fixtures.anOrganisation(Organisation.Kind.EMPLOYER);
        var it = dossier();
        var before = new Dossier(
                it.review(),
                it.institution(),
                employer,
                it.rounds(),
                it.attestations(),
                it.evidence(),
                it.statements(),
                it.conflicts(),
                it.conditions(),
                it.appeals(),
                it.approvals(),
                it.report());

        assertThat(independence.against(before, ReviewFixtures.person(scene.reviewer())))
                .contains(Obstacle.EMPLOYER);
        assertThatThrownBy(() -> submissions.submit(
                        scene.designer(), ReviewFixtures.wish(scene, employer.id(), ReviewFixtures.EU)))
                .hasMessageContaining("body");
    }

    @Test
    void whoever_declared_a_conflict_never_gets_it_again() {
        reviewing.take(scene.reviewer(), review);

        reviewing.handBack(scene.reviewer(), review, true, "My sister teaches the course that this is about.");

        assertThat(dossier().review().state()).isEqualTo(ReviewState.SUBMITTED);
        assertThat(independence.against(dossier(), ReviewFixtures.person(scene.reviewer())))
                .contains(Obstacle.CONFLICT);
        assertThatThrownBy(() -> reviewing.take(scene.reviewer(), review)).isInstanceOf(ConflictException.class);
    }

    @Test
    void a_member_without_the_role_may_not() {
        var admin = fixtures.acting(scene.body(), Role.ADMIN);

        assertThat(independence.against(dossier(), ReviewFixtures.person(admin)))
                .contains(Obstacle.NO_REVIEWER);
    }

    @Test
    void a_key_judges_nothing() {
        var key = new Acting(new Membership(scene.body(), Set.of(Role.REVIEWER)), "key:" + scene.spec());

        assertThatThrownBy(() -> reviewing.take(key, review))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.key()).isEqualTo("review.conflict.needsPerson"));
    }

    @Test
    void an_admin_cannot_give_it_to_somebody_with_a_part_in_it() {
        var admin = fixtures.acting(scene.body(), Role.ADMIN);
        var author = alsoReviewer(scene.designer());

        assertThatThrownBy(() -> reviewing.assign(admin, review, author.toString()))
                .isInstanceOf(ConflictException.class);
        reviewing.assign(admin, review, ReviewFixtures.person(scene.reviewer()).toString());

        assertThat(dossier().review().reviewer()).contains(ReviewFixtures.person(scene.reviewer()));
    }

    @Test
    void nobody_decides_about_an_appeal_against_her_own_decision() {
        reviewing.take(scene.reviewer(), review);
        deciding.decide(scene.reviewer(), review, ReviewFixtures.decision(Decision.REFUSED));
        submissions.appeal(scene.designer(), review, "The reviewer did not see the second splice.");

        assertThatThrownBy(() -> aftermath.decideAppeal(scene.reviewer(), review, "upheld", ReviewFixtures.REASON))
                .isInstanceOfSatisfying(
                        ConflictException.class, e -> assertThat(e.key()).isEqualTo(Obstacle.DECIDED.key()));
        var other = fixtures.acting(scene.body(), Role.REVIEWER);
        aftermath.decideAppeal(other, review, "overturned", ReviewFixtures.REASON);

        assertThat(dossier().review().state()).isEqualTo(ReviewState.IN_REVIEW);
        assertThat(dossier().review().reviewer()).contains(ReviewFixtures.person(other));
        assertThat(dossier().rounds()).hasSize(2);
    }

    @Test
    void who_wrote_a_spec_is_known() {
        SpecDraft draft = specs.draft(scene.designer().organisationId(), scene.spec());

        assertThat(specs.authors(draft.organisation(), draft.spec()))
                .isEqualTo(Set.of(scene.designer().actor()));
    }

    private Independence with(Set<OrganisationId> parties) {
        PartiesToSpec involved = spec -> spec.equals(scene.spec()) ? parties : Set.of();
        return new Independence(specs, organisations, new ObjectProvider<>() {
            @Override
            public Stream<PartiesToSpec> stream() {
                return Optional.of(involved).stream();
            }
        });
    }
}
