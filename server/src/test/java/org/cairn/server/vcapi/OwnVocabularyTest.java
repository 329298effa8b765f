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
    private static final String LICENCE = """
            {"@protected": true, "licence": {"@id": "urn:own:licence", "@type": "@id"},
             "Licence": {"@id": "urn:own:Licence", "@context": {"@protected": true, "id": "@id", "type": "@type",
               "dateOfBirth": "urn:own:born", "expirationDate": "urn:own:end", "achievement": "urn:own:feat"}}}""";
    private static final String LICENSED = """
            {"licence": {"type": "Licence", "dateOfBirth": "1990-01-01", "expirationDate": "2030", "achievement": "2030"}}""";

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
            var shown = shown(suite, credential, "/credentialSubject/boats/0/sails/1");
            var answer = calls.verify(shown);
            assertThat(answer.status()).as(Json.text(shown) + answer.json()).isEqualTo(200);
            assertThat(calls.verify(with(shown, "/credentialSubject/boats/0/sails/0/size", "9"))
                            .status())
                    .isEqualTo(400);
        }
    }

    /// Words that Open Badges and VC 1.1 have as well, in a document that is of neither.
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
    void may_be_words_of_badges_where_no_badge_is_meant(String suite) {
        var licence = with(
                with(calls.aCredential(suite), "/credentialSubject", LICENSED),
                "/@context",
                "[\"https://www.w3.org/ns/credentials/v2\", " + LICENCE + "]");

        var shown = shown(suite, licence, "/credentialSubject/licence/dateOfBirth");

        var answer = calls.verify(shown);
        assertThat(answer.status()).as(Json.text(shown) + answer.json()).isEqualTo(200);
        assertThat(calls.verify(with(shown, "/credentialSubject/licence/dateOfBirth", "\"2009-01-01\""))
                        .status())
                .isEqualTo(400);
        assertThat(calls.verify(with(
                                shown,
                                "/@context",
                                "[\"https://www.w3.org/ns/credentials/v2\", " + LICENCE
                                        + ", \"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"]"))
                        .status())
                .isEqualTo(400);
    }

    /// What a verifier gets to see of it.
    private JsonObject shown(String suite, JsonObject credential, String pointer) {
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
                        "{\"selectivePointers\": [\"" + pointer + "\"]}"));
        assertThat(derived.status()).as(String.valueOf(derived.json())).isEqualTo(201);
        assertThat(Json.text(derived.json())).containsAnyOf("6.1", "1990").doesNotContain("5.5", "4.9", "2030");
        return derived.json();
    }
}
