package org.cairn.credential.selective;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.credential.Vectors;
import org.cairn.credential.bbs.BbsKey;
import org.cairn.credential.json.Json;
import org.cairn.credential.proof.Cryptosuite;
import org.cairn.credential.proof.ProofResult;
import org.cairn.credential.proof.StatementReader;
import org.cairn.credential.proof.Statements;
import org.cairn.credential.selective.Examples.Example;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The baseline examples of the BBS Cryptosuites standard, step by step. The random values behind their derived proofs
/// are not published, so those are checked and all that surrounds them is compared.
class Bbs2023VectorsTest {

    private static final StatementReader READER = new StatementReader(Examples.CONTEXTS);
    private static final Bbs2023 SUITE = new Bbs2023(Examples.CONTEXTS);

    @ParameterizedTest
    @ValueSource(strings = {"prc", "wind"})
    void the_statements_are_those_of_the_example(String name) {
        Example example = Example.ofBbs(name);
        Statements statements = READER.checked(example.document());
        Map<String, String> canonical = statements.canonicalLabels();

        assertThat(statements.labelled(canonical)).isEqualTo(example.lines("addBaseDocCanon"));
        assertThat(grouped(example).all()).isEqualTo(example.lines("addBaseDocHMACCanon"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "wind"})
    void the_groups_are_those_of_the_example(String name) {
        Example example = Example.ofBbs(name);
        Grouped grouped = grouped(example);
        var mandatory = grouped.select(example.mandatory());

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
    @ValueSource(strings = {"prc", "wind"})
    void the_hashes_are_those_of_the_example(String name) {
        Example example = Example.ofBbs(name);
        JsonObject options = Secured.options(Bbs2023.SUITE, key().didKeyMethod(), Examples.options(example));
        var pointed = new Issuance.Pointed(example.mandatory(), Labels.shuffled(Examples.LABEL_KEY));
        Issuance issuance = Issuance.of(READER, example.document(), options, pointed);

        assertThat(READER.ofOptions(example.document(), options))
                .isEqualTo(Vectors.text(example.folder() + "addProofConfigCanon.txt"));
        assertThat(issuance.proofHash()).isEqualTo(example.hash("addHashData", "proofHash"));
        assertThat(issuance.mandatoryHash()).isEqualTo(example.hash("addHashData", "mandatoryHash"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "wind"})
    void signing_with_the_keys_of_the_example_gives_its_base_proof(String name) {
        Example example = Example.ofBbs(name);
        BbsSigner signer = BbsSigner.ofDidKey(key());

        assertThat(SUITE.sign(example.document(), Examples.options(example), signer, Examples.LABEL_KEY))
                .isEqualTo(example.base());
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "wind"})
    void the_base_proof_of_the_example_is_read(String name) {
        Example example = Example.ofBbs(name);
        BbsBase base = BbsBase.read(Secured.value(example.base().getJsonObject("proof")));

        assertThat(base.signature()).isEqualTo(example.hash("derivedRecoveredBaseData", "bbsSignature"));
        assertThat(base.labelKey()).isEqualTo(example.hash("derivedRecoveredBaseData", "hmacKey"));
        assertThat(base.publicKey()).isEqualTo(key().publicKey().raw());
        assertThat(base.mandatoryPointers()).isEqualTo(example.mandatory());
        assertThat(HexFormat.of().formatHex(base.header()))
                .isEqualTo(example.step("addHashData").getString("proofHash")
                        + example.step("addHashData").getString("mandatoryHash"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "wind"})
    void what_is_disclosed_is_that_of_the_example(String name) {
        Example example = Example.ofBbs(name);
        var base = new Issuance.Pointed(example.mandatory(), Labels.shuffled(Examples.LABEL_KEY));
        Showing showing = Showing.of(READER, example.document(), base, example.selective());

        assertThat(showing.revealed()).isEqualTo(example.step("derivedUnsignedReveal"));
        assertThat(showing.mandatoryAmongShown())
                .isEqualTo(example.indexes("derivedDisclosureData", "mandatoryIndexes"))
                .isEqualTo(example.indexes("derivedAdjIndexes", "adjMandatoryIndexes"));
        assertThat(showing.selectedAmongOthers())
                .isEqualTo(example.indexes("derivedDisclosureData", "adjSelectiveIndexes"))
                .isEqualTo(example.indexes("derivedAdjIndexes", "adjSelectiveIndexes"));
        assertThat(showing.labels()).isEqualTo(labels(example));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "wind"})
    void deriving_gives_the_document_of_the_example_but_for_the_random_proof(String name) {
        Example example = Example.ofBbs(name);

        JsonObject derived =
                SUITE.derive(example.base(), example.selective(), Examples.PRESENTATION, new SecureRandom());

        assertThat(Secured.signed(derived)).isEqualTo(Secured.signed(example.derived()));
        assertThat(Secured.options(derived.getJsonObject("proof")))
                .isEqualTo(Secured.options(example.derived().getJsonObject("proof")));
        assertThat(withProofOf(derived, example.derived())).isEqualTo(example.derived());
        assertThat(result(derived)).isEqualTo(new ProofResult.Intact());
    }

    @ParameterizedTest
    @ValueSource(strings = {"prc", "wind"})
    void the_derived_proof_of_the_example_holds(String name) {
        Example example = Example.ofBbs(name);
        BbsDerived derived = BbsDerived.read(Secured.value(example.derived().getJsonObject("proof")));

        assertThat(derived.proof()).isEqualTo(example.hash("derivedDisclosureData", "bbsProof"));
        assertThat(derived.labels()).isEqualTo(labels(example));
        assertThat(derived.presentation()).isEqualTo(Examples.PRESENTATION);
        assertThat(result(example.derived())).isEqualTo(new ProofResult.Intact());
    }

    @Test
    void what_the_verifier_reads_is_that_of_the_example() {
        Example example = Example.ofBbs("prc");
        JsonObject proof = example.derived().getJsonObject("proof");
        BbsDerived derived = BbsDerived.read(Secured.value(proof));
        List<String> all = example.lines("verifyNQuads");

        Shown shown = Shown.of(READER, covered(example.derived()), derived.labels(), derived.mandatory());

        assertThat(derived.mandatory()).isEqualTo(example.indexes("verifyDerivedProofValue", "mandatoryIndexes"));
        assertThat(derived.selective()).isEqualTo(example.indexes("verifyDerivedProofValue", "adjSelectedIndexes"));
        assertThat(shown.others())
                .isEqualTo(all.stream()
                        .filter(line -> !derived.mandatory().contains(all.indexOf(line)))
                        .toList());
        assertThat(shown.mandatoryHash()).isEqualTo(example.hash("addHashData", "mandatoryHash"));
        assertThat(shown.proofHash()).isEqualTo(example.hash("addHashData", "proofHash"));
    }

    /// The first document with the random proof of the second.
    private static JsonObject withProofOf(JsonObject derived, JsonObject other) {
        BbsDerived own = BbsDerived.read(Secured.value(derived.getJsonObject("proof")));
        BbsDerived theirs = BbsDerived.read(Secured.value(other.getJsonObject("proof")));
        BbsDerived mixed =
                new BbsDerived(theirs.proof(), own.labels(), own.mandatory(), own.selective(), own.presentation());
        JsonObject proof = Secured.proof(Secured.options(derived.getJsonObject("proof")), mixed.proofValue());
        return Json.PROVIDER.createObjectBuilder(derived).add("proof", proof).build();
    }

    private static ProofResult result(JsonObject derived) {
        return Kind.verify(derived, key().publicKey().general());
    }

    private static Map<String, String> labels(Example example) {
        return example.step("derivedDisclosureData").getJsonObject("labelMap").getJsonArray("value").stream()
                .map(entry -> Examples.strings(entry.asJsonArray()))
                .collect(Collectors.toMap(List::getFirst, List::getLast));
    }

    private static Grouped grouped(Example example) {
        return Grouped.of(READER, example.document(), Labels.shuffled(Examples.LABEL_KEY));
    }

    private static List<String> both(Example example) {
        return Stream.concat(example.mandatory().stream(), example.selective().stream())
                .toList();
    }

    private static Cryptosuite.Covered covered(JsonObject derived) {
        return new Cryptosuite.Covered(Secured.signed(derived), Secured.options(derived.getJsonObject("proof")));
    }

    private static BbsKey key() {
        return Examples.bbsIssuer();
    }
}
