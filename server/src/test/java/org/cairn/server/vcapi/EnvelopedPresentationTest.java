package org.cairn.server.vcapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.server.vcapi.Calls.HOLDER;
import static org.cairn.server.vcapi.Calls.aPresentationOf;
import static org.cairn.server.vcapi.Calls.with;

import jakarta.json.JsonObject;
import java.util.Optional;
import org.cairn.credential.jose.JoseCredential;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Verifying presentations that are signed tokens, wrapped into an object.
@OpenVcApi
class EnvelopedPresentationTest {
    private static final JoseCredential.Audience HERE =
            new JoseCredential.Audience(Optional.of("verifier.example"), Optional.of("c-4711"));

    @Autowired
    Calls calls;

    private JsonObject credential;

    @BeforeEach
    void aSignedCredential() {
        credential = calls.issued("eddsa-rdfc-2022", calls.aCredential("eddsa-rdfc-2022"));
    }

    @Test
    void verifies_one_made_for_this_verifier_and_occasion() {
        var token = presented(aPresentationOf(credential));

        var answer = calls.verifyPresentation(
                envelope(token), "{\"domain\": \"verifier.example\", \"challenge\": \"c-4711\"}");

        assertThat(answer.status()).as(answer.problems().toString()).isEqualTo(200);
        assertThat(calls.verifyPresentation(envelope(token)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"domain\": \"other.example\"}|INVALID_DOMAIN_ERROR",
                "{\"challenge\": \"c-4712\"}|INVALID_CHALLENGE_ERROR"
            })
    void does_not_verify_one_made_for_another(String options, String problem) {
        var answer = calls.verifyPresentation(envelope(presented(aPresentationOf(credential))), options);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problems()).containsExactly(problem);
    }

    @Test
    void does_not_verify_one_with_a_changed_credential() {
        var changed = with(credential, "/credentialSubject/alumniOf", "\"Another School\"");

        var answer = calls.verifyPresentation(envelope(presented(aPresentationOf(changed))));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointers()).containsExactly("/verifiablePresentation/verifiableCredential/0");
    }

    @Test
    void does_not_verify_an_envelope_within_an_envelope() {
        var inner = envelope(presented(aPresentationOf(with(credential, "/name", "\"Changed\""))));
        var outer = Jws.sign(Json.object("{\"typ\": \"vp+jwt\"}"), inner, HOLDER.signer(HOLDER.didKeyMethod()));

        assertThat(calls.verifyPresentation(envelope(outer.compact())).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:application/vp+jwt,a.b.c",
                "data:application/vp+jwt,",
                "data:application/vc+jwt,eyJhbGciOiJFZERTQSJ9.e30.AAAA",
                "data:application/vp+jwt,eyJhbGciOiJub25lIn0.e30.AAAA",
                "data:application/vp+jwt,eyJhbGciOiJFZERTQSJ9.W10.AAAA",
                "https://holder.example/presentation"
            })
    void does_not_verify_what_holds_no_signed_presentation(String address) {
        var envelope = with(envelope("x"), "/id", '"' + address + '"');

        assertThat(calls.verifyPresentation(envelope).status()).isEqualTo(400);
    }

    @Test
    void does_not_verify_a_token_whose_signature_was_changed() {
        var token = presented(aPresentationOf(credential));
        var last = token.charAt(token.length() - 2);
        var changed =
                token.substring(0, token.length() - 2) + (last == 'A' ? 'B' : 'A') + token.charAt(token.length() - 1);

        assertThat(calls.verifyPresentation(envelope(changed)).problems()).contains("CRYPTOGRAPHIC_SECURITY_ERROR");
    }

    private static String presented(JsonObject presentation) {
        return JoseCredential.signPresentation(presentation, HERE, HOLDER.signer(HOLDER.didKeyMethod()))
                .compact();
    }

    private static JsonObject envelope(String token) {
        return Json.object("""
                {"@context": "https://www.w3.org/ns/credentials/v2", "type": "EnvelopedVerifiablePresentation",
                 "id": "data:application/vp+jwt,%s"}""".formatted(token));
    }
}
