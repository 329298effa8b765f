package org.cairn.server.vcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.server.vcapi.Calls.body;
import static org.cairn.server.vcapi.Calls.with;
import static org.cairn.server.vcapi.Calls.without;

import jakarta.json.JsonObject;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Issuing and verifying credentials, and every way in which both refuse.
@OpenVcApi
class IssueAndVerifyTest {
    @Autowired
    Calls calls;

    @ParameterizedTest
    @CsvSource({
        "eddsa-rdfc-2022,eddsa-rdfc-2022,z6Mk",
        "eddsa-jcs-2022,eddsa-jcs-2022,z6Mk",
        "ecdsa-rdfc-2019-p256,ecdsa-rdfc-2019,zDna",
        "ecdsa-rdfc-2019-p384,ecdsa-rdfc-2019,z82L",
        "ecdsa-jcs-2019-p256,ecdsa-jcs-2019,zDna",
        "ecdsa-jcs-2019-p384,ecdsa-jcs-2019,z82L",
        "status,eddsa-rdfc-2022,z6Mk"
    })
    void issues_in_every_suite_what_verifies_and_no_longer_does_when_changed(
            String suite, String cryptosuite, String key) {
        var credential = calls.aCredential(suite);

        var issued = calls.issue(suite, credential);

        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.type()).startsWith("application/json");
        var proof = issued.json().getJsonObject("proof");
        assertThat(proof.getString("type")).isEqualTo("DataIntegrityProof");
        assertThat(proof.getString("cryptosuite")).isEqualTo(cryptosuite);
        assertThat(proof.getString("proofPurpose")).isEqualTo("assertionMethod");
        assertThat(proof.getString("proofValue")).startsWith("z");
        assertThat(proof.getString("verificationMethod")).startsWith(calls.did(suite) + "#" + key);
        assertThat(issued.json()).containsAllEntriesOf(credential);
        assertThat(calls.verify(issued.json()).status()).isEqualTo(200);
        assertThat(calls.verify(with(issued.json(), "/credentialSubject/alumniOf", "\"Another School\""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void says_of_a_good_credential_that_it_is_verified() {
        var answer = calls.verify(calls.issued("eddsa-rdfc-2022", calls.aCredential("eddsa-rdfc-2022")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().getBoolean("verified")).isTrue();
        assertThat(answer.problems()).isEmpty();
    }

    @Test
    void names_a_standard_problem_for_each_refusal() {
        var answer = calls.issue("eddsa-rdfc-2022", without(calls.aCredential("eddsa-rdfc-2022"), "/issuer"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().getString("type"))
                .isEqualTo("https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR");
        assertThat(answer.json().getInt("status")).isEqualTo(400);
        assertThat(answer.json().getString("detail")).isEqualTo("There is no issuer.");
        assertThat(answer.pointers()).containsExactly("/credential");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/@context|4",
                "/@context|false",
                "/@context|[]",
                "/@context|[{\"foo\": true}, 4, false, null]",
                "/@context|[\"https://www.w3.org/ns/credentials/examples/v2\"]",
                "/@context|[\"https://www.w3.org/ns/credentials/v2\", \"https ://not-a-url\"]",
                "/@context|[\"https://www.w3.org/ns/credentials/v2\", \"https://unknown.example/v1\"]",
                "/@context|[\"https://www.w3.org/ns/credentials/v2\","
                        + " {\"VerifiableCredential\": \"https://t.example/#Other\"}]",
                "/@context|[\"https://www.w3.org/ns/credentials/v2\","
                        + " {\"@protected\": true, \"Own\": \"https://t.example/#A\"}, {\"Own\": \"https://t.example/#B\"}]",
                "/id|null",
                "/id|\"no url\"",
                "/id|[\"urn:a\", \"urn:b\"]",
                "/type|4",
                "/type|[]",
                "/type|[2, null, {\"foo\": true}, false]",
                "/type|[\"Diploma\"]",
                "/issuer|null",
                "/issuer|4",
                "/issuer|[]",
                "/issuer|{\"id\": null}",
                "/issuer|\"not a url\"",
                "/credentialSubject|null",
                "/credentialSubject|[]",
                "/credentialSubject|{}",
                "/credentialSubject|\"did:example:1234\"",
                "/credentialSubject|[null, true, 4]",
                "/validFrom|\"2026-01-01\"",
                "/validUntil|\"2020-01-01T00:00:00Z\"",
                "/name|{\"@value\": \"n\", \"url\": \"did:example:x\"}",
                "/credentialStatus|{\"id\": \"did:example:x\"}",
                "/credentialSchema|{\"id\": \"did:example:x\"}",
                "/evidence|{\"id\": \"did:example:x\"}",
                "/termsOfUse|{\"id\": \"did:example:x\"}",
                "/refreshService|{\"id\": \"did:example:x\"}",
                "/relatedResource|[\"https://r.example/\"]",
                "/relatedResource|{\"id\": \"https://www.w3.org/ns/credentials/v2\","
                        + " \"digestSRI\": \"sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\"}",
                "/statusEntry|{\"type\": \"BitstringStatusListEntry\", \"statusListIndex\": true}",
                "/proof|\"z1\""
            })
    void refuses_to_issue_and_to_verify_what_is_malformed(String pointer, String value) {
        var credential = calls.aCredential("eddsa-rdfc-2022");
        var signed = calls.issued("eddsa-rdfc-2022", credential);

        assertThat(calls.issue("eddsa-rdfc-2022", with(credential, pointer, value))
                        .status())
                .isEqualTo(400);
        assertThat(calls.verify(with(signed, pointer, value)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-jcs-2019-p256"})
    void refuses_types_and_terms_that_no_context_defines(String suite) {
        var credential = with(calls.aCredential(suite), "/@context", "[\"https://www.w3.org/ns/credentials/v2\"]");
        var plain = without(credential, "/credentialSubject/alumniOf");

        assertThat(calls.issue(suite, plain).status()).isEqualTo(201);
        assertThat(calls.issue(suite, credential).problems()).containsExactly("DATA_LOSS_DETECTION_ERROR");
        assertThat(calls.issue(suite, with(plain, "/type/-", "\"Diploma\"")).status())
                .isEqualTo(400);
        var signed = calls.issued(suite, plain);
        assertThat(calls.verify(with(signed, "/credentialSubject/undefinedTerm", "\"dropped?\""))
                        .status())
                .isEqualTo(400);
        assertThat(calls.verify(with(signed, "/type/-", "\"UndefinedType\"")).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@context", "type", "issuer", "credentialSubject"})
    void refuses_to_issue_and_to_verify_without_a_required_member(String member) {
        var credential = calls.aCredential("eddsa-rdfc-2022");
        var signed = calls.issued("eddsa-rdfc-2022", credential);

        assertThat(calls.issue("eddsa-rdfc-2022", without(credential, "/" + member))
                        .status())
                .isEqualTo(400);
        assertThat(calls.verify(without(signed, "/" + member)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proof",
                "proof/type",
                "proof/cryptosuite",
                "proof/verificationMethod",
                "proof/proofPurpose",
                "proof/proofValue",
                "proof/created"
            })
    void does_not_verify_without_a_part_of_the_proof(String member) {
        var signed = calls.issued("eddsa-rdfc-2022", calls.aCredential("eddsa-rdfc-2022"));

        assertThat(calls.verify(without(signed, "/" + member)).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/proof|null",
                "/proof|[]",
                "/proof|10",
                "/proof/type|\"UnknownProofType\"",
                "/proof/type|5",
                "/proof/cryptosuite|\"UnknownCryptosuite\"",
                "/proof/cryptosuite|5",
                "/proof/cryptosuite|\"eddsa-jcs-2022\"",
                "/proof/verificationMethod|\"did:key:invalidVm\"",
                "/proof/verificationMethod|5",
                "/proof/verificationMethod|\"did:key:z6MktKwz7Ge1Yxzr4JHavN33wiwa8y81QdcMRLXQsrH9T53b\"",
                "/proof/proofPurpose|\"capabilityInvocation\"",
                "/proof/proofPurpose|\"authentication\"",
                "/proof/proofValue|null",
                "/proof/proofValue|\"z5nmMBw2u9TGKd9NxxHJtyZKgjN2Eh\"",
                "/proof/proofValue|\"uAAAA\"",
                "/proof/proofValue|\"\"",
                "/proof/created|\"invalidDate\"",
                "/proof/created|\"2999-01-01T00:00:00Z\"",
                "/proof/expires|\"2020-01-01T00:00:00Z\"",
                "/proof/nonce|\"added\"",
                "/validFrom|\"2025-06-01T00:00:01Z\"",
                "/issuer|\"did:example:somebody-else\"",
                "/credentialSubject/id|\"urn:invalid\""
            })
    void does_not_verify_what_was_changed(String pointer, String value) {
        var signed = calls.issued("eddsa-rdfc-2022", calls.aCredential("eddsa-rdfc-2022"));

        assertThat(calls.verify(with(signed, pointer, value)).status()).isEqualTo(400);
    }

    @Test
    void does_not_verify_a_proof_value_without_its_header() {
        var signed = calls.issued("eddsa-rdfc-2022", calls.aCredential("eddsa-rdfc-2022"));
        var value = signed.getJsonObject("proof").getString("proofValue").substring(1);

        assertThat(calls.verify(with(signed, "/proof/proofValue", '"' + value + '"'))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void leaves_it_to_the_caller_whose_the_key_is() {
        var credential = with(calls.aCredential("eddsa-rdfc-2022"), "/issuer", "\"https://college.example/i\"");

        assertThat(calls.verify(calls.issued("eddsa-rdfc-2022", credential)).status())
                .isEqualTo(200);
    }

    @Test
    void does_not_verify_outside_its_period() {
        var credential = calls.aCredential("eddsa-rdfc-2022");
        var ended = with(credential, "/validUntil", "\"2025-07-01T00:00:00Z\"");
        var future = with(credential, "/validFrom", "\"2999-01-01T00:00:00Z\"");

        assertThat(calls.verify(calls.issued("eddsa-rdfc-2022", ended)).problems())
                .containsExactly("RANGE_ERROR");
        assertThat(calls.verify(calls.issued("eddsa-rdfc-2022", future)).problems())
                .containsExactly("RANGE_ERROR");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"expectedProofPurpose\": \"authentication\"}|PROOF_VERIFICATION_ERROR",
                "{\"domain\": \"verifier.example\"}|INVALID_DOMAIN_ERROR",
                "{\"challenge\": \"c-1\"}|INVALID_CHALLENGE_ERROR",
                "{\"challenge\": 5}|MALFORMED_VALUE_ERROR",
                "{\"domain\": {}}|MALFORMED_VALUE_ERROR",
                "\"all\"|MALFORMED_VALUE_ERROR",
                "[]|MALFORMED_VALUE_ERROR"
            })
    void does_not_verify_what_was_not_expected(String options, String problem) {
        var signed = calls.issued("eddsa-rdfc-2022", calls.aCredential("eddsa-rdfc-2022"));

        assertThat(calls.verify(signed, options).problems()).containsExactly(problem);
        assertThat(calls.verify(signed, options).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"checks\": [\"proof\"]}",
                "{\"checks\": []}",
                "{\"anything\": {\"else\": 1}}",
                "{\"expectedProofPurpose\": \"assertionMethod\"}"
            })
    void takes_options_that_ask_for_nothing_special(String options) {
        var signed = calls.issued("eddsa-rdfc-2022", calls.aCredential("eddsa-rdfc-2022"));

        assertThat(calls.verify(signed, options).status()).isEqualTo(200);
    }

    @Test
    void wants_the_documents_under_their_own_names() {
        var credential = calls.aCredential("eddsa-rdfc-2022");
        var issue = "/vc-api/eddsa-rdfc-2022/credentials/issue";

        assertThat(calls.send(issue, body("verifiableCredential", credential)).status())
                .isEqualTo(400);
        assertThat(calls.send("/vc-api/credentials/verify", body("credential", credential))
                        .status())
                .isEqualTo(400);
        assertThat(calls.send("/vc-api/presentations/verify", body("verifiableCredential", credential))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void does_not_know_other_issuers() {
        assertThat(calls.issue("rsa-2018", calls.aCredential("eddsa-rdfc-2022")).status())
                .isEqualTo(404);
    }

    @Test
    void verifies_and_issues_credentials_of_version_1() {
        var old = Json.object("""
                {"@context": ["https://www.w3.org/2018/credentials/v1"], "type": ["VerifiableCredential"],
                 "issuer": "did:example:i", "issuanceDate": "2020-01-02T03:04:05Z",
                 "expirationDate": "2999-01-02T03:04:05Z", "credentialSubject": {"id": "did:example:s"}}""");

        var issued = calls.issued("eddsa-rdfc-2022", old);

        assertThat(Json.strings(issued, "@context")).contains("https://w3id.org/security/data-integrity/v2");
        assertThat(calls.verify(issued).status()).isEqualTo(200);
        assertThat(calls.issue("eddsa-rdfc-2022", without(old, "/issuanceDate")).status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"eddsa-rdfc-2022", "eddsa-jcs-2022", "ecdsa-rdfc-2019-p256"})
    void verifies_and_issues_credentials_of_version_1_in_the_words_of_its_examples(String suite) {
        var old = Json.object("""
                {"@context": ["https://www.w3.org/2018/credentials/v1",
                              "https://www.w3.org/2018/credentials/examples/v1"],
                 "type": ["VerifiableCredential", "UniversityDegreeCredential"],
                 "issuer": "did:example:i", "issuanceDate": "2020-01-02T03:04:05Z",
                 "credentialSubject": {"id": "did:example:s", "degree": {"degreeType": "Diploma", "name": "Tides"}}}""");

        var issued = calls.issued(suite, old);

        assertThat(calls.verify(issued).status()).isEqualTo(200);
        assertThat(calls.verify(with(issued, "/credentialSubject/degree/name", "\"Winds\""))
                        .status())
                .isEqualTo(400);
        assertThat(calls.issue(suite, with(old, "/credentialSubject/undefinedTerm", "\"dropped?\""))
                        .problems())
                .containsExactly("DATA_LOSS_DETECTION_ERROR");
    }

    @Test
    void accepts_what_the_data_model_leaves_open() {
        JsonObject credential = with(calls.aCredential("eddsa-rdfc-2022"), "/@context", """
                ["https://www.w3.org/ns/credentials/v2",
                 {"@protected": true, "Extra": "https://t.example/#Extra", "Check": "https://t.example/#Check"}]""");
        credential = without(credential, "/credentialSubject/alumniOf");
        credential = with(credential, "/type", "[\"https://t.example/#A\", \"Extra\", \"VerifiableCredential\"]");
        credential = with(credential, "/name", """
                [{"@value": "Dog", "@language": "en"}, {"@value": "Perro", "@language": "es", "@direction": "ltr"}]""");
        credential = with(credential, "/evidence", "[{\"type\": \"Check\"}, {\"type\": \"Check\"}]");
        credential =
                with(credential, "/credentialSubject", "[{\"id\": \"did:example:a\"}, {\"id\": \"did:example:b\"}]");
        credential = with(credential, "/refreshService", "{\"type\": \"https://t.example/#Refresh\"}");
        credential = with(credential, "/issuer", "{\"id\": \"did:example:i\", \"name\": \"Issuer\"}");

        assertThat(calls.verify(calls.issued("eddsa-rdfc-2022", credential)).status())
                .isEqualTo(200);
    }
}
