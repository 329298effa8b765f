package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.did.Dids;
import org.cairn.credential.jose.Base64Url;
import org.cairn.credential.jose.JoseCredential;
import org.cairn.credential.jose.Jws;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Signer;
import org.cairn.credential.proof.VerificationOptions;
import org.junit.jupiter.api.Test;

/// Presentations as signed tokens: `vp+jwt`, and JWT with a claim `vp` as in VC 1.1.
class PresentationTokenTest {

    private static final Signer HOLDER = Badges.EMPLOYER.signer(Badges.EMPLOYER.didKeyMethod());
    private static final JoseCredential.Audience JOBS =
            new JoseCredential.Audience(Optional.of("https://jobs.example"), Optional.of("4711"));
    private static final VerificationOptions ASKED = VerificationOptions.presentedAt(Badges.NOW)
            .withDomain(Set.of("https://jobs.example"))
            .withChallenge("4711");

    private final FakeOutside outside = new FakeOutside();
    private final PresentationVerifier verifier = new PresentationVerifier(
            new ProofVerifier(Badges.INTEGRITY, Dids.standard(outside), outside), Checking.verifier(outside));

    @Test
    void a_holder_presents_an_enveloped_credential() {
        PresentationReport report = verifier.verify(presented(presentation()), ASKED);

        assertThat(codes(report)).containsExactly(FindingCode.PROOF_VALID);
        assertThat(report.isPresentedByHolder()).isTrue();
        assertThat(report.credentials()).extracting(VerificationReport::verdict).containsExactly(Verdict.VALID);
    }

    @Test
    void a_holder_presents_as_the_older_model_has_it() {
        Jws token = old("{'iss': '%s', 'aud': 'https://jobs.example', 'nonce': '4711', 'exp': %d}");

        PresentationReport report = verifier.verify(token, ASKED);

        assertThat(codes(report)).containsExactly(FindingCode.PROOF_VALID);
        assertThat(report.isPresentedByHolder()).isTrue();
        assertThat(report.credentials()).extracting(VerificationReport::verdict).containsExactly(Verdict.VALID);
    }

    @Test
    void one_made_for_somebody_else_or_another_occasion_does_not_count() {
        Jws token = presented(presentation());

        assertThat(codes(verifier.verify(token, ASKED.withDomain(Set.of("https://other.example")))))
                .containsExactly(FindingCode.PROOF_DOMAIN_WRONG);
        assertThat(codes(verifier.verify(token, ASKED.withChallenge("4712"))))
                .containsExactly(FindingCode.PROOF_CHALLENGE_WRONG);
        assertThat(codes(verifier.verify(old("{'iss': '%s', 'exp': %d}"), ASKED)))
                .containsExactly(FindingCode.PROOF_DOMAIN_WRONG);
    }

    @Test
    void one_that_is_over_does_not_count() {
        VerificationOptions later = VerificationOptions.presentedAt(Badges.NOW.plusSeconds(600));

        assertThat(codes(verifier.verify(old("{'iss': '%s', 'exp': %d}"), later)))
                .containsExactly(FindingCode.PROOF_EXPIRED);
    }

    @Test
    void whoever_presents_what_is_anothers_is_not_the_holder() {
        JsonObject another = Json.PROVIDER
                .createObjectBuilder(presentation())
                .add("holder", Badges.STRANGER.didKey())
                .build();

        assertThat(verifier.verify(presented(another), ASKED).isPresentedByHolder())
                .isFalse();
    }

    @Test
    void a_changed_one_does_not_hold() {
        String[] parts = presented(presentation()).compact().split("\\.", 3);
        String payload = new String(Base64Url.decode(parts[1]), StandardCharsets.UTF_8).replace("4711", "4712");
        Jws changed =
                Jws.read(parts[0] + "." + Base64Url.encode(payload.getBytes(StandardCharsets.UTF_8)) + "." + parts[2]);

        PresentationReport report = verifier.verify(changed, ASKED.withChallenge("4712"));

        assertThat(codes(report)).containsExactly(FindingCode.JWS_INVALID);
        assertThat(report.isPresentedByHolder()).isFalse();
    }

    /// A key that its owner uses for credentials only must not present.
    @Test
    void a_key_for_another_purpose_does_not_present() {
        String did = "did:web:holder.example";
        outside.with(URI.create("https://holder.example/.well-known/did.json"), Json.object("""
                {"id": "%1$s", "assertionMethod": ["%1$s#k"], "verificationMethod": [
                 {"id": "%1$s#k", "type": "Multikey", "controller": "%1$s", "publicKeyMultibase": "%2$s"}]}""".formatted(
                        did, Badges.EMPLOYER.publicMultibase())));
        JsonObject presentation = Json.PROVIDER
                .createObjectBuilder(presentation())
                .add("holder", did)
                .build();
        Jws token = JoseCredential.signPresentation(presentation, JOBS, Badges.EMPLOYER.signer(did + "#k"));

        assertThat(codes(verifier.verify(token, ASKED)))
                .containsExactly(FindingCode.PROOF_VALID, FindingCode.KEY_NOT_FOR_PURPOSE);
    }

    @Test
    void a_credential_alone_or_a_token_of_another_type_is_no_presentation() {
        Jws credential = JoseCredential.sign(
                Badges.aBadge().toJson(), Badges.UNIVERSITY.signer(Badges.UNIVERSITY.didKeyMethod()));
        Jws mistyped = Jws.sign(Json.object("{\"typ\":\"vc+jwt\"}"), presentation(), HOLDER);

        assertThatExceptionOfType(NotACredentialException.class).isThrownBy(() -> verifier.verify(credential, ASKED));
        assertThat(codes(verifier.verify(mistyped, ASKED))).containsExactly(FindingCode.JWS_MALFORMED);
    }

    private static Jws presented(JsonObject presentation) {
        return JoseCredential.signPresentation(presentation, JOBS, HOLDER);
    }

    private static JsonObject presentation() {
        Jws credential = JoseCredential.sign(
                Badges.aBadge().toJson(), Badges.UNIVERSITY.signer(Badges.UNIVERSITY.didKeyMethod()));
        return Json.PROVIDER
                .createObjectBuilder()
                .add("@context", "https://www.w3.org/ns/credentials/v2")
                .add("type", "VerifiablePresentation")
                .add("holder", Badges.EMPLOYER.didKey())
                .add("verifiableCredential", JoseCredential.envelope(credential))
                .build();
    }

    private static Jws old(String claims) {
        String text = claims.formatted(
                Badges.EMPLOYER.didKey(), Badges.NOW.plusSeconds(300).getEpochSecond());
        JsonObject inner = Json.PROVIDER
                .createObjectBuilder()
                .add("@context", "https://www.w3.org/2018/credentials/v1")
                .add("type", "VerifiablePresentation")
                .add("verifiableCredential", Json.PROVIDER.createArrayBuilder().add(Badges.signed(Badges.aBadge())))
                .build();
        JsonObject all = Json.PROVIDER
                .createObjectBuilder(Json.object(text.replace('\'', '"')))
                .add("vp", inner)
                .build();
        return Jws.sign(Json.object("{\"typ\":\"JWT\"}"), all, HOLDER);
    }

    private static List<FindingCode> codes(PresentationReport report) {
        return report.proofs().findings().stream().map(Finding::code).toList();
    }
}
