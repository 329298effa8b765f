package org.cairn.server.vcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.server.vcapi.Calls.body;
import static org.cairn.server.vcapi.Calls.with;
import static org.cairn.server.vcapi.Calls.without;

import jakarta.json.JsonObject;
import java.util.List;
import org.cairn.credential.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Credentials with words of their own, of both data models, in every suite: issued, shown in part where the suite
/// discloses selectively, verified.
@OpenVcApi
class OwnVocabularyTest {
    private static final String BOATS = """
            {"@protected": true, "name": "https://schema.org/name",
             "Boat": {"@id": "urn:own:Boat", "@context": {"@protected": true, "id": "@id", "type": "@type",
               "sails": {"@id": "urn:own:sails", "@context": {"@protected": true, "size": "urn:own:size"}}}},
             "boats": {"@id": "urn:own:boats", "@type": "@id"}}""";
    private static final String SUBJECT = """
            {"name": "Pat", "boats": [{"type": "Boat", "sails": [{"size": 5.5}, {"size": 6.1}]},
             {"type": "Boat", "sails": [{"size": 4.9}]}]}""";

    @Autowired
    Calls calls;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eddsa-rdfc-2022",
                "eddsa-jcs-2022",
                "ecdsa-rdfc-2019-p256",
                "ecdsa-rdfc-2019-p384",
                "ecdsa-jcs-2019-p256",
                "ecdsa-jcs-2019-p384",
                "ecdsa-sd-2023",
                "bbs-2023"
            })
    void are_issued_and_verified(String suite) {
        var plain = with(calls.aCredential(suite), "/credentialSubject", SUBJECT);
        var old = without(with(plain, "/issuanceDate", "\"2025-06-01T00:00:00Z\""), "/validFrom");

        for (var credential : List.of(
                with(plain, "/@context", "[\"https://www.w3.org/ns/credentials/v2\", " + BOATS + "]"),
                with(plain, "/@context", "[\"https://www.w3.org/ns/credentials/v2\", {\"@context\": " + BOATS + "}]"),
                with(old, "/@context", "[\"https://www.w3.org/2018/credentials/v1\", " + BOATS + "]"))) {
            var shown = shown(suite, credential);
            var answer = calls.verify(shown);
            assertThat(answer.status()).as(Json.text(shown) + answer.json()).isEqualTo(200);
            assertThat(calls.verify(with(shown, "/credentialSubject/boats/0/sails/0/size", "9"))
                            .status())
                    .isEqualTo(400);
        }
    }

    /// What a verifier gets to see of it.
    private JsonObject shown(String suite, JsonObject credential) {
        var isSelective = suite.equals("ecdsa-sd-2023") || suite.equals("bbs-2023");
        if (!isSelective) {
            return calls.issued(suite, credential);
        }
        var date = credential.containsKey("validFrom") ? "/validFrom" : "/issuanceDate";
        var issued = calls.send(
                "/vc-api/" + suite + "/credentials/issue",
                with(
                        body("credential", credential),
                        "/options",
                        "{\"mandatoryPointers\": [\"/issuer\", \"" + date + "\"]}"));
        assertThat(issued.status()).as(String.valueOf(issued.json())).isEqualTo(201);
        var derived = calls.send(
                "/vc-api/credentials/derive",
                with(
                        body("verifiableCredential", issued.json()),
                        "/options",
                        "{\"selectivePointers\": [\"/credentialSubject/boats/0/sails/1\"]}"));
        assertThat(derived.status()).as(String.valueOf(derived.json())).isEqualTo(201);
        assertThat(Json.text(derived.json()))
                .contains("6.1")
                .doesNotContain("5.5")
                .doesNotContain("4.9");
        return derived.json();
    }
}
