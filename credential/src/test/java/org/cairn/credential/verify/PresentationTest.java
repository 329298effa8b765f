package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.did.Dids;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.ProofOptions;
import org.cairn.credential.proof.SignedBy;
import org.cairn.credential.proof.VerificationOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresentationTest {

    private static final VerificationOptions ASKED = VerificationOptions.presentedAt(Badges.NOW)
            .withDomain(Set.of("jobs.example"))
            .withChallenge("4711");

    private final FakeOutside outside = new FakeOutside();
    private final PresentationVerifier verifier = new PresentationVerifier(
            new ProofVerifier(Badges.INTEGRITY, Dids.standard(outside), outside), Checking.verifier(outside));

    @ParameterizedTest
    @EnumSource(SignedBy.class)
    void a_holder_presents_two_badges(SignedBy by) {
        JsonObject unsigned = presentation(by, Badges.signed(Badges.aBadge()), by.sign(by.unsigned()));

        PresentationReport report = verifier.verify(presented(by, unsigned), ASKED);

        assertThat(report.proofs().holds()).isTrue();
        assertThat(report.isPresentedByHolder()).isTrue();
        assertThat(report.credentials())
                .extracting(VerificationReport::verdict)
                .containsExactly(Verdict.VALID, Verdict.VALID);
    }

    @Test
    void a_credential_changed_after_it_was_issued_is_told_though_the_presentation_holds() {
        JsonObject changed = Checking.set(Badges.signed(Badges.aBadge()), "/name", "'Doctor'");
        JsonObject unsigned = presentation(SignedBy.EDDSA_RDFC, changed);

        PresentationReport report = verifier.verify(presented(SignedBy.EDDSA_RDFC, unsigned), ASKED);

        assertThat(report.proofs().holds()).isTrue();
        assertThat(report.credentials().getFirst().verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void a_credential_exchanged_in_the_presentation_breaks_its_proof() {
        JsonObject signed =
                presented(SignedBy.EDDSA_JCS, presentation(SignedBy.EDDSA_JCS, Badges.signed(Badges.aBadge())));
        JsonObject exchanged = Json.PROVIDER
                .createPointer("/verifiableCredential/0")
                .replace(signed, Badges.sign(Badges.aBadge().toJson(), Badges.STRANGER));

        PresentationReport report = verifier.verify(exchanged, ASKED);

        assertThat(report.proofs().findings()).extracting(Finding::code).contains(FindingCode.PROOF_INVALID);
        assertThat(report.isPresentedByHolder()).isFalse();
    }

    @Test
    void a_presentation_made_for_somebody_else_does_not_count() {
        JsonObject signed = presented(
                SignedBy.ECDSA_RDFC_P256, presentation(SignedBy.ECDSA_RDFC_P256, Badges.signed(Badges.aBadge())));

        assertThat(codes(verifier.verify(signed, ASKED.withDomain(Set.of("other.example")))))
                .containsExactly(FindingCode.PROOF_DOMAIN_WRONG);
        assertThat(codes(verifier.verify(signed, ASKED.withChallenge("4712"))))
                .containsExactly(FindingCode.PROOF_CHALLENGE_WRONG);
        assertThat(codes(verifier.verify(signed, ASKED.withPurpose("assertionMethod"))))
                .containsExactly(FindingCode.PROOF_PURPOSE_WRONG);
    }

    @Test
    void whoever_presents_what_is_anothers_is_not_the_holder() {
        JsonObject unsigned = Json.PROVIDER
                .createObjectBuilder(presentation(SignedBy.EDDSA_RDFC, Badges.signed(Badges.aBadge())))
                .add("holder", Badges.STRANGER.didKey())
                .build();

        PresentationReport report = verifier.verify(presented(SignedBy.EDDSA_RDFC, unsigned), ASKED);

        assertThat(report.proofs().holds()).isTrue();
        assertThat(report.isPresentedByHolder()).isFalse();
    }

    @Test
    void an_unsigned_presentation_does_not_hold() {
        PresentationReport report =
                verifier.verify(presentation(SignedBy.EDDSA_RDFC, Badges.signed(Badges.aBadge())), ASKED);

        assertThat(codes(report)).containsExactly(FindingCode.NO_PROOF);
        assertThat(report.proofs().holds()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'@context': ['https://www.w3.org/ns/credentials/v2'], 'type': 'VerifiableCredential'}",
                "{'@context': ['https://example.org'], 'type': 'VerifiablePresentation'}",
                "{'@context': ['https://www.w3.org/ns/credentials/v2'], 'type': 'VerifiablePresentation', "
                        + "'verifiableCredential': [7]}"
            })
    void no_presentation_is(String json) {
        JsonObject document = Json.object(json.replace('\'', '"'));

        assertThatExceptionOfType(NotACredentialException.class).isThrownBy(() -> verifier.verify(document, ASKED));
    }

    private static List<FindingCode> codes(PresentationReport report) {
        return report.proofs().findings().stream().map(Finding::code).toList();
    }

    private static JsonObject presented(SignedBy by, JsonObject unsigned) {
        return by.sign(unsigned, ProofOptions.presenting(by.suite(), Badges.NOW, "jobs.example", "4711"));
    }

    private static JsonObject presentation(SignedBy by, JsonValue... credentials) {
        JsonArrayBuilder contained = Json.PROVIDER.createArrayBuilder();
        List.of(credentials).forEach(contained::add);
        return Json.PROVIDER
                .createObjectBuilder()
                .add("@context", Json.PROVIDER.createArrayBuilder().add("https://www.w3.org/ns/credentials/v2"))
                .add("type", Json.PROVIDER.createArrayBuilder().add("VerifiablePresentation"))
                .add("holder", by.key().didKey())
                .add("verifiableCredential", contained)
                .build();
    }
}
