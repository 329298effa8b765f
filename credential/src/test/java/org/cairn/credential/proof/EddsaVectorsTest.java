package org.cairn.credential.proof;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.cairn.credential.Badges;
import org.cairn.credential.Vectors;
import org.cairn.credential.json.Json;
import org.cairn.credential.key.Ed25519Key;
import org.cairn.credential.key.Ed25519PublicKey;
import org.cairn.credential.key.Multibase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The examples of the EdDSA Cryptosuites standard, step by step.
class EddsaVectorsTest {

    private static final String FOLDER = "di-eddsa/eddsa-rdfc-2022/";

    /// The examples use a context that makes every word defined; it is for examples only and not bundled.
    static final Contexts WITH_EXAMPLES = Badges.CONTEXTS.with(
            "https://www.w3.org/ns/credentials/examples/v2",
            Json.object("{\"@context\": {\"@vocab\": \"https://www.w3.org/ns/credentials/examples#\"}}"));

    private final DataIntegrity integrity = new DataIntegrity(WITH_EXAMPLES);

    @Test
    void the_statements_and_hashes_are_those_of_the_example() {
        JsonObject document = Vectors.json("di-eddsa/unsigned.json");
        JsonObject options = Vectors.json(FOLDER + "proofConfigDataInt.json");

        assertThat(integrity.documentStatements(document)).isEqualTo(Vectors.text(FOLDER + "canonDocDataInt.txt"));
        assertThat(integrity.optionStatements(document, options))
                .isEqualTo(Vectors.text(FOLDER + "proofCanonDataInt.txt"));
        assertThat(HexFormat.of().formatHex(integrity.message(document, options)))
                .isEqualTo(Vectors.text(FOLDER + "combinedHashDataInt.txt").strip());
    }

    @Test
    void signing_gives_the_signature_of_the_example() {
        JsonObject pair = Vectors.json("di-eddsa/keyPair.json");
        byte[] secret = Multibase.decode(pair.getString("privateKeyMultibase"));
        Ed25519Key key = Ed25519Key.ofSecret(java.util.Arrays.copyOfRange(secret, 2, 34));

        JsonObject signed = integrity.sign(
                Vectors.json("di-eddsa/unsigned.json"),
                key.signer(key.didKeyMethod()),
                Instant.parse("2023-02-24T23:36:38Z"));

        assertThat(signed).isEqualTo(Vectors.json(FOLDER + "signedDataInt.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"signedProofSet1", "signedProofSet2", "signedProofChain1", "signedProofChain2"})
    void every_proof_of_a_set_or_chain_holds(String name) {
        JsonObject signed = Vectors.json("di-eddsa/proof-set-chain/" + name + ".json");

        assertThat(results(signed)).isNotEmpty().allMatch(ProofResult.Intact.class::isInstance);
    }

    @Test
    void a_chained_proof_does_not_hold_without_the_proof_it_names() {
        JsonObject signed = Vectors.json("di-eddsa/proof-set-chain/signedProofChain2.json");
        var proofs = signed.getJsonArray("proof");
        JsonObject alone = Json.PROVIDER
                .createObjectBuilder(signed)
                .add("proof", proofs.getLast())
                .build();

        assertThat(results(alone)).noneMatch(ProofResult.Intact.class::isInstance);
    }

    private Stream<ProofResult> results(JsonObject signed) {
        return Json.objects(signed, "proof").stream()
                .map(Proof::read)
                .map(Proof.Checkable.class::cast)
                .map(proof -> integrity.verify(signed, proof, key(proof), Badges.NOW));
    }

    private static Ed25519PublicKey key(Proof.Checkable proof) {
        String method = proof.verificationMethod();
        return Ed25519PublicKey.ofMultibase(method.substring(method.indexOf('#') + 1))
                .orElseThrow();
    }
}
