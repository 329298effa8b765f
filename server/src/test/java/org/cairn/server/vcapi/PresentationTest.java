package org.cairn.server.vcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.server.vcapi.Calls.HOLDER;
import static org.cairn.server.vcapi.Calls.aPresentationOf;
import static org.cairn.server.vcapi.Calls.with;
import static org.cairn.server.vcapi.Calls.without;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.cairn.credential.proof.ProofOptions;
import org.cairn.credential.proof.Suite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Verifying presentations.
@OpenVcApi
class PresentationTest {
    private static final String EXPECTED = "{\"domain\": \"verifier.example\", \"challenge\": \"c-4711\"}";

    @Autowired
    Calls calls;

    private JsonObject credential;

    @BeforeEach
    void aSignedCredential() {
        credential = calls.issued("eddsa-rdfc-2022", calls.aCredential("eddsa-rdfc-2022"));
    }

    @Test
    void verifies_a_presentation_made_for_this_verifier_and_occasion() {
        var presented = calls.presented(aPresentationOf(credential));

        assertThat(calls.verifyPresentation(presented, EXPECTED).status()).isEqualTo(200);
        assertThat(calls.verifyPresentation(presented, EXPECTED).json().getBoolean("verified"))
                .isTrue();
        assertThat(calls.verifyPresentation(presented, "{\"checks\": []}").status())
                .isEqualTo(200);
        assertThat(calls.verifyPresentation(presented).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"domain\": \"other.example\"}|INVALID_DOMAIN_ERROR",
                "{\"challenge\": \"c-4712\"}|INVALID_CHALLENGE_ERROR",
                "{\"expectedProofPurpose\": \"assertionMethod\"}|PROOF_VERIFICATION_ERROR",
                "{\"challenge\": []}|MALFORMED_VALUE_ERROR"
            })
    void does_not_verify_one_made_for_another(String options, String problem) {
        var presented = calls.presented(aPresentationOf(credential));

        var answer = calls.verifyPresentation(presented, options);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problems()).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/@context|[\"https://www.w3.org/ns/credentials/v2\", \"https://unknown.example/\"]",
                "/@context|[\"https://www.w3.org/ns/credentials/v2\", \"https ://not-a-url\"]",
                "/@context|[\"https://www.w3.org/ns/credentials/v2\", 123192875]",
                "/@context|[\"https://www.w3.org/ns/credentials/examples/v2\", \"https://www.w3.org/ns/credentials/v2\"]",
                "/type|[\"Presentation\"]",
                "/id|\"urn:uuid:added\"",
                "/holder|\"did:example:somebody-else\"",
                "/holder|{\"name\": \"no id\"}",
                "/verifiableCredential|\"a string\"",
                "/verifiableCredential|[\"a string\"]",
                "/verifiableCredential|[]",
                "/verifiableCredential/0/credentialSubject/alumniOf|\"Another School\"",
                "/verifiableCredential/0/proof/proofValue|\"z1\"",
                "/proof/proofValue|\"z5nmMBw2u9TGKd9NxxHJtyZKgjN2Eh\"",
                "/proof/challenge|\"c-4712\"",
                "/proof/proofPurpose|\"assertionMethod\"",
                "/proof/verificationMethod|\"did:key:invalidVm\"",
                "/proof/verificationMethod|\"did:example:x#y\"",
                "/proof|null",
                "/proof|[]"
            })
    void does_not_verify_what_was_changed(String pointer, String value) {
        var presented = calls.presented(aPresentationOf(credential));

        assertThat(calls.verifyPresentation(with(presented, pointer, value)).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@context", "type", "proof", "holder", "verifiableCredential"})
    void does_not_verify_what_was_taken_out(String member) {
        var presented = calls.presented(aPresentationOf(credential));

        assertThat(calls.verifyPresentation(without(presented, "/" + member)).status())
                .isEqualTo(400);
    }

    @Test
    void verifies_several_credentials_or_none() {
        var several = with(aPresentationOf(credential), "/verifiableCredential/-", credential.toString());
        var none = without(aPresentationOf(credential), "/verifiableCredential");

        assertThat(calls.verifyPresentation(calls.presented(several)).status()).isEqualTo(200);
        assertThat(calls.verifyPresentation(calls.presented(none)).status()).isEqualTo(200);
    }

    @Test
    void says_which_of_several_credentials_does_not_verify() {
        var changed = with(credential, "/credentialSubject/alumniOf", "\"Another School\"");
        var several = with(aPresentationOf(credential), "/verifiableCredential/-", changed.toString());

        var answer = calls.verifyPresentation(calls.presented(several));

        assertThat(answer.pointers()).containsExactly("/verifiablePresentation/verifiableCredential/1");
        assertThat(answer.problems()).containsExactly("CRYPTOGRAPHIC_SECURITY_ERROR");
    }

    @Test
    void does_not_verify_an_unsigned_credential_in_a_signed_presentation() {
        var presented = calls.presented(aPresentationOf(without(credential, "/proof")));

        assertThat(calls.verifyPresentation(presented).status()).isEqualTo(400);
    }

    /// 4.13.4 of the Data Model: a proof of its own secures it as it does any other credential.
    @Test
    void verifies_what_holders_say_of_themselves_whether_or_not_the_presentation_names_them() {
        var own = with(without(credential, "/proof"), "/issuer", '"' + HOLDER.didKey() + '"');
        var presentation =
                aPresentationOf(calls.signedElsewhere(own, ProofOptions.of(Suite.EDDSA_RDFC_2022, Instant.now())));

        var named = calls.presented(presentation);
        var asAnObject = calls.presented(with(presentation, "/holder", "{\"id\": \"" + HOLDER.didKey() + "\"}"));
        var unnamed = calls.presented(without(presentation, "/holder"));

        assertThat(calls.verifyPresentation(named).status()).isEqualTo(200);
        assertThat(calls.verifyPresentation(asAnObject).status()).isEqualTo(200);
        assertThat(calls.verifyPresentation(unnamed).status()).isEqualTo(200);
    }

    @Test
    void does_not_verify_what_holders_say_of_themselves_without_a_proof_or_with_a_broken_one() {
        var own = with(without(credential, "/proof"), "/issuer", '"' + HOLDER.didKey() + '"');
        var signed = calls.signedElsewhere(own, ProofOptions.of(Suite.EDDSA_RDFC_2022, Instant.now()));
        var changed = with(signed, "/credentialSubject/alumniOf", "\"Another School\"");

        assertThat(calls.verifyPresentation(calls.presented(aPresentationOf(own)))
                        .status())
                .isEqualTo(400);
        assertThat(calls.verifyPresentation(calls.presented(without(aPresentationOf(own), "/holder")))
                        .status())
                .isEqualTo(400);
        assertThat(calls.verifyPresentation(calls.presented(aPresentationOf(changed)))
                        .status())
                .isEqualTo(400);
    }
}
