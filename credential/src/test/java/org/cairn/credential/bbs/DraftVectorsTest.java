package org.cairn.credential.bbs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import supranational.blst.P1;

/// The third proof of the draft's fixtures for BLS12-381-SHA-256: ten messages, four of them shown.
class DraftVectorsTest {

    private static final HexFormat HEX = HexFormat.of();

    private static final BbsPublicKey KEY = BbsPublicKey.ofRaw(hex("a820f230f6ae38503b86c70dc50b61c58a77e45c39ab25c065"
                    + "2bbaa8fa136f2851bd4781c9dcde39fc9d1d52c9e60268061e7d7632171d91aa8d460acee0e96f1e7c4cfb12d3ff9a"
                    + "b5d5dc91c277db75c845d649ef3c4f63aebc364cd55ded0c"))
            .orElseThrow();

    private static final byte[] HEADER = hex("11223344556677889900aabbccddeeff");
    private static final byte[] PRESENTATION = hex("bed231d880675ed101ead304512e043ade9958dd0241ea70b4b3957fba941501");
    private static final List<Integer> SHOWN = List.of(0, 2, 4, 6);

    private static final byte[] SIGNATURE =
            hex("8339b285a4acd89dec7777c09543a43e3cc60684b0a6f8ab335da4825c96e1463e28f8c5f4fd0641d19cec5920d3a8ff"
                    + "4bedb6c9691454597bbd298288abed3632078557b2ace7d44caed846e1a0a1e8");

    private static final List<byte[]> MESSAGES = List.of(
            hex("9872ad089e452c7b6e283dfac2a80d58e8d0ff71cc4d5e310a1debdda4a45f02"),
            hex("c344136d9ab02da4dd5908bbba913ae6f58c2cc844b802a6f811f5fb075f9b80"),
            hex("7372e9daa5ed31e6cd5c825eac1b855e84476a1d94932aa348e07b73"),
            hex("77fe97eb97a1ebe2e81e4e3597a3ee740a66e9ef2412472c"),
            hex("496694774c5604ab1b2544eababcf0f53278ff50"),
            hex("515ae153e22aae04ad16f759e07237b4"),
            hex("d183ddc6e2665aa4e2f088af"),
            hex("ac55fb33a75909ed"),
            hex("96012096"),
            hex(""));

    private static final String PROOF =
            "a2ed608e8e12ed21abc2bf154e462d744a367c7f1f969bdbf784a2a134c7db2d340394223a5397a3011b1c340ebc4151"
                    + "99462ba6f31106d8a6da8b513b37a47afe93c9b3474d0d7a354b2edc1b88818b063332df774c141f7a07c48fe50d452f"
                    + "897739228c88afc797916dca01e8f03bd9c5375c7a7c59996e514bb952a436afd24457658acbaba5ddac2e693ac48135"
                    + "6918cd38025d86b28650e909defe9604a7259f44386b861608be742af7775a2e71a6070e5836f5f54dc43c60096834a5"
                    + "b6da295bf8f081f72b7cdf7f3b4347fb3ff19edaa9e74055c8ba46dbcb7594fb2b06633bb5324192eb9be91be0d33e45"
                    + "3b4d3127459de59a5e2193c900816f049a02cb9127dac894418105fa1641d5a206ec9c42177af9316f43341744147827"
                    + "6ca0303da8f941bf2e0222a43251cf5c2bf6eac1961890aa740534e519c1767e1223392a3a286b0f4d91f7f25217a786"
                    + "2b8fcc1810cdcfddde2a01c80fcc90b632585fec12dc4ae8fea1918e9ddeb9414623a457e88f53f545841f9d5dcb1f8e"
                    + "160d1560770aa79d65e2eca8edeaecb73fb7e995608b820c4a64de6313a370ba05dc25ed7c1d185192084963652f2870"
                    + "341bdaa4b1a37f8c06348f38a4f80c5a2650a21d59f09e8305dcd3fc3ac30e2a";

    @Test
    void the_fixed_point_is_the_one_hashed_from_its_name() {
        String seed = Suite.API + "BP_MESSAGE_GENERATOR_SEED";
        byte[] expanded = Suite.expand(seed.getBytes(StandardCharsets.US_ASCII), Suite.API + "SIG_GENERATOR_SEED_", 48);
        byte[] input = new byte[56];
        System.arraycopy(expanded, 0, input, 0, 48);
        input[55] = 1;
        byte[] point = Suite.expand(input, Suite.API + "SIG_GENERATOR_SEED_", 48);

        assertThat(new P1().hash_to(point, Suite.API + "SIG_GENERATOR_DST_").compress())
                .isEqualTo(Generators.FIRST.compress());
    }

    @Test
    void the_signature_holds() {
        assertThat(KEY.verifies(SIGNATURE, HEADER, MESSAGES)).isTrue();
    }

    @Test
    void the_same_random_values_give_the_same_proof() {
        byte[] proof = KEY.prove(
                        new BbsPublicKey.Signed(SIGNATURE, HEADER, MESSAGES), SHOWN, PRESENTATION, new MockedRandom(11))
                .orElseThrow();

        assertThat(HEX.formatHex(proof)).isEqualTo(PROOF);
    }

    @Test
    void the_proof_holds() {
        TreeMap<Integer, byte[]> shown = new TreeMap<>();
        SHOWN.forEach(place -> shown.put(place, MESSAGES.get(place)));

        assertThat(KEY.verifiesProof(hex(PROOF), HEADER, PRESENTATION, shown)).isTrue();
    }

    private static byte[] hex(String text) {
        return HEX.parseHex(text);
    }
}
