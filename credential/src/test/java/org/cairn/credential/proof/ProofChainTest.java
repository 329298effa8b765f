package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.credential.Badges;
import org.cairn.credential.FakeOutside;
import org.cairn.credential.did.Dids;
import org.cairn.credential.json.Json;
import org.cairn.credential.verify.Finding;
import org.cairn.credential.verify.FindingCode;
import org.cairn.credential.verify.ProofVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Proof sets and chains (VC Data Integrity 1.0, 2.1.1, 2.1.2, 4.4 and 4.5).
class ProofChainTest {

    private static final ProofVerifier VERIFIER =
            new ProofVerifier(Badges.INTEGRITY, Dids.standard(new FakeOutside()), new FakeOutside());
    private static final VerificationOptions NOW = VerificationOptions.at(Badges.NOW);
    private static final String FIRST = "urn:uuid:00000000-0000-4000-8000-000000000001";
    private static final String SECOND = "urn:uuid:00000000-0000-4000-8000-000000000002";

    @Test
    void every_suite_can_join_one_set() {
        JsonObject document = SignedBy.EDDSA_RDFC.unsigned();
        for (SignedBy by : List.of(SignedBy.EDDSA_RDFC, SignedBy.ECDSA_RDFC_P384, SignedBy.ECDSA_JCS_P256)) {
            document = by.sign(document);
        }

        assertThat(Json.list(document, "proof")).hasSize(3);
        assertThat(VERIFIER.verify(document, NOW).holds()).isTrue();
    }

    @Test
    void one_bad_proof_spoils_a_set() {
        SignedBy by = SignedBy.EDDSA_RDFC;
        JsonObject two = SignedBy.ECDSA_RDFC_P256.sign(by.sign(by.unsigned()));
        JsonObject first = two.getJsonArray("proof").getJsonObject(0);
        JsonObject other = Documents.with(first, "created", Json.PROVIDER.createValue("2026-11-01T00:00:00Z"));
        JsonObject spoilt = Json.PROVIDER.createPointer("/proof/0").replace(two, other);

        assertThat(VERIFIER.verify(spoilt, NOW).holds()).isFalse();
        assertThat(VERIFIER.verify(spoilt, NOW).signers())
                .containsExactly(SignedBy.ECDSA_RDFC_P256.key().didKey());
    }

    @ParameterizedTest
    @EnumSource(SignedBy.class)
    void a_chain_holds_and_breaks_with_a_link(SignedBy by) {
        JsonObject chain = chain(by);

        assertThat(VERIFIER.verify(chain, NOW).holds()).isTrue();
        assertThat(codes(Json.PROVIDER.createPointer("/proof/0").remove(chain)))
                .contains(FindingCode.PROOF_CHAIN_BROKEN);
        assertThat(codes(Json.PROVIDER
                        .createPointer("/proof/0/id")
                        .replace(chain, Json.PROVIDER.createValue("urn:uuid:other"))))
                .contains(FindingCode.PROOF_CHAIN_BROKEN);
        assertThat(codes(Json.PROVIDER
                        .createPointer("/proof/0/proofValue")
                        .replace(
                                chain,
                                Json.PROVIDER.createValue(chain.getJsonArray("proof")
                                        .getJsonObject(1)
                                        .getString("proofValue")))))
                .containsOnly(FindingCode.PROOF_INVALID);
    }

    @ParameterizedTest
    @EnumSource(SignedBy.class)
    void a_link_to_several_needs_all_of_them(SignedBy by) {
        JsonObject two = by.sign(
                by.sign(by.unsigned(), by.options().withId(FIRST)), by.options().withId(SECOND));
        JsonObject three = by.sign(two, by.options().withPreviousProof(List.of(FIRST, SECOND)));

        assertThat(VERIFIER.verify(three, NOW).holds()).isTrue();
        assertThat(codes(Json.PROVIDER.createPointer("/proof/1").remove(three)))
                .contains(FindingCode.PROOF_CHAIN_BROKEN);
    }

    @Test
    void nobody_can_build_upon_a_proof_that_is_not_there() {
        SignedBy by = SignedBy.EDDSA_JCS;

        assertThatExceptionOfType(ContentException.class)
                .isThrownBy(() -> by.sign(by.unsigned(), by.options().withPreviousProof(List.of(FIRST))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'id': 'urn:1', 'previousProof': 'urn:1'}]",
                "[{'id': 'urn:1', 'previousProof': 'urn:2'}, {'id': 'urn:2', 'previousProof': ['urn:1']}]",
                "[{'id': 'urn:1', 'previousProof': 'urn:2'}, {'id': 'urn:2'}, {'id': 'urn:2'}]",
                "[{'id': 'urn:1', 'previousProof': ['urn:2', 'urn:3']}, {'id': 'urn:2'}]"
            })
    void a_circle_a_double_and_a_gap_are_faults(String proofs) {
        JsonObject secured = Json.object(("{'proof': " + proofs + "}").replace('\'', '"'));

        assertThat(ProofChain.fault(secured, secured.getJsonArray("proof").getJsonObject(0)))
                .isPresent();
    }

    @Test
    void two_ways_to_one_proof_are_no_circle() {
        JsonObject secured = Json.object("""
                {"proof": [{"id": "urn:1"}, {"id": "urn:2", "previousProof": "urn:1"},
                           {"id": "urn:3", "previousProof": ["urn:1", "urn:2", "urn:1"]}]}""");

        assertThat(ProofChain.fault(secured, secured.getJsonArray("proof").getJsonObject(2)))
                .isEqualTo(Optional.empty());
    }

    /// Every proof names all before it: as many ways as 2 to the power of 60, each link walked once.
    @Test
    void a_thicket_of_links_is_walked_in_no_time() {
        JsonArrayBuilder proofs = Json.PROVIDER.createArrayBuilder();
        IntStream.range(0, 60).forEach(i -> {
            JsonArrayBuilder earlier = Json.PROVIDER.createArrayBuilder();
            IntStream.range(0, i).forEach(j -> earlier.add("urn:" + j));
            proofs.add(Json.PROVIDER.createObjectBuilder().add("id", "urn:" + i).add("previousProof", earlier));
        });
        JsonObject secured =
                Json.PROVIDER.createObjectBuilder().add("proof", proofs).build();

        assertThat(ProofChain.fault(secured, secured.getJsonArray("proof").getJsonObject(59)))
                .isEmpty();
    }

    private static JsonObject chain(SignedBy by) {
        JsonObject first = by.sign(by.unsigned(), by.options().withId(FIRST));
        return by.sign(first, by.options().withId(SECOND).withPreviousProof(List.of(FIRST)));
    }

    private static List<FindingCode> codes(JsonObject document) {
        return VERIFIER.verify(document, NOW).findings().stream()
                .filter(finding -> finding.code() != FindingCode.PROOF_VALID)
                .map(Finding::code)
                .toList();
    }
}
