package org.cairn.server.vcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.server.vcapi.Calls.with;
import static org.cairn.server.vcapi.Calls.without;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Objects;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Credentials of the data model 1.1 are verified, with the proof they had then; new ones are not issued so.
@OpenVcApi
class OlderModelTest {
    @Autowired
    Calls calls;

    private JsonObject badge;

    /// Signed once with `@digitalbazaar/ed25519-signature-2020`.
    @BeforeEach
    void aBadgeOf2022() throws IOException {
        try (var in = Objects.requireNonNull(OlderModelTest.class.getResourceAsStream("/verify/badge-of-2022.json"))) {
            badge = Json.object(in.readAllBytes());
        }
    }

    @Test
    void verifies_with_the_older_proof() {
        var answer = calls.verify(badge);

        assertThat(answer.status()).as(String.valueOf(answer.json())).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/credentialSubject/achievement/name,\"Flying\"",
        "/issuanceDate,\"2023-06-01T12:00:00Z\"",
        "/expirationDate,\"2022-06-01T12:00:00Z\"",
        "/proof/created,\"2022-06-02T12:00:00Z\"",
        "/proof/proofPurpose,\"authentication\"",
        "/proof/cryptosuite,\"eddsa-rdfc-2022\"",
        "/proof/type,\"DataIntegrityProof\"",
        "/proof/type,\"Ed25519Signature2018\""
    })
    void does_not_verify_what_was_changed(String pointer, String value) {
        assertThat(calls.verify(with(badge, pointer, value)).status()).isEqualTo(400);
    }

    @Test
    void does_not_verify_without_an_issuance_date() {
        var answer = calls.verify(without(badge, "/issuanceDate"));

        assertThat(answer.status()).isEqualTo(400);
    }
}
