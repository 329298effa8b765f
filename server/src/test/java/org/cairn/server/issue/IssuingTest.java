package org.cairn.server.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cairn.credential.badge.Identity;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.verify.Outcome;
import org.cairn.credential.verify.Verdict;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.award.AwardId;
import org.cairn.server.award.Awards;
import org.cairn.server.award.AwardsConferred;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.cairn.server.operate.Audit;
import org.cairn.server.operate.CairnSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@CairnTest
class IssuingTest {
    @Autowired
    Awards awards;

    @Autowired
    Credentials credentials;

    @Autowired
    Issuers issuers;

    @Autowired
    Specs specs;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Contexts contexts;

    @Autowired
    CairnSettings settings;

    @Autowired
    Audit audit;

    @Autowired
    InstantSource time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    private Acting issuer;
    private SpecVersionId spec;

    @BeforeEach
    void anInstitutionWithASpec() {
        issuer = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        spec = IssueFixtures.aPublishedSpec(specs, issuer);
    }

    @Test
    void an_award_gets_a_credential_that_a_verifier_accepts() {
        var credential = IssueFixtures.aCredential(awards, credentials, issuer, spec);

        var report = IssueFixtures.verified(issuers, contexts, time, credential.json());

        assertThat(report.findings()).noneMatch(f -> f.outcome() == Outcome.FAIL || f.outcome() == Outcome.UNKNOWN);
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(audit.of(issuer.organisationId().value(), 10))
                .anyMatch(e -> e.action().equals("credential.issued")
                        && e.subject().equals(credential.id().subject()));
    }

    @Test
    void the_credential_says_who_what_and_how_much() {
        var address = fixtures.anAddress();
        var award = awards.award(issuer, IssueFixtures.awarding(spec, "Ana Gil", Optional.of(address)));

        var json = Json.object(IssueFixtures.of(credentials, award).json());
        var subject = json.getJsonObject("credentialSubject");
        var achievement = subject.getJsonObject("achievement");
        var email = subject.getJsonArray("identifier").getJsonObject(1);

        assertThat(json.getString("id")).startsWith("urn:uuid:");
        assertThat(json.getString("awardedDate")).isEqualTo("2026-05-01T00:00:00Z");
        assertThat(json.getString("validUntil")).isEqualTo("2029-05-01T00:00:00Z");
        assertThat(json.getJsonObject("issuer").getJsonObject("address").getString("addressCountryCode"))
                .isEqualTo("ES");
        assertThat(achievement.getString("id"))
                .isEqualTo(settings.address("/catalogue/" + spec).toString());
        assertThat(achievement.getString("workloadHours")).isEqualTo("62.5");
        assertThat(achievement.getJsonArray("alignment")).hasSize(1);
        assertThat(achievement.getJsonArray("outcomesInOrder")).hasSize(2);
        assertThat(subject.getJsonArray("result").getJsonObject(0).getString("value"))
                .isEqualTo("Pass");
        assertThat(subject.getJsonArray("identifier").getJsonObject(0).getString("identityHash"))
                .isEqualTo("Ana Gil");
        assertThat(json.toString()).doesNotContain(address.value());
        assertThat(Identity.hashedEmail(address.value(), email.getString("salt"))
                        .identityHash())
                .isEqualTo(email.getString("identityHash"));
    }

    @Test
    void changing_any_element_of_ours_breaks_the_signature() {
        var json = IssueFixtures.aCredential(awards, credentials, issuer, spec).json();

        assertThat(verdict(json.replace("\"62.5\"", "\"99\""))).isEqualTo(Verdict.NOT_VALID);
        assertThat(verdict(json.replace("supervised-onsite-with-id", "unsupervised-no-id")))
                .isEqualTo(Verdict.NOT_VALID);
        assertThat(verdict(json.replace("Planifica una ruta.", "Dirige una escuela.")))
                .isEqualTo(Verdict.NOT_VALID);
        assertThat(verdict(json.replace("\"eqfLevelNumber\":5", "\"eqfLevelNumber\":7")))
                .isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void the_same_chunk_told_again_makes_no_second_credential() {
        var award = awards.award(issuer, IssueFixtures.awarding(spec, "Ana Gil", Optional.empty()));

        transaction.executeWithoutResult(status ->
                events.publishEvent(new AwardsConferred(issuer.organisationId(), List.of(award.id(), award.id()))));

        assertThat(credentials.ofAwards(List.of(award.id()))).hasSize(1);
    }

    @Test
    void what_fails_after_signing_leaves_neither_award_nor_credential_nor_a_used_place() {
        IssueFixtures.aCredential(awards, credentials, issuer, spec);
        var before = used();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    awards.award(issuer, IssueFixtures.awarding(spec, "Bo Li", Optional.empty()));
                    throw new IllegalStateException("the power went");
                }))
                .hasMessage("the power went");

        assertThat(used()).isEqualTo(before);
        assertThat(count("award")).isEqualTo(1);
        assertThat(count("credential")).isEqualTo(1);
    }

    @Test
    void an_issuer_that_cannot_sign_awards_nothing() {
        IssueFixtures.aCredential(awards, credentials, issuer, spec);
        jdbc.sql("update signing_key set sealed_secret = :junk where organisation_id = :organisation")
                .param("junk", new byte[60])
                .param("organisation", issuer.organisationId().value())
                .update();

        assertThatThrownBy(() -> awards.award(issuer, IssueFixtures.awarding(spec, "Bo Li", Optional.empty())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("master key");

        assertThat(count("award")).isEqualTo(1);
    }

    @Test
    void an_event_about_awards_that_are_not_there_is_refused() {
        var stranger = new AwardsConferred(issuer.organisationId(), List.of(new AwardId(UUID.randomUUID())));

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> events.publishEvent(stranger)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stored_documents_cannot_be_changed() {
        IssueFixtures.aCredential(awards, credentials, issuer, spec);

        assertThatThrownBy(() -> jdbc.sql("update credential set signed_json = '{}' where organisation_id = :id")
                        .param("id", issuer.organisationId().value())
                        .update())
                .hasMessageContaining("never changed");
    }

    private Verdict verdict(String json) {
        return IssueFixtures.verified(issuers, contexts, time, json).verdict();
    }

    private int used() {
        return jdbc.sql("select used from status_allocation where organisation_id = :id")
                .param("id", issuer.organisationId().value())
                .query(Integer.class)
                .single();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where organisation_id = :id")
                .param("id", issuer.organisationId().value())
                .query(Integer.class)
                .single();
    }
}
