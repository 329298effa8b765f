package org.cairn.server.vcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.server.vcapi.Calls.body;
import static org.cairn.server.vcapi.Calls.with;

import jakarta.json.JsonObject;
import org.cairn.server.vcapi.Calls.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Selective disclosure: issuing with what is mandatory, deriving, verifying.
@OpenVcApi
class DeriveTest {
    private static final String MANDATORY = "{\"mandatoryPointers\": [\"/issuer\", \"/validFrom\"]}";

    @Autowired
    Calls calls;

    private JsonObject aCredential(String suite) {
        return with(calls.aCredential(suite), "/credentialSubject/nickname", "\"Patty\"");
    }

    private Answer issue(String suite, String options) {
        return calls.send(
                "/vc-api/" + suite + "/credentials/issue",
                with(body("credential", aCredential(suite)), "/options", options));
    }

    private Answer derive(JsonObject credential, String options) {
        return calls.send(
                "/vc-api/credentials/derive", with(body("verifiableCredential", credential), "/options", options));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecdsa-sd-2023", "bbs-2023"})
    void shows_what_is_mandatory_and_what_is_selected_and_nothing_else(String suite) {
        var issued = issue(suite, MANDATORY);
        assertThat(issued.status()).isEqualTo(201);
        assertThat(issued.json().getJsonObject("proof").getString("cryptosuite"))
                .isEqualTo(suite);
        assertThat(issued.json().getJsonObject("proof").getString("proofValue")).startsWith("u");

        var derived = derive(issued.json(), "{\"selectivePointers\": [\"/credentialSubject/alumniOf\"]}");

        assertThat(derived.status()).isEqualTo(201);
        assertThat(derived.json().getString("issuer")).isEqualTo(calls.did(suite));
        assertThat(derived.json().getJsonObject("credentialSubject").getString("alumniOf"))
                .isEqualTo("The School");
        assertThat(derived.json().getJsonObject("credentialSubject")).doesNotContainKey("nickname");
        assertThat(calls.verify(derived.json()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecdsa-sd-2023", "bbs-2023"})
    void does_not_verify_a_base_proof_nor_a_changed_derived_one(String suite) {
        var issued = issue(suite, MANDATORY).json();
        var derived = derive(issued, "{\"selectivePointers\": [\"/credentialSubject\"]}")
                .json();

        assertThat(calls.verify(derived).status()).isEqualTo(200);
        assertThat(calls.verify(issued).status()).isEqualTo(400);
        assertThat(calls.verify(with(derived, "/credentialSubject/id", "\"urn:invalid\""))
                        .status())
                .isEqualTo(400);
        assertThat(calls.verify(with(derived, "/proof/proofValue", "\"a\"")).status())
                .isEqualTo(400);
        assertThat(calls.verify(with(derived, "/proof/cryptosuite", "\"invalid-cryptosuite\""))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"mandatoryPointers\": [\"/non/existent/path\"]}",
                "{\"mandatoryPointers\": [\"issuer\"]}",
                "{\"mandatoryPointers\": [5]}",
                "{\"mandatoryPointers\": {}}"
            })
    void refuses_mandatory_pointers_that_lead_nowhere(String options) {
        assertThat(issue("ecdsa-sd-2023", options).status()).isEqualTo(400);
        assertThat(issue("bbs-2023", options).status()).isEqualTo(400);
    }

    @Test
    void refuses_to_derive_what_cannot_be() {
        var plain = calls.issued("eddsa-rdfc-2022", calls.aCredential("eddsa-rdfc-2022"));
        var base = issue("ecdsa-sd-2023", MANDATORY).json();

        assertThat(derive(plain, "{\"selectivePointers\": [\"/issuer\"]}").status())
                .isEqualTo(400);
        assertThat(derive(base, "{\"selectivePointers\": [\"/nowhere\"]}").status())
                .isEqualTo(400);
        assertThat(derive(base, "{\"selectivePointers\": \"nonsense\"}").status())
                .isEqualTo(400);
        assertThat(derive(with(base, "/proof/proofValue", "\"u2V0A\""), "{\"selectivePointers\": [\"/issuer\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(derive(Calls.without(base, "/type"), "{\"selectivePointers\": [\"/issuer\"]}")
                        .status())
                .isEqualTo(400);
    }
}
