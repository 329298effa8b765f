package org.cairn.server.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.Audit;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@CairnTest
class ComponentsTest {
    @Autowired
    Awards awards;

    @Autowired
    Specs specs;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    private Acting college;
    private Acting academy;
    private EmailAddress ana;
    private Award module;
    private Award elsewhere;

    @BeforeEach
    void anaHoldsAnAwardOfEachOfTwoInstitutions() {
        college = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        academy = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        ana = fixtures.anAddress();
        fixtures.aPerson(ana);
        module = awarded(college, ana);
        elsewhere = awarded(academy, ana);
    }

    @Test
    void an_award_is_built_on_awards_of_several_institutions() {
        var larger = awards.award(college, larger(elsewhere.id(), module.id()));

        assertThat(larger.components()).containsExactly(elsewhere.id(), module.id());
        assertThat(awards.byId(college.organisationId(), larger.id())).contains(larger);
        assertThat(awards.components(larger.id())).containsExactly(elsewhere, module);
        assertThat(awards.builtOn(elsewhere.id())).containsExactly(larger);
        assertThat(awards.builtOn(larger.id())).isEmpty();
        assertThat(module.components()).isEmpty();
    }

    @Test
    void only_what_the_same_person_holds_and_what_stands_is_counted() {
        var anothers = awarded(academy, fixtures.anAddress());
        var annulled = awarded(college, ana);
        awards.annul(college, annulled.id(), "Marks were mixed up.");

        assertThatThrownBy(() -> awards.award(college, larger(module.id(), anothers.id())))
                .isInstanceOf(InputException.class);
        assertThatThrownBy(() -> awards.award(college, larger(annulled.id()))).isInstanceOf(InputException.class);
        assertThat(count("award", college)).isEqualTo(2);
    }

    @Test
    void the_same_wish_twice_is_one_award_and_another_wish_of_that_day_is_refused() {
        var wish = larger(module.id());

        var first = awards.award(college, wish);

        assertThat(awards.award(college, wish)).isEqualTo(first);
        assertThatThrownBy(() -> awards.award(
                        college,
                        new Awarding(
                                wish.spec(),
                                wish.name(),
                                wish.email(),
                                wish.learnerNumber(),
                                wish.awardedOn(),
                                wish.grade(),
                                wish.narrative(),
                                List.of(elsewhere.id()))))
                .isInstanceOf(InputException.class);
    }

