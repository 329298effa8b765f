package org.cairn.credential.bbs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.cairn.credential.Vectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The signatures and proofs of the bbs-2023 standard's examples, below JSON-LD: header and messages are given.
class BbsVectorsTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void the_public_key_follows_from_the_secret() {
        JsonObject material = Vectors.json("di-bbs/BBSKeyMaterial.json");

        assertThat(key().publicKey().raw()).isEqualTo(HEX.parseHex(material.getString("publicKeyHex")));
        assertThat(key().didKeyMethod())
                .isEqualTo(Vectors.json("di-bbs/addProofConfig.json").getString("verificationMethod"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"di-bbs/", "di-bbs/prc/"})
    void signing_gives_the_signature_of_the_example(String folder) {
        assertThat(HEX.formatHex(key().sign(header(folder), messages(folder)))).isEqualTo(signature(folder));
    }

    @ParameterizedTest
    @ValueSource(strings = {"di-bbs/", "di-bbs/prc/"})
    void the_signature_of_the_example_holds(String folder) {
        byte[] signature = HEX.parseHex(signature(folder));

        assertThat(key().publicKey().verifies(signature, header(folder), messages(folder)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"di-bbs/", "di-bbs/prc/"})
    void the_proof_of_the_example_holds(String folder) {
        JsonObject data = Vectors.json(folder + "derivedDisclosureData.json");
        byte[] presentation =
                HEX.parseHex(Vectors.json("di-bbs/BBSDeriveMaterial.json").getString("presentationHeaderHex"));
        var disclosed = new TreeMap<Integer, byte[]>();
        shown(folder).forEach(place -> disclosed.put(place, messages(folder).get(place)));

        assertThat(key().publicKey()
                        .verifiesProof(
                                HEX.parseHex(data.getString("bbsProof")), header(folder), presentation, disclosed))
                .isTrue();
    }

    private static List<Integer> shown(String folder) {
        JsonArray indexes = Vectors.json(folder + "derivedAdjIndexes.json").getJsonArray("adjSelectiveIndexes");
        return indexes.stream().map(value -> Integer.valueOf(value.toString())).toList();
    }

    private static String signature(String folder) {
        return Vectors.json(folder + "addRawBaseSignatureInfo.json").getString("bbsSignature");
    }

    private static byte[] header(String folder) {
        JsonObject hashes = Vectors.json(folder + "addHashData.json");
        return HEX.parseHex(hashes.getString("proofHash") + hashes.getString("mandatoryHash"));
    }

    private static List<byte[]> messages(String folder) {
        JsonArray entries = Vectors.json(folder + "addBaseTransform.json")
                .getJsonObject("nonMandatory")
                .getJsonArray("value");
        return entries.stream()
                .map(entry -> entry.asJsonArray().getString(1).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static BbsKey key() {
        return BbsKey.ofSecret(
                        HEX.parseHex(Vectors.json("di-bbs/BBSKeyMaterial.json").getString("privateKeyHex")))
                .orElseThrow();
    }
}
