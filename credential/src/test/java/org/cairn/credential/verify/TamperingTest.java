package org.cairn.credential.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cairn.credential.verify.Check.INTEGRITY;
import static org.cairn.credential.verify.Check.ISSUER;
import static org.cairn.credential.verify.Check.SCHEMA;
import static org.cairn.credential.verify.Checking.assertLine;
import static org.cairn.credential.verify.Checking.codes;
import static org.cairn.credential.verify.Checking.remove;
import static org.cairn.credential.verify.Checking.set;
import static org.cairn.credential.verify.Checking.swapped;
import static org.cairn.credential.verify.Checking.verify;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Multibase;
import org.cairn.credential.status.StatusEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each way of changing a signed badge, and the line of the report that has to say so.
class TamperingTest {

    private static final JsonObject BADGE = Badges.signed(Badges.aBadge().with(Badges.withEverything(List.of())));
    private static final JsonObject PLAIN = Badges.signed(Badges.aBadge());
    private static final FakeOutside ONLINE =
            new FakeOutside().with(Badges.STATUS_LIST, Badges.aStatusList(StatusEntry.REVOCATION, 1));

    @Test
    void the_untouched_badge_is_valid() {
        assertThat(verify(BADGE, ONLINE).verdict()).isEqualTo(Verdict.VALID);
        assertThat(verify(PLAIN).verdict()).isEqualTo(Verdict.VALID);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/id | 'urn:uuid:00000000-0000-4000-8000-000000000000'",
                "/name | 'Something grander'",
                "/type/1 | 'EndorsementCredential'",
                "/issuer/name | 'Another University'",
                "/issuer/url | 'https://evil.example'",
                "/issuer/address/addressCountryCode | 'US'",
                "/validFrom | '2026-10-26T12:00:00Z'",
                "/validUntil | '2099-01-01T00:00:00Z'",
                "/awardedDate | '2020-01-01T00:00:00Z'",
                "/credentialSubject/id | 'did:example:eve'",
                "/credentialSubject/identifier/0/identityHash | 'sha256$00'",
                "/credentialSubject/identifier/0/hashed | false",
                "/credentialSubject/identifier/1/identityHash | 'Eve'",
                "/credentialSubject/result/0/value | 'A+'",
                "/credentialSubject/result/0/status | 'Failed'",
                "/credentialSubject/creditsEarned | 30",
                "/credentialSubject/narrative | 'With the highest distinction.'",
                "/credentialSubject/activityEndDate | '2026-11-01T00:00:00Z'",
                "/credentialSubject/achievement/id | 'urn:uuid:1'",
                "/credentialSubject/achievement/name | 'Brain surgery'",
                "/credentialSubject/achievement/description | 'x'",
                "/credentialSubject/achievement/achievementType | 'MasterDegree'",
                "/credentialSubject/achievement/criteria/narrative | 'None.'",
                "/credentialSubject/achievement/alignment/0/targetName | 'Surgery'",
                "/credentialSubject/achievement/alignment/0/targetUrl | 'https://evil.example'",
                "/credentialSubject/achievement/resultDescription/0/allowedValue | ['B', 'A', 'C']",
                "/credentialSubject/achievement/tag/0 | 'surgery'",
                "/credentialSubject/achievement/version | '4'",
                "/credentialSubject/achievement/image/id | 'https://evil.example/badge.png'",
                "/credentialSubject/achievement/workloadHours | '7500'",
                "/credentialStatus/statusListIndex | '4712'",
                "/credentialStatus/statusListCredential | 'https://evil.example/list'",
                "/credentialStatus/statusPurpose | 'message'",
                "/evidence/0/narrative | 'Another study.'",
                "/proof/created | '2026-11-01T00:00:00Z'",
                "/proof/challenge | 'added'",
            })
    void a_changed_value_breaks_the_signature(String pointer, String value) {
        VerificationReport report = verify(set(BADGE, pointer, value), ONLINE);

        assertLine(report, FindingCode.PROOF_INVALID, INTEGRITY, Verdict.NOT_VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/validUntil",
                "/credentialStatus",
                "/evidence",
                "/credentialSubject/identifier",
                "/credentialSubject/achievement/alignment/2",
                "/proof/created",
                "/issuer/email"
            })
    void a_missing_member_breaks_the_signature(String pointer) {
        assertLine(verify(remove(BADGE, pointer), ONLINE), FindingCode.PROOF_INVALID, INTEGRITY, Verdict.NOT_VALID);
    }

    @Test
    void a_changed_signature_is_invalid() {
        byte[] signature = Multibase.decode(PLAIN.getJsonObject("proof").getString("proofValue"));
        signature[10] ^= 1;

        VerificationReport report = verify(set(PLAIN, "/proof/proofValue", "'" + Multibase.base58(signature) + "'"));

        assertLine(report, FindingCode.PROOF_INVALID, INTEGRITY, Verdict.NOT_VALID);
        assertThat(codes(report, ISSUER)).containsExactly(FindingCode.ISSUER_CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'z'", "'nonsense'", "''", "'z2222'", "5", "null"})
    void an_unreadable_signature_is_malformed(String value) {
        assertLine(
                verify(set(PLAIN, "/proof/proofValue", value)),
                FindingCode.PROOF_MALFORMED,
                INTEGRITY,
                Verdict.NOT_VALID);
    }

    @Test
    void another_purpose_is_refused() {
        assertLine(
                verify(set(PLAIN, "/proof/proofPurpose", "'authentication'")),
                FindingCode.PROOF_PURPOSE_WRONG,
                INTEGRITY,
                Verdict.NOT_VALID);
    }

    @Test
    void an_unknown_cryptosuite_cannot_be_checked() {
        assertLine(
                verify(set(PLAIN, "/proof/cryptosuite", "'eddsa-xyz-2035'")),
                FindingCode.CRYPTOSUITE_UNSUPPORTED,
                INTEGRITY,
                Verdict.CANNOT_TELL);
    }

    @Test
    void another_cryptosuite_breaks_the_signature() {
        assertLine(
                verify(set(PLAIN, "/proof/cryptosuite", "'eddsa-jcs-2022'")),
                FindingCode.PROOF_INVALID,
                INTEGRITY,
                Verdict.NOT_VALID);
    }

    @Test
    void another_verification_method_is_of_another_and_breaks_the_signature() {
        VerificationReport report =
                verify(set(PLAIN, "/proof/verificationMethod", "'" + Badges.STRANGER.didKeyMethod() + "'"));

        assertLine(report, FindingCode.PROOF_INVALID, INTEGRITY, Verdict.NOT_VALID);
        assertLine(report, FindingCode.ISSUER_KEY_OF_ANOTHER, ISSUER, Verdict.NOT_VALID);
    }

    @Test
    void a_verification_method_that_does_not_exist_is_not_listed() {
        assertLine(
                verify(set(PLAIN, "/proof/verificationMethod", "'" + Badges.UNIVERSITY.didKey() + "#other'")),
                FindingCode.ISSUER_KEY_NOT_LISTED,
                ISSUER,
                Verdict.NOT_VALID);
    }

    @Test
    void a_stranger_signing_in_the_name_of_the_university_is_found_out() {
        JsonObject forged = Badges.sign(Badges.aBadge().toJson(), Badges.STRANGER);

        VerificationReport report = verify(forged);

        assertThat(codes(report, INTEGRITY)).containsExactly(FindingCode.PROOF_VALID);
        assertLine(report, FindingCode.ISSUER_KEY_OF_ANOTHER, ISSUER, Verdict.NOT_VALID);
    }

    @Test
    void an_issuer_swapped_for_another_did_breaks_both_lines() {
        VerificationReport report = verify(set(PLAIN, "/issuer/id", "'" + Badges.STRANGER.didKey() + "'"));

        assertLine(report, FindingCode.PROOF_INVALID, INTEGRITY, Verdict.NOT_VALID);
        assertLine(report, FindingCode.ISSUER_KEY_OF_ANOTHER, ISSUER, Verdict.NOT_VALID);
    }

    @Test
    void a_second_proof_that_does_not_hold_spoils_the_first() {
        JsonObject proof = PLAIN.getJsonObject("proof");
        JsonObject bad = set(proof, "/created", "'2026-11-01T00:00:00Z'");

        VerificationReport report = verify(set(PLAIN, "/proof", "[" + Json.text(proof) + "," + Json.text(bad) + "]"));

        assertLine(report, FindingCode.PROOF_INVALID, INTEGRITY, Verdict.NOT_VALID);
    }

    @Test
    void a_badge_without_proof_is_not_valid() {
        assertLine(verify(remove(PLAIN, "/proof")), FindingCode.NO_PROOF, INTEGRITY, Verdict.NOT_VALID);
    }

    @Test
    void swapped_contexts_are_no_open_badge() {
        JsonObject swapped = swapped(PLAIN, "@context", 0, 1);

        NotACredentialException refusal = catchThrowableOfType(NotACredentialException.class, () -> verify(swapped));

        assertThat(refusal.code()).isEqualTo(NotACredentialException.Code.NOT_A_CREDENTIAL);
    }

    @Test
    void another_version_of_the_badge_context_changes_what_was_said() {
        String older = "'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json'";

        assertThat(verify(set(PLAIN, "/@context/1", older)).verdict()).isEqualTo(Verdict.NOT_VALID);
    }

    @Test
    void an_added_context_that_is_not_known_cannot_be_checked() {
        assertLine(
                verify(set(PLAIN, "/@context/-", "'https://evil.example/context'")),
                FindingCode.CONTEXT_UNKNOWN,
                INTEGRITY,
                Verdict.CANNOT_TELL);
    }

    @Test
    void a_removed_context_leaves_words_without_meaning() {
        assertLine(
                verify(remove(BADGE, "/@context/2"), ONLINE),
                FindingCode.CONTENT_NOT_COVERED,
                INTEGRITY,
                Verdict.NOT_VALID);
        assertLine(verify(remove(PLAIN, "/@context/1")), FindingCode.CONTENT_NOT_COVERED, INTEGRITY, Verdict.NOT_VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name': 'https://schema.org/description', 'description': 'https://schema.org/name'}",
                "{'credentialStatus': null}",
                "{'validUntil': 'urn:other'}",
                "{'state': 'https://www.w3.org/2018/credentials#credentialStatus'}",
            })
    void an_inline_context_cannot_give_standard_words_another_meaning(String context) {
        assertLine(
                verify(set(PLAIN, "/@context/-", context)),
                FindingCode.CONTENT_REINTERPRETED,
                INTEGRITY,
                Verdict.NOT_VALID);
    }

    /// The signature covers statements; by another spelling of the same statement the status would go unseen.
    @Test
    void a_status_cannot_hide_behind_another_word() {
        JsonObject status = BADGE.getJsonObject("credentialStatus");
        String full = "/https:~1~1www.w3.org~12018~1credentials#credentialStatus";

        JsonObject hidden = set(remove(BADGE, "/credentialStatus"), full, Json.text(status));

        assertLine(verify(hidden, ONLINE), FindingCode.CONTENT_REINTERPRETED, INTEGRITY, Verdict.NOT_VALID);
    }

    /// The older contexts do not protect their words, so nothing but our own rule prevents this swap.
    @Test
    void name_and_description_cannot_change_places_under_an_unprotected_context() {
        JsonObject unsigned = set(
                remove(
                        set(
                                Badges.aBadge().toJson(),
                                "/@context/1",
                                "'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json'"),
                        "/name"),
                "/@context/0",
                "'https://www.w3.org/2018/credentials/v1'");
        JsonObject old =
                remove(remove(set(unsigned, "/issuanceDate", "'2026-10-25T12:00:00Z'"), "/validFrom"), "/validUntil");
        JsonObject signed = Badges.sign(remove(old, "/credentialSubject/achievement/inLanguage"), Badges.UNIVERSITY);
        String swap = "{'name': {'@id': 'https://schema.org/description', '@type': 'xsd:string'}}";

        assertThat(codes(verify(signed), INTEGRITY)).containsExactly(FindingCode.PROOF_VALID);
        assertLine(
                verify(set(signed, "/@context/-", swap)),
                FindingCode.CONTENT_REINTERPRETED,
                INTEGRITY,
                Verdict.NOT_VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/grade", "/credentialSubject/grade", "/credentialSubject/achievement/grade", "/issuer/rank"})
    void an_added_word_without_meaning_is_not_covered(String pointer) {
        assertLine(verify(set(PLAIN, pointer, "'A'")), FindingCode.CONTENT_NOT_COVERED, INTEGRITY, Verdict.NOT_VALID);
    }

    @Test
    void an_added_relative_address_is_not_covered() {
        assertLine(
                verify(set(PLAIN, "/credentialSubject/image", "{'id': 'photo.png', 'type': 'Image'}")),
                FindingCode.CONTENT_NOT_COVERED,
                INTEGRITY,
                Verdict.NOT_VALID);
    }

    @Test
    void a_changed_type_is_no_open_badge() {
        VerificationReport report = verify(set(PLAIN, "/type", "['VerifiableCredential']"));

        assertLine(report, FindingCode.SCHEMA_VIOLATED, SCHEMA, Verdict.NOT_VALID);
        assertLine(report, FindingCode.PROOF_INVALID, INTEGRITY, Verdict.NOT_VALID);
    }

    @Test
    void a_member_that_appears_twice_is_refused_before_anything_is_read() {
        String text = Json.text(PLAIN).replaceFirst("\\{", "{\"name\":\"Brain surgery\",");

        NotACredentialException refusal = catchThrowableOfType(
                NotACredentialException.class,
                () -> Checking.verifier(new FakeOutside()).verify(text.getBytes(StandardCharsets.UTF_8), ""));

        assertThat(refusal.code()).isEqualTo(NotACredentialException.Code.JSON_REFUSED);
    }

    @Test
    void a_context_of_the_proof_that_differs_from_the_documents_is_refused() {
        assertLine(
                verify(set(PLAIN, "/proof/@context", "'https://w3id.org/security/data-integrity/v2'")),
                FindingCode.CONTENT_REINTERPRETED,
                INTEGRITY,
                Verdict.NOT_VALID);
    }

    @Test
    void the_same_content_written_in_another_order_stays_valid() {
        var reversed = Json.PROVIDER.createObjectBuilder();
        List.copyOf(PLAIN.keySet()).reversed().forEach(key -> reversed.add(key, PLAIN.get(key)));

        assertThat(verify(reversed.build()).verdict()).isEqualTo(Verdict.VALID);
    }
}
