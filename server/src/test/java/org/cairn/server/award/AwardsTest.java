package org.cairn.server.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.Post;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CairnTest
class AwardsTest {
    @Autowired
    Awards awards;

    @Autowired
    Claims claims;

    @Autowired
    Correspondence letters;

    @Autowired
    Tickets tickets;

    @Autowired
    Specs specs;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Post post;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Acting issuer;
    private SpecVersionId spec;

    @BeforeEach
    void anInstitutionWithASpec() {
        issuer = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        spec = AwardFixtures.aPublishedSpec(specs, issuer);
    }

    @Test
    void an_award_stores_learner_letter_and_deed() {
        var address = fixtures.anAddress();

        var award = awards.award(issuer, AwardFixtures.awarding(spec, "Ana Gil", Optional.of(address)));

        assertThat(awards.byId(issuer.organisationId(), award.id())).contains(award);
        assertThat(award.recipient().email()).contains(address);
        assertThat(post.about(award.id().subject()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.text())
                        .contains(
                                "Ana Gil", "Reading maps", issuer.organisation().legalName(), "/claim/"));
        assertThat(audit.of(issuer.organisationId().value(), 10))
                .anyMatch(e -> e.action().equals("award.conferred")
                        && e.subject().equals(award.id().subject()));
    }

    @Test
    void the_same_wish_twice_is_one_award_and_one_letter() {
        var wish = AwardFixtures.awarding(spec, "Ana Gil", Optional.of(fixtures.anAddress()));

        var first = awards.award(issuer, wish);
        var second = awards.award(issuer, wish);

        assertThat(second).isEqualTo(first);
        assertThat(post.about(first.id().subject())).hasSize(1);
    }

