package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.did.Dids;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.key.Multibase;
import org.cairn.credential.verify.Finding;
import org.cairn.credential.verify.FindingCode;
import org.cairn.credential.verify.ProofReport;
import org.cairn.credential.verify.ProofVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The normative statements on proofs in VC Data Integrity 1.0 and in both cryptosuite standards, each with a
/// document that breaks just that one: what the W3C's own test suites ask of verifiers and issuers.
class DataIntegrityConformanceTest {

    private static final ProofVerifier VERIFIER =
            new ProofVerifier(Badges.INTEGRITY, Dids.standard(new FakeOutside()), new FakeOutside());
    private static final VerificationOptions NOW = VerificationOptions.at(Badges.NOW);

    @ParameterizedTest
    @EnumSource(SignedBy.class)
    void a_good_proof_holds_and_names_its_signer(SignedBy by) {
        ProofReport report = VERIFIER.verify(by.sign(by.unsigned()), NOW);

        assertThat(report.findings()).extracting(Finding::code).containsExactly(FindingCode.PROOF_VALID);
        assertThat(report.holds()).isTrue();
        assertThat(report.signers()).containsExactly(by.key().didKey());
    }

    @ParameterizedTest
    @EnumSource(SignedBy.class)
    void a_proof_without_any_date_holds(SignedBy by) {
        JsonObject undated = by.signWith(by.unsigned(), Documents.without(by.proofOptions(), "created"));

        assertThat(VERIFIER.verify(undated, NOW).holds()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(SignedBy.class)
    void a_document_without_proof_does_not_hold(SignedBy by) {
        refused(by.unsigned(), FindingCode.NO_PROOF);
        refused(Documents.with(by.unsigned(), "proof", JsonValue.NULL), FindingCode.NO_PROOF);
        refused(Documents.with(by.unsigned(), "proof", JsonValue.TRUE), FindingCode.PROOF_MALFORMED);
        refused(Documents.with(by.unsigned(), "proof", JsonValue.EMPTY_JSON_ARRAY), FindingCode.NO_PROOF);
    }

    @ParameterizedTest
    @EnumSource(SignedBy.class)
    void a_proof_needs_type_method_purpose_and_value(SignedBy by) {
        JsonObject signed = by.sign(by.unsigned());
        JsonObject proof = signed.getJsonObject("proof");

        assertThat(List.of("type", "verificationMethod", "proofPurpose", "proofValue"))
                .allSatisfy(member -> refused(
                        Documents.with(signed, "proof", Documents.without(proof, member)),
                        FindingCode.PROOF_MALFORMED));
    }

    /// Each is signed as it stands, so that only the member can be what is wrong.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "type | 'UnknownProofType' | CRYPTOSUITE_UNSUPPORTED",
                "cryptosuite | 'UnknownCryptosuite' | CRYPTOSUITE_UNSUPPORTED",
                "cryptosuite | '' | CRYPTOSUITE_UNSUPPORTED",
                "verificationMethod | 'did:key:invalidVm' | KEY_NOT_AVAILABLE",
                "verificationMethod | 'did:key:@invalidVm@' | KEY_NOT_AVAILABLE",
                "verificationMethod | 7 | PROOF_MALFORMED",
                "proofPurpose | 'invalidPurpose' | PROOF_PURPOSE_WRONG",
                "proofPurpose | 'authentication' | PROOF_PURPOSE_WRONG",
                "created | 'invalidDate' | PROOF_MALFORMED",
                "created | '2026-11-24T11:00:00' | PROOF_MALFORMED",
                "created | '2026-11-24 11:00:00Z' | PROOF_MALFORMED",
                "created | 1700000000 | PROOF_MALFORMED",
                "expires | 'soon' | PROOF_MALFORMED",
                "expires | '2026-11-24T11:00:00' | PROOF_MALFORMED",
                "expires | '2026-11-24T11:59:59Z' | PROOF_EXPIRED",
                "expires | '2026-11-24T13:59:59+02:00' | PROOF_EXPIRED",
                "expires | '2026-11-24T12:00:00Z' | PROOF_EXPIRED",
                "created | '2026-11-24T12:10:00Z' | PROOF_FROM_FUTURE",
                "previousProof | 456321 | PROOF_MALFORMED",
                "previousProof | ['urn:uuid:1', 7] | PROOF_MALFORMED",
                "domain | {'a': 'b'} | PROOF_MALFORMED",
                "domain | [7] | PROOF_MALFORMED",
                "challenge | 7 | PROOF_MALFORMED",
                "nonce | ['x'] | PROOF_MALFORMED",
                "id | '456321' | PROOF_MALFORMED",
                "id | 7 | PROOF_MALFORMED"
            })
    void a_proof_with_a_wrong_member_does_not_hold(String member, String json, FindingCode code) {
        SignedBy by = SignedBy.EDDSA_JCS;
        JsonValue value = Json.list(Json.object(("{'v':[" + json + "]}").replace('\'', '"')), "v")
                .getFirst();

        refused(by.signWith(by.unsigned(), Documents.with(by.proofOptions(), member, value)), code);
    }

