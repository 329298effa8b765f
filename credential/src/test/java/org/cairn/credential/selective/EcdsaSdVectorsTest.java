package org.cairn.credential.selective;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.credential.Vectors;
import org.cairn.credential.key.EcPublicKey;
import org.cairn.credential.key.Multibase;
import org.cairn.credential.key.Signer;
import org.cairn.credential.proof.Cryptosuite;
import org.cairn.credential.proof.ProofResult;
import org.cairn.credential.proof.StatementReader;
import org.cairn.credential.proof.Statements;
import org.cairn.credential.selective.Examples.Example;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples of `ecdsa-sd-2023` in the ECDSA Cryptosuites standard, step by step.
class EcdsaSdVectorsTest {

    private static final StatementReader READER = new StatementReader(Examples.CONTEXTS);
    private static final EcdsaSd SUITE = new EcdsaSd(Examples.CONTEXTS);

    @ParameterizedTest
    @ValueSource(strings = {"prc", "employ"})
    void the_statements_are_those_of_the_example(String name) {
        Example example = Example.ofEcdsa(name);
        Statements statements = READER.checked(example.document());
        Map<String, String> canonical = statements.canonicalLabels();

        assertThat(statements.labelled(canonical)).isEqualTo(example.lines("addBaseDocCanon"));
        assertThat(grouped(example).all()).isEqualTo(example.lines("addBaseDocHMACCanon"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "employ"})
    void the_groups_are_those_of_the_example(String name) {
        Example example = Example.ofEcdsa(name);
        Grouped grouped = grouped(example);
        var mandatory = grouped.select(example.mandatory());

        assertThat(mandatory).isEqualTo(example.statements("mandatory").keySet());
        assertThat(grouped.at(mandatory))
                .containsExactlyElementsOf(example.statements("mandatory").values());
        assertThat(grouped.at(grouped.others(mandatory)))
                .containsExactlyElementsOf(example.statements("nonMandatory").values());
        assertThat(mandatory).containsExactlyElementsOf(example.indexes("derivedGroupIndexes", "mandatoryIndexes"));
        assertThat(grouped.others(mandatory))
                .containsExactlyElementsOf(example.indexes("derivedGroupIndexes", "nonMandatoryIndexes"));
        assertThat(grouped.select(example.selective()))
                .containsExactlyElementsOf(example.indexes("derivedGroupIndexes", "selectiveIndexes"));
        assertThat(grouped.select(both(example)))
                .containsExactlyElementsOf(example.indexes("derivedGroupIndexes", "combinedIndexes"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "employ"})
    void the_hashes_are_those_of_the_example(String name) {
        Example example = Example.ofEcdsa(name);
        JsonObject options = options(example);
        var pointed = new Issuance.Pointed(example.mandatory(), Labels.hmac(Examples.LABEL_KEY));
        Issuance issuance = Issuance.of(READER, example.document(), options, pointed);

        assertThat(READER.ofOptions(example.document(), options))
                .isEqualTo(Vectors.text(example.folder() + "addProofConfigCanon.txt"));
        assertThat(issuance.proofHash()).isEqualTo(example.hash("addHashData", "proofHash"));
        assertThat(issuance.mandatoryHash()).isEqualTo(example.hash("addHashData", "mandatoryHash"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "employ"})
    void signing_with_the_keys_of_the_example_gives_its_base_proof(String name) {
        Example example = Example.ofEcdsa(name);
        var ephemeral = new EcdsaSd.Ephemeral(Examples.proofKey(), Examples.LABEL_KEY);

        assertThat(SUITE.sign(example.document(), Examples.options(example), signer(), ephemeral))
                .isEqualTo(example.base());
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "employ"})
    void the_base_proof_of_the_example_is_read(String name) {
        Example example = Example.ofEcdsa(name);
        EcdsaBase base = EcdsaBase.read(Secured.value(example.base().getJsonObject("proof")));
        JsonObject recovered = example.step("derivedRecoveredBaseData");

        assertThat(base.baseSignature()).isEqualTo(example.hash("derivedRecoveredBaseData", "baseSignature"));
        assertThat(Multibase.base58(base.proofKey())).isEqualTo(recovered.getString("proofPublicKey"));
        assertThat(base.labelKey()).isEqualTo(Examples.LABEL_KEY);
        assertThat(hex(base.signatures())).isEqualTo(Examples.strings(recovered.getJsonArray("signatures")));
        assertThat(base.mandatoryPointers()).isEqualTo(example.mandatory());
        assertThat(hex(base.signatures()))
                .isEqualTo(
                        Examples.strings(example.step("addRawBaseSignatureInfo").getJsonArray("signatures")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "employ"})
    void what_is_disclosed_is_that_of_the_example(String name) {
        Example example = Example.ofEcdsa(name);
        var base = new Issuance.Pointed(example.mandatory(), Labels.hmac(Examples.LABEL_KEY));
        Showing showing = Showing.of(READER, example.document(), base, example.selective());

        assertThat(showing.revealed()).isEqualTo(example.step("derivedUnsignedReveal"));
        assertThat(showing.mandatoryAmongShown())
                .isEqualTo(example.indexes("derivedAdjMandatoryIndexes", "adjMandatoryIndexes"));
        assertThat(showing.selectedAmongOthers())
                .isEqualTo(example.indexes("derivedAdjSignatures", "adjSignatureIndexes"));
        assertThat(showing.labels())
                .isEqualTo(labels(example.step("derivedDisclosureData")
                        .getJsonObject("labelMap")
                        .getJsonArray("value")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "employ"})
    void deriving_gives_the_document_of_the_example(String name) {
        Example example = Example.ofEcdsa(name);

        assertThat(SUITE.derive(example.base(), example.selective())).isEqualTo(example.derived());
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "employ"})
    void the_derived_proof_of_the_example_is_read(String name) {
        Example example = Example.ofEcdsa(name);
        JsonObject proof = example.derived().getJsonObject("proof");
        EcdsaDerived derived = EcdsaDerived.read(Secured.value(proof));
        JsonObject expected = example.step("verifyDerivedProofValue");
        Shown shown = Shown.of(READER, covered(example.derived()), derived.labels(), derived.mandatory());

        assertThat(derived.baseSignature()).isEqualTo(example.hash("verifyDerivedProofValue", "baseSignature"));
        assertThat(Multibase.base58(derived.proofKey())).isEqualTo(expected.getString("publicKey"));
        assertThat(hex(derived.signatures())).isEqualTo(Examples.strings(expected.getJsonArray("signatures")));
        assertThat(derived.labels()).isEqualTo(labels(expected.getJsonArray("labelMap")));
        assertThat(derived.mandatory()).isEqualTo(example.indexes("verifyDerivedProofValue", "mandatoryIndexes"));
        assertThat(shown.others())
                .isEqualTo(
                        Examples.strings(example.step("verifyCreateVerifyData").getJsonArray("nonMandatory")));
        assertThat(shown.proofHash()).isEqualTo(example.hash("verifyCreateVerifyData", "proofHash"));
        assertThat(shown.mandatoryHash()).isEqualTo(example.hash("verifyCreateVerifyData", "mandatoryHash"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "employ"})
    void the_derived_proof_of_the_example_holds(String name) {
        JsonObject derived = Example.ofEcdsa(name).derived();

        assertThat(Kind.verify(derived, issuer())).isEqualTo(new ProofResult.Intact());
    }

    private static Grouped grouped(Example example) {
        return Grouped.of(READER, example.document(), Labels.hmac(Examples.LABEL_KEY));
    }

    private static JsonObject options(Example example) {
        return Secured.options(EcdsaSd.SUITE, signer().verificationMethod(), Examples.options(example));
    }

    private static List<String> both(Example example) {
        return Stream.concat(example.mandatory().stream(), example.selective().stream())
                .toList();
    }

    private static Map<String, String> labels(jakarta.json.JsonArray entries) {
        Map<String, String> labels = new HashMap<>();
        entries.forEach(entry -> {
            var pair = entry.asJsonArray().getValuesAs(JsonString.class);
            labels.put(pair.get(0).getString(), pair.get(1).getString());
        });
        return labels;
    }

    private static List<String> hex(List<byte[]> values) {
        return values.stream().map(HexFormat.of()::formatHex).toList();
    }

    private static Cryptosuite.Covered covered(JsonObject derived) {
        return new Cryptosuite.Covered(Secured.signed(derived), Secured.options(derived.getJsonObject("proof")));
    }

    private static EcPublicKey issuer() {
        return Examples.issuer().publicKey();
    }

    private static Signer signer() {
        return Examples.issuer().signer(Examples.issuer().didKeyMethod());
    }
}
