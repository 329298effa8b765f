package org.cairn.credential.selective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.credential.Badges;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Curve;
import org.cairn.credential.key.EcKey;
import org.cairn.credential.proof.ContentException;
import org.cairn.credential.proof.DataIntegrity;
import org.cairn.credential.proof.ProofProblem;
import org.cairn.credential.proof.ProofResult;
import org.cairn.credential.selective.DisclosureException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What an issuer, a holder and a verifier may expect of either suite.
class DisclosureTest {

    @ParameterizedTest
    @EnumSource
    void the_base_proof_is_as_the_standards_say(Kind kind) {
        JsonObject proof = kind.sign(kind.aBadge(), "/issuer").getJsonObject("proof");

        assertThat(proof.getString("type")).isEqualTo("DataIntegrityProof");
        assertThat(proof.getString("cryptosuite")).isEqualTo(kind.cryptosuite());
        assertThat(proof.getString("proofPurpose")).isEqualTo("assertionMethod");
        assertThat(proof.getString("verificationMethod")).startsWith(kind.didKey() + "#z");
        assertThat(proof.getString("proofValue")).matches(kind == Kind.ECDSA ? "u2V0A[\\w-]+" : "u2V0C[\\w-]+");
    }

    @ParameterizedTest
    @EnumSource
    void a_date_is_only_in_the_proof_if_it_is_asked_for(Kind kind) {
        JsonObject base = kind.sign(kind.aBadge(), BaseProofOptions.mandatory("/issuer"));

        assertThat(base.getJsonObject("proof")).doesNotContainKey("created");
        assertThat(kind.accepts(kind.derive(base, "/validFrom"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_derived_document_shows_what_is_mandatory_and_what_was_selected(Kind kind) {
        JsonObject base = kind.sign(kind.aBadge(), "/issuer", "/validFrom");

        JsonObject derived = kind.derive(base, "/credentialSubject/achievement/name");

        assertThat(kind.accepts(derived)).isTrue();
        assertThat(derived.keySet())
                .containsExactlyInAnyOrder(
                        "@context", "id", "type", "issuer", "validFrom", "credentialSubject", "proof");
        assertThat(derived.getJsonObject("credentialSubject").keySet())
                .containsExactlyInAnyOrder("id", "type", "achievement");
        assertThat(derived.getJsonObject("credentialSubject")
                        .getJsonObject("achievement")
                        .keySet())
                .containsExactlyInAnyOrder("id", "type", "name");
    }

    @ParameterizedTest
    @EnumSource
    void everything_can_be_revealed(Kind kind) {
        JsonObject badge = kind.aBadge();

        JsonObject derived = kind.derive(kind.sign(badge, "/issuer"), "");

        assertThat(Secured.signed(derived)).isEqualTo(badge);
        assertThat(kind.accepts(derived)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void what_is_mandatory_can_be_revealed_alone(Kind kind) {
        JsonObject derived = kind.derive(kind.sign(kind.aBadge(), "/issuer"));

        assertThat(derived.keySet()).containsExactlyInAnyOrder("@context", "id", "type", "issuer", "proof");
        assertThat(kind.accepts(derived)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everything_may_be_mandatory(Kind kind) {
        JsonObject derived = kind.derive(kind.sign(kind.aBadge(), ""));

        assertThat(Secured.signed(derived)).isEqualTo(kind.aBadge());
        assertThat(kind.accepts(derived)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void nothing_may_be_mandatory_but_something_must_be_shown(Kind kind) {
        JsonObject base = kind.sign(kind.aBadge());

        assertThat(kind.accepts(kind.derive(base, "/validUntil"))).isTrue();
        assertThat(refusal(() -> kind.derive(base))).isEqualTo(Code.NOTHING_SELECTED);
    }

    @ParameterizedTest
    @EnumSource
    void the_same_may_be_mandatory_and_selected(Kind kind) {
        JsonObject base = kind.sign(kind.aBadge(), "/issuer", "/validFrom");

        assertThat(kind.accepts(kind.derive(base, "/issuer/name", "/validFrom", "/name")))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void items_of_lists_can_be_shown_singly(Kind kind) {
        JsonObject base = kind.sign(kind.aBadge(), "/issuer");

        JsonObject derived = kind.derive(
                base,
                "/credentialSubject/achievement/alignment/2",
                "/credentialSubject/achievement/alignment/1/targetName");

        assertThat(kind.accepts(derived)).isTrue();
        assertThat(derived.getJsonObject("credentialSubject")
                        .getJsonObject("achievement")
                        .getJsonArray("alignment"))
                .hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void pointers_that_lead_nowhere_are_errors(Kind kind) {
        JsonObject base = kind.sign(kind.aBadge(), "/issuer");

        assertThat(refusal(() -> kind.sign(kind.aBadge(), "/non/existent/path")))
                .isEqualTo(Code.POINTER_UNKNOWN);
        assertThat(refusal(() -> kind.sign(kind.aBadge(), "issuer"))).isEqualTo(Code.POINTER_MALFORMED);
        assertThat(refusal(() -> kind.derive(base, "/credentialSubject/nothing")))
                .isEqualTo(Code.POINTER_UNKNOWN);
        assertThat(refusal(() -> kind.derive(base, "/proof"))).isEqualTo(Code.POINTER_UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource
    void unsigned_words_are_errors(Kind kind) {
        JsonObject badge = Json.PROVIDER
                .createObjectBuilder(kind.aBadge())
                .add("undefinedWord", 1)
                .build();

        assertThatThrownBy(() -> kind.sign(badge, "/issuer"))
                .isInstanceOfSatisfying(
                        ContentException.class, e -> assertThat(e.code()).isEqualTo(ContentException.Code.NOT_COVERED));
    }

    @ParameterizedTest
    @EnumSource
    void a_base_proof_is_no_proof_for_verifiers(Kind kind) {
        assertThat(kind.verify(kind.sign(kind.aBadge(), "/issuer")))
                .isEqualTo(new ProofResult.Broken(ProofProblem.MALFORMED, "proofValue"));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_derived_without_a_base_proof(Kind kind) {
        JsonObject base = kind.sign(kind.aBadge(), "/issuer");
        Kind other = kind == Kind.BBS ? Kind.ECDSA : Kind.BBS;

        assertThat(refusal(() -> kind.derive(kind.aBadge(), "/name"))).isEqualTo(Code.NO_BASE_PROOF);
        assertThat(refusal(() -> kind.derive(kind.derive(base, "/name"), "/name")))
                .isEqualTo(Code.NO_BASE_PROOF);
        assertThat(refusal(() -> other.derive(base, "/name"))).isEqualTo(Code.NO_BASE_PROOF);
    }

    @ParameterizedTest
    @EnumSource
    void nothing_is_derived_from_a_document_that_was_changed(Kind kind) {
        JsonObject base = kind.sign(kind.aBadge(), "/issuer");
        JsonObject changed =
                Json.PROVIDER.createPointer("/name").replace(base, Json.PROVIDER.createValue("Something else"));

        assertThat(refusal(() -> kind.derive(changed, "/name"))).isEqualTo(Code.PROOF_DOES_NOT_FIT);
    }

    @Test
    void both_base_proofs_may_stand_side_by_side() {
        JsonObject one = Kind.ECDSA.sign(Kind.ECDSA.aBadge(), "/issuer");
        JsonObject both = Kind.BBS.sign(one, "/issuer");

        assertThat(both.getJsonArray("proof")).hasSize(2);
        assertThat(Kind.ECDSA.accepts(Kind.ECDSA.derive(both, "/name"))).isTrue();
        assertThat(Kind.BBS.accepts(Kind.BBS.derive(both, "/name"))).isTrue();
        assertThat(refusal(() -> Kind.BBS.derive(Kind.BBS.sign(both, "/issuer"), "/name")))
                .isEqualTo(Code.NO_BASE_PROOF);
    }

    @Test
    void proofs_of_bbs_have_nothing_in_common() {
        JsonObject base = Kind.BBS.sign(Kind.BBS.aBadge(), BaseProofOptions.mandatory("/issuer"));
        BbsDerived one = derived(Kind.BBS.derive(base, "/name"));
        BbsDerived other = derived(Kind.BBS.derive(base, "/name"));

        assertThat(one.proof()).isNotEqualTo(other.proof());
    }

    @Test
    void a_proof_of_bbs_is_bound_to_what_the_holder_presents_it_for() {
        JsonObject base = Kind.BBS.sign(Kind.BBS.aBadge(), "/issuer");
        byte[] challenge = {1, 2, 3};

        JsonObject shown = Kind.BBS_2023.derive(base, List.of("/name"), challenge, Kind.RANDOM);

        assertThat(derived(shown).presentation()).isEqualTo(challenge);
        assertThat(Kind.BBS.accepts(shown)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void credentials_of_version_one_get_a_context_for_the_proof(Kind kind) {
        JsonObject old = Json.object("""
                {"@context": ["https://www.w3.org/2018/credentials/v1"], "id": "urn:uuid:1",
                 "type": ["VerifiableCredential"], "issuer": "%s", "issuanceDate": "2020-01-01T00:00:00Z",
                 "credentialSubject": {"id": "did:example:b"}}""".formatted(kind.didKey()));

        JsonObject derived = kind.derive(kind.sign(old, "/issuer"), "/credentialSubject");

        assertThat(derived.getJsonArray("@context")).hasSize(2);
        assertThat(kind.accepts(derived)).isTrue();
    }

    @Test
    void ecdsa_signs_with_p256_only() {
        EcKey p384 = EcKey.generate(Curve.P384, Kind.RANDOM);

        assertThatThrownBy(() -> Kind.ECDSA_SD.sign(
                        Kind.ECDSA.aBadge(),
                        BaseProofOptions.mandatory("/issuer"),
                        p384.signer(p384.didKeyMethod()),
                        Kind.RANDOM))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource
    void a_verifier_that_was_not_told_of_the_suites_says_so(Kind kind) {
        JsonObject derived = kind.derive(kind.sign(kind.aBadge(), "/issuer"), "/name");
        var proof = (org.cairn.credential.proof.Proof.Checkable)
                org.cairn.credential.proof.Proof.read(derived.getJsonObject("proof"));

        assertThat(new DataIntegrity(Badges.CONTEXTS).verify(derived, proof, kind.key(), Badges.NOW))
                .isEqualTo(new ProofResult.Broken(ProofProblem.CRYPTOSUITE, kind.cryptosuite()));
    }

    @ParameterizedTest
    @EnumSource
    void more_pointers_or_statements_than_anybody_needs_are_refused(Kind kind) {
        String many = IntStream.range(0, 2100).mapToObj(i -> "\"t" + i + "\"").collect(Collectors.joining(","));
        JsonObject badge = Json.PROVIDER
                .createPointer("/credentialSubject/achievement/tag")
                .replace(kind.aBadge(), Json.object("{\"a\": [" + many + "]}").getJsonArray("a"));

        assertThat(refusal(() -> kind.sign(badge, "/issuer"))).isEqualTo(Code.TOO_MANY_STATEMENTS);
        assertThat(refusal(() -> kind.sign(
                        kind.aBadge(), new BaseProofOptions(Collections.nCopies(1001, "/issuer"), Optional.empty()))))
                .isEqualTo(Code.TOO_MANY_POINTERS);
    }

    private static BbsDerived derived(JsonObject shown) {
        return BbsDerived.read(Secured.value(shown.getJsonObject("proof")));
    }

    private static Code refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        return catchThrowableOfType(DisclosureException.class, action).code();
    }
}