    @ParameterizedTest
    @CsvSource({
        "expires, 2026-11-24T12:00:01Z",
        "expires, 2026-11-24T10:00:01-02:00",
        "created, 2026-11-24T14:00:00+02:00",
        "created, 2026-11-24T12:04:00Z",
        "created, 2026-11-23T24:00:00Z"
    })
    void a_proof_in_time_holds(String member, String date) {
        SignedBy by = SignedBy.EDDSA_JCS;
        JsonObject signed =
                by.signWith(by.unsigned(), Documents.with(by.proofOptions(), member, Json.PROVIDER.createValue(date)));

        assertThat(VERIFIER.verify(signed, NOW).holds()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(SignedBy.class)
    void a_proof_value_has_one_encoding_and_size(SignedBy by) {
        JsonObject signed = by.sign(by.unsigned());
        String value = signed.getJsonObject("proof").getString("proofValue");
        byte[] bytes = Multibase.decode(value);

        refused(withValue(signed, value.substring(1)), FindingCode.PROOF_MALFORMED);
        refused(withValue(signed, Multibase.base64url(bytes)), FindingCode.PROOF_MALFORMED);
        refused(
                withValue(signed, Multibase.base58(java.util.Arrays.copyOf(bytes, bytes.length + 32))),
                by == SignedBy.ECDSA_JCS_P256 || by == SignedBy.ECDSA_RDFC_P256
                        ? FindingCode.PROOF_INVALID
                        : FindingCode.PROOF_MALFORMED);
        refused(withValue(signed, "z"), FindingCode.PROOF_MALFORMED);
        refused(withValue(signed, "z0OIl"), FindingCode.PROOF_MALFORMED);
    }

    @ParameterizedTest
    @EnumSource(SignedBy.class)
    void a_changed_document_or_proof_does_not_hold(SignedBy by) {
        JsonObject signed = by.sign(by.unsigned());
        JsonObject renamed = Documents.with(signed, "name", Json.PROVIDER.createValue("Doctor"));
        JsonObject redated = Documents.with(
                signed,
                "proof",
                Documents.with(
                        signed.getJsonObject("proof"), "created", Json.PROVIDER.createValue("2026-11-01T00:00:00Z")));

        refused(renamed, FindingCode.PROOF_INVALID);
        refused(redated, FindingCode.PROOF_INVALID);
    }

    @ParameterizedTest
    @EnumSource(SignedBy.class)
    void the_key_of_another_does_not_hold(SignedBy by) {
        String other = by.key(8).didKeyMethod();
        JsonObject signed = by.sign(by.unsigned());
        JsonObject proof =
                Documents.with(signed.getJsonObject("proof"), "verificationMethod", Json.PROVIDER.createValue(other));

        refused(Documents.with(signed, "proof", proof), FindingCode.PROOF_INVALID);
    }

    @Test
    void a_term_without_meaning_is_refused_by_linked_data_and_covered_by_plain_json() {
        JsonValue text = Json.PROVIDER.createValue("IfDroppedWillVerify");
        JsonObject linked = SignedBy.ECDSA_RDFC_P256.sign(SignedBy.ECDSA_RDFC_P256.unsigned());
        JsonObject plain = SignedBy.ECDSA_JCS_P256.sign(SignedBy.ECDSA_JCS_P256.unsigned());

        refused(Documents.with(linked, "undefinedTerm", text), FindingCode.CONTENT_NOT_COVERED);
        refused(Documents.with(plain, "undefinedTerm", text), FindingCode.PROOF_INVALID);
        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> SignedBy.EDDSA_RDFC.sign(
                        Documents.with(SignedBy.EDDSA_RDFC.unsigned(), "undefinedTerm", text)));
    }

    @ParameterizedTest
    @EnumSource(
            value = SignedBy.class,
            names = {"EDDSA_JCS", "ECDSA_JCS_P256", "ECDSA_JCS_P384"})
    void a_plain_json_proof_is_checked_in_the_context_it_was_made_in(SignedBy by) {
        JsonObject signed = by.sign(by.unsigned());
        JsonValue more = Json.PROVIDER
                .createArrayBuilder(signed.getJsonArray("@context"))
                .add("https://example.org/more")
                .build();
        JsonValue other = Json.PROVIDER
                .createArrayBuilder()
                .add("https://example.org/other")
                .addAll(Json.PROVIDER.createArrayBuilder(signed.getJsonArray("@context")))
                .build();

        assertThat(VERIFIER.verify(Documents.with(signed, "@context", more), NOW)
                        .holds())
                .isTrue();
        refused(Documents.with(signed, "@context", other), FindingCode.CONTENT_REINTERPRETED);
        refused(Documents.without(signed, "@context"), FindingCode.CONTENT_REINTERPRETED);
    }

    /// As in the fixtures of the W3C's test suite.
    @Test
    void a_context_wrapped_in_a_context_is_read_as_what_it_holds() {
        SignedBy by = SignedBy.EDDSA_RDFC;
        JsonObject own = Json.object("{\"alumniOf\": \"https://www.example.org/alumniOf\"}");
        JsonObject signed = by.sign(Documents.with(
                withContext(by.unsigned(), own), "alumniOf", Json.PROVIDER.createValue("The School of Examples")));
        JsonObject wrapped = Json.PROVIDER
                .createPointer("/@context/2")
                .replace(signed, Documents.with(JsonValue.EMPTY_JSON_OBJECT, "@context", own));
        JsonObject hostile = Json.PROVIDER
                .createPointer("/@context/2")
                .replace(signed, Json.object("{\"@context\": {\"alumniOf\": \"https://schema.org/name\"}}"));

        assertThat(VERIFIER.verify(signed, NOW).holds()).isTrue();
        assertThat(VERIFIER.verify(wrapped, NOW).holds()).isTrue();
        refused(hostile, FindingCode.CONTENT_REINTERPRETED);
    }

    private static JsonObject withContext(JsonObject document, JsonObject context) {
        return Json.PROVIDER.createPointer("/@context/-").add(document, context);
    }

    @Test
    void domain_and_challenge_have_to_be_those_asked_for() {
        SignedBy by = SignedBy.EDDSA_RDFC;
        JsonObject presented = by.sign(
                by.unsigned(), ProofOptions.presenting(by.suite(), Badges.NOW, "domain.example", "1235abcd6789"));
        VerificationOptions asked = VerificationOptions.presentedAt(Badges.NOW);

        assertThat(VERIFIER.verify(presented, asked).holds()).isTrue();
        assertThat(VERIFIER.verify(
                                presented,
                                asked.withDomain(Set.of("domain.example")).withChallenge("1235abcd6789"))
                        .holds())
                .isTrue();
        refused(presented, asked.withDomain(Set.of("other.example")), FindingCode.PROOF_DOMAIN_WRONG);
        refused(presented, asked.withDomain(Set.of("domain.example", "b")), FindingCode.PROOF_DOMAIN_WRONG);
        refused(presented, asked.withChallenge("other"), FindingCode.PROOF_CHALLENGE_WRONG);
        refused(presented, NOW, FindingCode.PROOF_PURPOSE_WRONG);
        refused(by.sign(by.unsigned()), NOW.withDomain(Set.of("domain.example")), FindingCode.PROOF_DOMAIN_WRONG);
        refused(by.sign(by.unsigned()), NOW.withChallenge("x"), FindingCode.PROOF_CHALLENGE_WRONG);
    }

    @Test
    void several_domains_are_a_set() {
        SignedBy by = SignedBy.ECDSA_JCS_P384;
        JsonObject signed = by.sign(by.unsigned(), by.options().withDomain(List.of("b.example", "a.example")));

        assertThat(VERIFIER.verify(signed, NOW.withDomain(Set.of("a.example", "b.example")))
                        .holds())
                .isTrue();
        refused(signed, NOW.withDomain(Set.of("a.example")), FindingCode.PROOF_DOMAIN_WRONG);
    }

    @Test
    void a_suite_refuses_a_signer_with_another_kind_of_key() {
        EcKey key = EcKey.ofSecret(Curve.P256, java.util.HexFormat.of().parseHex("01".repeat(32)));
        JsonObject document = SignedBy.EDDSA_RDFC.unsigned();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Badges.INTEGRITY.sign(document, key.signer("did:x:y#z"), Badges.NOW));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Badges.INTEGRITY.sign(
                        document,
                        Badges.UNIVERSITY.signer("did:x:y#z"),
                        ProofOptions.of(Suite.ECDSA_JCS_2019, Badges.NOW)));
    }

    @ParameterizedTest
    @EnumSource(SignedBy.class)
    void an_issued_proof_is_written_as_the_standards_demand(SignedBy by) {
        JsonObject signed = by.sign(by.unsigned(), by.options().withExpires(Badges.NOW.plus(Duration.ofDays(1))));
        JsonObject proof = signed.getJsonObject("proof");

        assertThat(proof.getString("type")).isEqualTo("DataIntegrityProof");
        assertThat(proof.getString("cryptosuite")).isEqualTo(by.suite().id());
        assertThat(proof.getString("proofPurpose")).isEqualTo("assertionMethod");
        assertThat(proof.getString("verificationMethod")).isEqualTo(by.key().didKeyMethod());
        assertThat(proof.getString("created")).isEqualTo("2026-11-24T12:00:00Z");
        assertThat(proof.getString("expires")).isEqualTo("2026-11-25T12:00:00Z");
        assertThat(proof.getString("proofValue")).matches("z[1-9A-HJ-NP-Za-km-z]+");
        assertThat(Json.strings(signed, "@context")).contains("https://www.w3.org/ns/credentials/v2");
    }

    private static JsonObject withValue(JsonObject signed, String value) {
        JsonObject proof =
                Documents.with(signed.getJsonObject("proof"), "proofValue", Json.PROVIDER.createValue(value));
        return Documents.with(signed, "proof", proof);
    }

    private static void refused(JsonObject document, FindingCode code) {
        refused(document, NOW, code);
    }

    private static void refused(JsonObject document, VerificationOptions options, FindingCode code) {
        ProofReport report = VERIFIER.verify(document, options);

        assertThat(report.findings()).extracting(Finding::code).contains(code);
        assertThat(report.holds()).isFalse();
        assertThat(report.signers()).isEmpty();
    }
}
