package org.cairn.server.issue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.HexFormat;
import org.cairn.credential.proof.Contexts;
import org.cairn.credential.verify.Verdict;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.cairn.server.issue.IssuerIdentity.Method;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.operate.MasterKey;
import org.cairn.server.web.ConflictException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CairnTest
class IssuerKeysTest {
    @Autowired
    Awards awards;

    @Autowired
    Credentials credentials;

    @Autowired
    Issuers issuers;

    @Autowired
    IssuerKeys keys;

    @Autowired
    IssuerRepository rows;

    @Autowired
    MasterKey master;

    @Autowired
    CairnSettings settings;

    @Autowired
    Specs specs;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Contexts contexts;

    @Autowired
    InstantSource time;

    @Autowired
    MovedHost moved;

    @Autowired
    JdbcClient jdbc;

    private Acting issuer;
    private SpecVersionId spec;

    @BeforeEach
    void anInstitutionWithASpec() {
        issuer = fixtures.acting(fixtures.anInstitution(), Role.ADMIN);
        spec = IssueFixtures.aPublishedSpec(specs, issuer);
    }

    @Test
    void the_first_credential_makes_a_name_on_this_host() {
        IssueFixtures.aCredential(awards, credentials, issuer, spec);

        var did = keys.identity(issuer.organisationId()).orElseThrow().did();
        assertThat(did)
                .isEqualTo("did:web:localhost%3A" + settings.publicUrl().getPort() + ":issuers:"
                        + issuer.organisation().slug());
        assertThat(issuers.didDocument(did).orElseThrow().getJsonArray("verificationMethod"))
                .hasSize(1);
        assertThat(issuers.didDocument("did:web:example.org")).isEmpty();
    }

    @Test
    void the_stored_secret_is_sealed_and_opens_only_in_its_place() {
        keys.choose(issuer, Method.WEB);
        var sealed = rows.active(issuer.organisationId());
        var context =
                "signing-key " + issuer.organisationId() + " " + sealed.key().id();

        var secret = master.open(sealed.secret(), context);

        assertThat(secret).hasSize(32);
        assertThat(sealed.secret()).hasSize(60);
        assertThat(HexFormat.of().formatHex(sealed.secret()))
                .doesNotContain(HexFormat.of().formatHex(secret));
        assertThatThrownBy(() -> master.open(sealed.secret(), context + "x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("master key");
    }

    @Test
    void after_a_change_of_keys_old_and_new_credentials_verify() {
        var before = IssueFixtures.aCredential(awards, credentials, issuer, spec);

        keys.rotate(issuer);
        var after = credentials.byId(credentials.reissue(issuer, before.id(), "Signed with the new key"));

        assertThat(after).hasValueSatisfying(c -> assertThat(verdict(c)).isEqualTo(Verdict.VALID));
        assertThat(keys.keys(issuer.organisationId())).hasSize(2);
        assertThat(keys.keys(issuer.organisationId()).getLast().retiredAt()).isPresent();
    }

    @Test
    void what_the_retired_key_signed_stays_good() {
        var before = IssueFixtures.aCredential(awards, credentials, issuer, spec);

        keys.rotate(issuer);

        assertThat(verdict(before)).isEqualTo(Verdict.VALID);
    }

    @Test
    void a_key_as_name_signs_and_cannot_be_changed() {
        keys.choose(issuer, Method.KEY);
        var credential = IssueFixtures.aCredential(awards, credentials, issuer, spec);

        assertThat(keys.identity(issuer.organisationId()).orElseThrow().did()).startsWith("did:key:z6Mk");
        assertThat(verdict(credential)).isEqualTo(Verdict.VALID);
        assertThatThrownBy(() -> keys.rotate(issuer)).isInstanceOf(ConflictException.class);
    }

    @Test
    void a_name_is_chosen_once() {
        keys.choose(issuer, Method.KEY);

        assertThatThrownBy(() -> keys.choose(issuer, Method.WEB)).isInstanceOf(ConflictException.class);
    }

    private Verdict verdict(IssuedCredential credential) {
        return IssueFixtures.verified(issuers, contexts, time, credential.json())
                .verdict();
    }

    @Test
    void an_operator_is_told_of_issuers_that_sign_under_another_address() {
        var before = moved.elsewhere();
        keys.choose(fixtures.acting(fixtures.anInstitution(), Role.ADMIN), Method.WEB);
        assertThat(moved.elsewhere()).isEqualTo(before);

        jdbc.sql("""
                insert into issuer_identity (organisation_id, did, method, created_at)
                values (:organisation, 'did:web:cairn.example:issuers:moved', 'WEB', now())
                """)
                .param("organisation", fixtures.anInstitution().id().value())
                .update();

        assertThat(moved.elsewhere()).isEqualTo(before + 1);
    }
}
