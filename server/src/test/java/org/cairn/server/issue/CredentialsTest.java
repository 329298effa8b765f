package org.cairn.server.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future.State;
import java.util.stream.IntStream;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.verify.Verdict;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.cairn.server.web.ConflictException;
import org.cairn.server.web.InputException;
import org.cairn.server.web.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CairnTest
class CredentialsTest {
    private static final String REASON = "Being looked into";

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
    InstantSource time;

    @Autowired
    JdbcClient jdbc;

    private Acting issuer;
    private SpecVersionId spec;
    private IssuedCredential credential;

    @BeforeEach
    void anInstitutionWithACredential() {
        issuer = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        spec = IssueFixtures.aPublishedSpec(specs, issuer);
        credential = IssueFixtures.aCredential(awards, credentials, issuer, spec);
    }

    @Test
    void a_revoked_credential_fails_verification_at_once_and_its_award_stays() {
        assertThat(verdict()).isEqualTo(Verdict.VALID);

        credentials.revoke(issuer, credential.id(), REASON);

        assertThat(verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(awards.byIds(List.of(credential.award())).getFirst().isAnnulled())
                .isFalse();
    }

    @Test
    void a_suspended_credential_fails_until_it_is_reinstated() {
        credentials.suspend(issuer, credential.id(), REASON);
        var during = verdict();
        credentials.reinstate(issuer, credential.id(), "All was well");

        assertThat(during).isEqualTo(Verdict.NOT_VALID);
        assertThat(verdict()).isEqualTo(Verdict.VALID);
        assertThat(credentials.history(credential.id()))
                .extracting(StatusChange::to)
                .containsExactly(CredentialStatus.SUSPENDED, CredentialStatus.ACTIVE);
    }

    @Test
    void one_bit_and_no_other_is_set() {
        var other = IssueFixtures.of(
                credentials, awards.award(issuer, IssueFixtures.awarding(spec, "Bo Li", Optional.empty())));

        credentials.revoke(issuer, credential.id(), REASON);

        assertThat(IssueFixtures.verified(issuers, contexts, time, other.json()).verdict())
                .isEqualTo(Verdict.VALID);
        assertThat(jdbc.sql("select bit_count(bits) from status_list where organisation_id = :id")
                        .param("id", issuer.organisationId().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_revoked_credential_stays_revoked() {
        credentials.revoke(issuer, credential.id(), REASON);

        assertThatThrownBy(() -> credentials.reinstate(issuer, credential.id(), REASON))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> jdbc.sql("update credential set status = 'ACTIVE' where id = :id")
                        .param("id", credential.id().value())
                        .update())
                .hasMessageContaining("stays revoked");
    }

    @Test
    void a_reason_is_asked_for() {
        assertThatThrownBy(() -> credentials.revoke(issuer, credential.id(), "  no  "))
                .isInstanceOf(InputException.class);
        assertThat(credentials.history(credential.id())).isEmpty();
    }

    @Test
    void another_organisation_has_no_such_credential() {
        var stranger = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);

        assertThatThrownBy(() -> credentials.revoke(stranger, credential.id(), REASON))
                .isInstanceOf(NotFoundException.class);
        assertThat(credentials.byId(stranger.organisationId(), credential.id())).isEmpty();
    }

    @Test
    void annulling_the_award_revokes_its_credential() {
        awards.annul(issuer, credential.award(), "Given by mistake");

        var now = credentials.byId(credential.id()).orElseThrow();
        assertThat(now.status()).isEqualTo(CredentialStatus.REVOKED);
        assertThat(now.statusReason()).hasValueSatisfying(r -> assertThat(r).contains("Given by mistake"));
        assertThat(verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void signing_anew_replaces_the_credential_of_the_same_award() {
        var fresh = credentials.reissue(issuer, credential.id(), "Name corrected");

        var all = credentials.ofAwards(List.of(credential.award()));
        assertThat(all).extracting(IssuedCredential::id).containsExactlyInAnyOrder(fresh, credential.id());
        assertThat(verdict()).isEqualTo(Verdict.NOT_VALID);
        assertThat(IssueFixtures.verified(
                                issuers,
                                contexts,
                                time,
                                credentials.byId(fresh).orElseThrow().json())
                        .verdict())
                .isEqualTo(Verdict.VALID);
    }

    @Test
    void of_many_who_revoke_at_once_one_does() throws Exception {
        List<Callable<Boolean>> rush = IntStream.range(0, 6)
                .<Callable<Boolean>>mapToObj(i -> () -> {
                    credentials.revoke(issuer, credential.id(), REASON + " " + i);
                    return true;
                })
                .toList();

        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = workers.invokeAll(rush);

            assertThat(outcomes).filteredOn(f -> f.state() == State.SUCCESS).hasSize(1);
            assertThat(outcomes)
                    .filteredOn(f -> f.state() == State.FAILED)
                    .allMatch(f -> f.exceptionNow() instanceof ConflictException);
        }
        assertThat(credentials.history(credential.id())).hasSize(1);
    }

    @Test
    void a_credential_is_found_by_the_name_it_gives_itself() {
        assertThat(credentials.byUrn("urn:uuid:" + credential.id())).contains(again());
        assertThat(credentials.byUrn("urn:uuid:nonsense")).isEmpty();
        assertThat(credentials.byUrn("https://example.org/1")).isEmpty();
    }

    private IssuedCredential again() {
        return credentials.byId(credential.id()).orElseThrow();
    }

    private Verdict verdict() {
        return IssueFixtures.verified(issuers, contexts, time, credential.json())
                .verdict();
    }
}
