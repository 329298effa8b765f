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
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Credentials of the Data Model 2.0 under a proof of the type `Ed25519Signature2020`.
@OpenVcApi
class OlderProofTest {
    @Autowired
    Calls calls;

    private JsonObject course;

    /// Signed once with `@digitalbazaar/ed25519-signature-2020`, by a key that is not known to be its issuer's.
    @BeforeEach
    void aCourseUnderAnOlderProof() throws IOException {
        try (var in = Objects.requireNonNull(
                OlderProofTest.class.getResourceAsStream("/verify/course-with-older-proof.json"))) {
            course = Json.object(in.readAllBytes());
        }
    }

    @Test
    void verifies() {
        assertThat(calls.verify(course, "{\"checks\": [\"proof\"]}").status()).isEqualTo(200);
        assertThat(calls.verify(course).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@context",
                "type",
                "issuer",
                "credentialSubject",
                "proof",
                "proof/type",
                "proof/created",
                "proof/verificationMethod",
                "proof/proofValue",
                "proof/proofPurpose"
            })
    void does_not_verify_without_what_is_required(String member) {
        assertThat(calls.verify(without(course, "/" + member), "{\"checks\": [\"proof\"]}")
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/@context|\"https://www.w3.org/ns/credentials/v2\"",
                "/@context|[[]]",
                "/@context|[{}]",
                "/@context|[null]",
                "/type|\"Course\"",
                "/type|[[]]",
                "/type|[10]",
                "/issuer|[]",
                "/issuer|10",
                "/credentialSubject|\"did:example:lena\"",
                "/credentialSubject|[]",
                "/credentialSubject/description|\"He passed the course\"",
                "/proof|[]",
                "/proof|\"z2\"",
                "/proof/created|\"2025-03-03T08:00:00Z\""
            })
    void does_not_verify_what_was_changed(String pointer, String value) {
        assertThat(calls.verify(with(course, pointer, value), "{\"checks\": [\"proof\"]}")
                        .status())
                .isEqualTo(400);
    }
}