    @Test
    void a_wish_names_no_component_twice() {
        assertThatThrownBy(() -> larger(module.id(), module.id())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_wish_without_components_has_the_fingerprint_it_had_before_there_were_any() {
        var wish = AwardFixtures.awarding(module.spec(), "Ana Gil", Optional.empty());

        assertThat(wish.fingerprint())
                .isEqualTo(Digest.of("Awarding[spec=" + module.spec() + ", name=Ana Gil, email=Optional.empty,"
                        + " learnerNumber=Optional.empty, awardedOn=2026-05-01, grade=Optional.empty,"
                        + " narrative=Optional.empty]"));
        assertThat(larger(module.id()).fingerprint())
                .isNotEqualTo(larger(elsewhere.id()).fingerprint());
    }

    @Test
    void an_award_given_up_for_a_higher_one_is_absorbed() {
        var higher = awards.award(academy, larger(academy, module.id(), elsewhere.id()));

        awards.absorb(college, module.id(), higher.id());

        var absorbed = awards.byId(college.organisationId(), module.id()).orElseThrow();
        assertThat(absorbed.status()).isEqualTo(AwardStatus.ABSORBED);
        assertThat(absorbed.absorbedInto()).contains(higher.id());
        assertThat(actions(college)).contains("award.absorbed");
        assertThatThrownBy(() -> awards.absorb(college, module.id(), higher.id()))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> awards.award(college, larger(module.id()))).isInstanceOf(InputException.class);
    }

    @Test
    void an_absorbed_award_cannot_be_annulled_until_it_is_restored() {
        var higher = awards.award(college, larger(module.id()));
        awards.absorb(college, module.id(), higher.id());

        assertThatThrownBy(() -> awards.annul(college, module.id(), "Mixed up."))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("award.annul.absorbed");
        awards.restore(college, module.id(), "It was absorbed in error.");
        awards.annul(college, module.id(), "Mixed up.");

        assertThat(awards.byIds(List.of(module.id())).getFirst().isAnnulled()).isTrue();
    }

    @Test
    void annulling_the_higher_award_restores_nothing_by_itself() {
        var higher = awards.award(college, larger(module.id()));
        awards.absorb(college, module.id(), higher.id());

        awards.annul(college, higher.id(), "The thesis was not her own.");

        assertThat(awards.byIds(List.of(module.id())).getFirst().isAbsorbed()).isTrue();
        awards.restore(college, module.id(), "The higher award was annulled.");
        assertThat(awards.byIds(List.of(module.id())).getFirst()).isEqualTo(module);
        assertThat(actions(college)).contains("award.restored");
        assertThatThrownBy(() -> awards.restore(college, module.id(), "again")).isInstanceOf(ConflictException.class);
    }

    @Test
    void an_award_is_absorbed_by_its_own_institution_into_a_standing_award_of_the_same_person() {
        var higher = awards.award(college, larger(module.id()));
        var anothers = awarded(college, fixtures.anAddress());
        var gone = awarded(college, ana);
        awards.annul(college, gone.id(), "Mixed up.");

        assertThatThrownBy(() -> awards.absorb(academy, module.id(), higher.id()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> awards.restore(academy, module.id(), "not mine"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> awards.absorb(college, module.id(), anothers.id()))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> awards.absorb(college, module.id(), module.id()))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> awards.absorb(college, module.id(), gone.id())).isInstanceOf(ConflictException.class);
        assertThat(awards.byIds(List.of(module.id())).getFirst()).isEqualTo(module);
    }

    @Test
    void the_database_keeps_what_was_counted_and_how_an_award_may_change() {
        var higher = awards.award(college, larger(module.id()));

        refuses("update award_component set component_award_id = '%s' where award_id = '%s'"
                .formatted(elsewhere.id(), higher.id()));
        refuses("delete from award_component where award_id = '%s'".formatted(higher.id()));
        refuses("update award set status = 'ABSORBED' where id = '%s'".formatted(module.id()));
        awards.absorb(college, module.id(), higher.id());
        refuses("update award set absorbed_into = '%s' where id = '%s'".formatted(elsewhere.id(), module.id()));
        refuses("update award set status = 'ANNULLED', absorbed_into = null, annulled_for = 'x', annulled_by = 'x',"
                + " annulled_at = now() where id = '%s'".formatted(module.id()));
    }

    private void refuses(String sql) {
        assertThatThrownBy(() -> jdbc.sql(sql).update()).isInstanceOf(DataAccessException.class);
    }

    private Award awarded(Acting by, EmailAddress email) {
        return awards.award(by, AwardFixtures.awarding(aSpec(by), "Ana Gil", Optional.of(email)));
    }

    private SpecVersionId aSpec(Acting by) {
        return AwardFixtures.aPublishedSpec(specs, by);
    }

    private Awarding larger(AwardId... components) {
        return larger(college, components);
    }

    private Awarding larger(Acting by, AwardId... components) {
        return new Awarding(
                aSpec(by),
                "Ana Gil",
                Optional.of(ana),
                Optional.empty(),
                AwardFixtures.MAY_DAY,
                Optional.empty(),
                Optional.empty(),
                List.of(components));
    }

    private List<String> actions(Acting by) {
        return audit.of(by.organisationId().value(), 20).stream()
                .map(Audit.Entry::action)
                .toList();
    }

    private long count(String table, Acting by) {
        return jdbc.sql("select count(*) from " + table + " where organisation_id = :o")
                .param("o", by.organisationId().value())
                .query(Long.class)
                .single();
    }
}
