package org.cairn.server.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.verify.Check;
import org.cairn.credential.verify.FindingCode;
import org.cairn.credential.verify.Outcome;
import org.cairn.credential.verify.Verdict;
import org.cairn.credential.verify.VerificationReport;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.award.Award;
import org.cairn.server.award.AwardId;
import org.cairn.server.award.Awarding;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.identity.Role;
import org.cairn.server.web.ConflictException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Credentials of awards that are built on others, what becomes of those, and the record of them all.
@CairnTest
class BuiltOnTest {
    @Autowired
    Awards awards;

    @Autowired
    Credentials credentials;

    @Autowired
    LearnerRecords records;

    @Autowired
    Issuers issuers;

    @Autowired
    IssuerKeys keys;

    @Autowired
    Specs specs;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Contexts contexts;

    @Autowired
    InstantSource time;

    private Acting college;
    private Acting academy;
    private EmailAddress ana;
    private Award module;
    private Award elsewhere;

    @BeforeEach
    void anaHoldsACredentialOfEachOfTwoInstitutions() {
        college = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        academy = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        ana = fixtures.anAddress();
        fixtures.aPerson(ana);
        module = awarded(college);
        elsewhere = awarded(academy);
    }

    @Test
    void the_credential_of_a_larger_award_names_those_it_is_built_on_and_verifies() {
        var larger = larger(elsewhere.id(), module.id());

        var report = verified(larger.json());
        assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.VALID);
        assertThat(report.findings(Check.SCHEMA)).allMatch(finding -> finding.outcome() == Outcome.PASS);
        assertThat(Json.objects(Json.object(larger.json()), "evidence"))
                .containsExactly(
                        evidence(elsewhere, academy.organisation().legalName()),
                        evidence(module, college.organisation().legalName()));
        assertThat(Json.object(of(module).json())).doesNotContainKey("evidence");
    }

    @Test
    void how_a_component_stands_is_told_of_the_credential_that_is_built_on_it_only() {
        var larger = larger(elsewhere.id(), module.id()).urn();
        var stranger = awarded(college);

        assertThat(credentials.component(larger, of(module).urn())).contains(ComponentState.STANDING);
        assertThat(credentials.component(larger, of(stranger).urn())).isEmpty();
        assertThat(credentials.component(of(module).urn(), larger)).isEmpty();
        credentials.suspend(academy, of(elsewhere).id(), "Being looked into");
        assertThat(credentials.component(larger, of(elsewhere).urn())).contains(ComponentState.SUSPENDED);
        credentials.revoke(academy, of(elsewhere).id(), "Given by mistake");
        assertThat(credentials.component(larger, of(elsewhere).urn())).contains(ComponentState.REVOKED);
    }

    @Test
    void what_is_given_up_for_a_higher_award_is_revoked_with_a_reason_that_says_so() {
        var before = of(module);
        var larger = larger(module.id());

        awards.absorb(college, module.id(), awardOf(larger));

        var now = credentials.byId(before.id()).orElseThrow();
        assertThat(now.status()).isEqualTo(CredentialStatus.REVOKED);
        assertThat(now.statusReason()).contains("Award given up for a higher award");
        assertThat(verified(before.json()).verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(credentials.component(larger.urn(), before.urn())).contains(ComponentState.GIVEN_UP);
        assertThat(verified(larger.json()).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void a_restored_award_gets_a_new_credential() {
        var before = of(module);
        awards.absorb(college, module.id(), awardOf(larger(module.id())));

        awards.restore(college, module.id(), "The higher award was annulled.");

        var all = credentials.ofAwards(List.of(module.id()));
        assertThat(all).hasSize(2);
        assertThat(all.getFirst().id()).isNotEqualTo(before.id());
        assertThat(verified(all.getFirst().json()).verdict()).isEqualTo(Verdict.VALID);
        assertThat(verified(before.json()).verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void a_credential_that_was_revoked_for_itself_is_not_made_good_by_absorbing_and_restoring() {
        var before = of(module);
        var higher = awardOf(larger(module.id()));
        credentials.revoke(college, before.id(), "The name is wrong");

        awards.absorb(college, module.id(), higher);
        awards.restore(college, module.id(), "It was absorbed in error.");

        assertThat(credentials.ofAwards(List.of(module.id())))
                .singleElement()
                .satisfies(only -> assertThat(only.status()).isEqualTo(CredentialStatus.REVOKED));
    }

    @Test
    void nothing_is_signed_anew_from_an_absorbed_award() {
        var before = of(module);
        awards.absorb(college, module.id(), awardOf(larger(module.id())));

        assertThatThrownBy(() -> credentials.reissue(college, before.id(), "Name corrected"))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("issue.conflict.absorbed");
    }

    @Test
    void the_record_of_a_larger_award_holds_what_it_is_built_on_and_verifies_each_on_its_own() {
        var larger = larger(elsewhere.id(), module.id());

        var record = Json.object(records.of(larger.id()).orElseThrow());
        var report = verified(Json.text(record));

        assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.VALID);
        assertThat(report.contained())
                .hasSize(3)
                .allMatch(inner -> inner.verdict() == Verdict.VALID)
                .extracting(VerificationReport::credential)
                .containsExactly(
                        Json.object(larger.json()),
                        Json.object(of(elsewhere).json()),
                        Json.object(of(module).json()));
        assertThat(report.summary().issuer().id())
                .contains(keys.identity(college.organisationId()).orElseThrow().did());
        var subject = record.getJsonObject("credentialSubject");
        assertThat(Json.objects(subject, "association"))
                .containsExactly(isPartOf(of(elsewhere), larger), isPartOf(of(module), larger));
        assertThat(subject).doesNotContainKey("id"); // two institutions know her by two ids
        assertThat(record).doesNotContainKey("partial");
    }

    @Test
    void a_record_of_one_institution_is_of_the_learner_it_knows() {
        var record = Json.object(records.of(larger(module.id()).id()).orElseThrow());

        assertThat(record.getJsonObject("credentialSubject").getString("id"))
                .isEqualTo("urn:uuid:" + module.recipient().id());
        assertThat(verified(Json.text(record)).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void a_record_leaves_out_what_does_not_stand_and_says_that_it_is_partial() {
        var larger = larger(elsewhere.id(), module.id());
        var before = Json.object(records.of(larger.id()).orElseThrow());
        credentials.revoke(academy, of(elsewhere).id(), "Given by mistake");

        var record = Json.object(records.of(larger.id()).orElseThrow());
        var report = verified(Json.text(record));

        assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.VALID);
        assertThat(report.contained()).hasSize(2);
        assertThat(record.getBoolean("partial")).isTrue();
        assertThat(record.getString("id")).isEqualTo(before.getString("id"));
        assertThat(verified(Json.text(before)).findings(Check.CONTAINED))
                .anyMatch(finding -> finding.code() == FindingCode.CONTAINED_NOT_VALID);
    }

    @Test
    void the_largest_award_has_a_record_that_verifies() {
        var plain = IssueFixtures.awarding(module.spec(), "Ana Gil", Optional.of(ana));
        var components = IntStream.rangeClosed(1, Awarding.MOST_COMPONENTS)
                .mapToObj(day -> awards.award(
                                college,
                                new Awarding(
                                        plain.spec(),
                                        plain.name(),
                                        plain.email(),
                                        plain.learnerNumber(),
                                        plain.awardedOn().plusDays(day),
                                        plain.grade(),
                                        plain.narrative()))
                        .id())
                .toArray(AwardId[]::new);

        var report = verified(records.of(larger(components).id()).orElseThrow());

        assertThat(report.verdict()).as(report.findings().toString()).isEqualTo(Verdict.VALID);
        assertThat(report.contained()).hasSize(Awarding.MOST_COMPONENTS + 1);
    }

    @Test
    void a_record_is_signed_with_the_current_key() {
        var larger = larger(module.id());
        keys.rotate(college);

        var record = Json.object(records.of(larger.id()).orElseThrow());

        assertThat(record.getJsonObject("proof").getString("verificationMethod"))
                .isNotEqualTo(Json.object(larger.json()).getJsonObject("proof").getString("verificationMethod"));
        assertThat(verified(Json.text(record)).verdict()).isEqualTo(Verdict.VALID);
    }

    @Test
    void there_is_no_record_of_an_award_that_is_built_on_nothing_or_does_not_stand() {
        var larger = larger(module.id());
        credentials.revoke(college, larger.id(), "Given by mistake");

        assertThat(records.of(larger.id())).isEmpty();
        assertThat(records.of(of(module).id())).isEmpty();
    }

    private JsonObject evidence(Award component, String issuer) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("id", of(component).urn())
                .add("type", Json.PROVIDER.createArrayBuilder().add("Evidence"))
                .add("name", "Reading maps")
                .add("description", issuer + ", 2026-05-01")
                .add("genre", "component credential")
                .build();
    }

    private static JsonObject isPartOf(IssuedCredential part, IssuedCredential whole) {
        return Json.PROVIDER
                .createObjectBuilder()
                .add("type", "Association")
                .add("associationType", "isPartOf")
                .add("sourceId", achievement(part))
                .add("targetId", achievement(whole))
                .build();
    }

    private static String achievement(IssuedCredential credential) {
        return Json.object(credential.json())
                .getJsonObject("credentialSubject")
                .getJsonObject("achievement")
                .getString("id");
    }

    private Award awarded(Acting by) {
        return awards.award(by, IssueFixtures.awarding(aSpec(by), "Ana Gil", Optional.of(ana)));
    }

    private SpecVersionId aSpec(Acting by) {
        return IssueFixtures.aPublishedSpec(specs, by);
    }

    private IssuedCredential larger(AwardId... components) {
        var plain = IssueFixtures.awarding(aSpec(college), "Ana Gil", Optional.of(ana));
        return of(awards.award(
                college,
                new Awarding(
                        plain.spec(),
                        plain.name(),
                        plain.email(),
                        plain.learnerNumber(),
                        plain.awardedOn(),
                        plain.grade(),
                        plain.narrative(),
                        List.of(components))));
    }

    private IssuedCredential of(Award award) {
        return IssueFixtures.of(credentials, award);
    }

    private static AwardId awardOf(IssuedCredential credential) {
        return credential.award();
    }

    private VerificationReport verified(String json) {
        return IssueFixtures.verified(issuers, contexts, time, json);
    }
}