    @Test
    void the_same_wish_from_many_sides_at_once_is_one_award() throws Exception {
        var wish = AwardFixtures.awarding(spec, "Ana Gil", Optional.of(fixtures.anAddress()));
        List<Callable<Award>> rush = IntStream.range(0, 8)
                .<Callable<Award>>mapToObj(i -> () -> awards.award(issuer, wish))
                .toList();

        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var ids = workers.invokeAll(rush).stream().map(f -> f.resultNow().id());

            assertThat(ids.distinct()).hasSize(1);
        }
    }

    @Test
    void what_is_rolled_back_leaves_neither_award_nor_letter() {
        var address = fixtures.anAddress();

        transaction.executeWithoutResult(status -> {
            awards.award(issuer, AwardFixtures.awarding(spec, "Ana Gil", Optional.of(address)));
            status.setRollbackOnly();
        });

        assertThat(post.newest(200)).noneMatch(l -> l.to().equals(address.value()));
        assertThat(jdbc.sql("select count(*) from award where organisation_id = ?")
                        .param(issuer.organisationId().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void another_tenant_sees_and_annuls_nothing() {
        var award = awards.award(issuer, AwardFixtures.awarding(spec, "Ana Gil", Optional.empty()));
        var other = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);

        assertThat(awards.byId(other.organisationId(), award.id())).isEmpty();
        assertThatThrownBy(() -> awards.annul(other, award.id(), "not mine")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> awards.award(other, AwardFixtures.awarding(spec, "Ana Gil", Optional.empty())))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> letters.sendAgain(other, award.id(), Locale.ENGLISH))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_letter_waits_for_a_mail_server_and_is_not_sent_again_without_end() {
        var award = awards.award(issuer, AwardFixtures.awarding(spec, "Ana Gil", Optional.of(fixtures.anAddress())));

        assertThat(letters.newest(award.id()))
                .map(Correspondence.LetterLine::words)
                .contains("noServer");
        for (int i = 0; i < 5; i++) {
            letters.sendAgain(issuer, award.id(), Locale.ENGLISH);
        }
        assertThatThrownBy(() -> letters.sendAgain(issuer, award.id(), Locale.ENGLISH))
                .isInstanceOf(ConflictException.class);
        assertThat(post.about(award.id().subject())).hasSize(6);
    }

    @Test
    void an_annulled_award_stays_annulled_and_is_not_given_again_of_the_same_date() {
        var wish = AwardFixtures.awarding(spec, "Ana Gil", Optional.empty());
        var award = awards.award(issuer, wish);

        awards.annul(issuer, award.id(), "Marks were mixed up.");

        assertThat(awards.byId(issuer.organisationId(), award.id())
                        .orElseThrow()
                        .annulledFor())
                .contains("Marks were mixed up.");
        assertThatThrownBy(() -> awards.annul(issuer, award.id(), "again")).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> awards.award(issuer, wish)).isInstanceOf(InputException.class);
    }

    @Test
    void the_database_refuses_to_change_or_delete_an_award() {
        var award = awards.award(issuer, AwardFixtures.awarding(spec, "Ana Gil", Optional.empty()));

        assertThatThrownBy(() -> jdbc.sql("update award set grade = '10' where id = ?")
                        .param(award.id().value())
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from award where id = ?")
                        .param(award.id().value())
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void who_proves_her_address_holds_what_was_awarded_to_it_everywhere() {
        var address = fixtures.anAddress();
        var elsewhere = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        awards.award(issuer, AwardFixtures.awarding(spec, "Ana Gil", Optional.of(address)));
        awards.award(
                elsewhere,
                AwardFixtures.awarding(AwardFixtures.aPublishedSpec(specs, elsewhere), "Ana G.", Optional.of(address)));

        var person = fixtures.aPerson(address);

        assertThat(awards.heldBy(person.id())).hasSize(2);
    }

    @Test
    void who_is_known_by_her_address_holds_a_new_award_at_once() {
        var address = fixtures.anAddress();
        var person = fixtures.aPerson(address);

        var award = awards.award(issuer, AwardFixtures.awarding(spec, "Ana Gil", Optional.of(address)));

        assertThat(award.recipient().holder()).contains(person.id());
    }

    @Test
    void the_link_in_the_letter_claims_for_the_first_who_comes() {
        var address = fixtures.anAddress();
        var award = awards.award(issuer, AwardFixtures.awarding(spec, "Ana Gil", Optional.of(address)));
        var token = tokenMailedTo(address);
        var ana = fixtures.aPerson(fixtures.anAddress());
        var luis = fixtures.aPerson(fixtures.anAddress());

        assertThat(claims.ticket(token).orElseThrow().award().id()).isEqualTo(award.id());
        assertThat(claims.claim(token, ana.id())).isEqualTo(new ClaimResult.Claimed(List.of(award.id())));
        assertThat(claims.claim(token, ana.id())).isEqualTo(new ClaimResult.Claimed(List.of(award.id())));
        assertThat(claims.claim(token, luis.id())).isEqualTo(new ClaimResult.HeldByAnother());
        assertThat(claims.claim("no-such-token", luis.id())).isEqualTo(new ClaimResult.Unknown());
        assertThat(jdbc.sql("select secret_hash from claim_ticket where award_id = ?")
                        .param(award.id().value())
                        .query(String.class)
                        .list())
                .doesNotContain(token);
    }

    @Test
    void a_code_on_paper_claims_however_it_is_typed() {
        var award = awards.award(issuer, AwardFixtures.awarding(spec, "Ana Gil", Optional.empty()));
        var code = tickets.codes(List.of(award.id())).getOrDefault(award.id(), "");
        var ana = fixtures.aPerson(fixtures.anAddress());

        assertThat(code).matches("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
        assertThat(claims.claim(" " + code.toLowerCase(Locale.ROOT).replace('-', ' '), ana.id()))
                .isEqualTo(new ClaimResult.Claimed(List.of(award.id())));
    }

    @Test
    void a_corrected_address_ends_the_old_link_and_releases_who_came_by_it() {
        var wrong = fixtures.anAddress();
        var right = fixtures.anAddress();
        var award = awards.award(issuer, AwardFixtures.awarding(spec, "Ana Gil", Optional.of(wrong)));
        var oldToken = tokenMailedTo(wrong);
        claims.claim(oldToken, fixtures.aPerson(fixtures.anAddress()).id());

        letters.correctAddress(issuer, award.id(), right.value(), Locale.ENGLISH);

        assertThat(claims.ticket(oldToken)).isEmpty();
        assertThat(awards.byId(issuer.organisationId(), award.id())
                        .orElseThrow()
                        .isClaimed())
                .isFalse();
        assertThat(claims.ticket(tokenMailedTo(right))).isPresent();
    }

    private String tokenMailedTo(EmailAddress address) {
        var letter = post.newest(200).stream()
                .filter(l -> l.to().equals(address.value()))
                .findFirst()
                .orElseThrow();
        var link = Pattern.compile("/claim/([A-Za-z0-9_-]{43})").matcher(letter.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
