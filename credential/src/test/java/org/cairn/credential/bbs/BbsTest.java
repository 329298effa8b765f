package org.cairn.credential.bbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BbsTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BbsKey KEY = BbsKey.generate(RANDOM);
    private static final byte[] HEADER = bytes("header");
    private static final byte[] PRESENTATION = bytes("presentation");
    private static final List<byte[]> MESSAGES = List.of(bytes("a"), bytes(""), bytes("c"), bytes("c"));
    private static final byte[] SIGNATURE = KEY.sign(HEADER, MESSAGES);
    private static final BbsPublicKey PUBLIC = KEY.publicKey();

    @Test
    void a_key_survives_being_written_and_read() {
        BbsKey read = BbsKey.ofSecret(KEY.exportSecretKey()).orElseThrow();

        assertThat(read.publicKey()).isEqualTo(PUBLIC).hasSameHashCodeAs(PUBLIC);
        assertThat(BbsPublicKey.of(PUBLIC.general())).contains(PUBLIC);
        assertThat(PUBLIC.toString()).startsWith("zUC");
        assertThat(KEY.didKeyMethod()).isEqualTo("did:key:" + PUBLIC + "#" + PUBLIC);
        assertThat(KEY.toString()).doesNotContain(HexFormat.of().formatHex(KEY.exportSecretKey()));
    }

    @Test
    void refuses_a_secret_out_of_range() {
        assertThat(BbsKey.ofSecret(new byte[32])).isEmpty();
        assertThat(BbsKey.ofSecret(new byte[31])).isEmpty();
        assertThat(BbsKey.ofSecret(Curve.octets(Curve.ORDER))).isEmpty();
        assertThat(BbsKey.ofSecret(Curve.octets(Curve.ORDER.subtract(BigInteger.ONE))))
                .isPresent();
    }

    @Test
    void refuses_bytes_that_are_no_point_of_the_group() {
        byte[] identity = new byte[96];
        identity[0] = (byte) 0xc0;
        byte[] uncompressed = PUBLIC.raw();
        uncompressed[0] &= 0x7f;

        assertThat(BbsPublicKey.ofRaw(identity)).isEmpty();
        assertThat(BbsPublicKey.ofRaw(uncompressed)).isEmpty();
        assertThat(BbsPublicKey.ofRaw(new byte[96])).isEmpty();
        assertThat(BbsPublicKey.ofRaw(new byte[0])).isEmpty();
        assertThat(BbsPublicKey.ofRaw(new byte[192])).isEmpty();
    }

    /// On the curve, but outside the group of prime order: x = 4 of the first group.
    @Test
    void refuses_a_point_of_the_curve_outside_the_group() {
        byte[] outside = new byte[48];
        outside[0] = (byte) 0x80;
        outside[47] = 4;

        assertThat(Curve.point(outside)).isEmpty();
    }

    @Test
    void the_signature_is_over_header_and_messages_in_their_order() {
        List<byte[]> swapped = new ArrayList<>(MESSAGES);
        Collections.swap(swapped, 0, 2);

        assertThat(PUBLIC.verifies(SIGNATURE, HEADER, MESSAGES)).isTrue();
        assertThat(PUBLIC.verifies(SIGNATURE, PRESENTATION, MESSAGES)).isFalse();
        assertThat(PUBLIC.verifies(SIGNATURE, HEADER, swapped)).isFalse();
        assertThat(PUBLIC.verifies(SIGNATURE, HEADER, MESSAGES.subList(0, 3))).isFalse();
        assertThat(BbsKey.generate(RANDOM).publicKey().verifies(SIGNATURE, HEADER, MESSAGES))
                .isFalse();
    }

    @Test
    void no_changed_byte_of_the_signature_is_accepted() {
        assertThat(IntStream.range(0, SIGNATURE.length).mapToObj(i -> flipped(SIGNATURE, i)))
                .noneMatch(changed -> PUBLIC.verifies(changed, HEADER, MESSAGES));
        assertThat(PUBLIC.verifies(new byte[0], HEADER, MESSAGES)).isFalse();
        assertThat(PUBLIC.verifies(Arrays.copyOf(SIGNATURE, 81), HEADER, MESSAGES))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "3", "0,1,2,3", "1,2"})
    void a_proof_shows_what_was_chosen(String places) {
        List<Integer> shown = places(places);

        assertThat(holds(proof(shown), shown, MESSAGES)).isTrue();
    }

    @Test
    void two_proofs_of_the_same_have_nothing_in_common() {
        byte[] one = proof(List.of(0));
        byte[] other = proof(List.of(0));

        assertThat(Arrays.copyOf(one, 48)).isNotEqualTo(Arrays.copyOf(other, 48));
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void a_signature_over_no_messages_can_be_proved() {
        byte[] signature = KEY.sign(HEADER, List.of());
        byte[] proof = PUBLIC.prove(
                        new BbsPublicKey.Signed(signature, HEADER, List.of()), List.of(), PRESENTATION, RANDOM)
                .orElseThrow();

        assertThat(PUBLIC.verifiesProof(proof, HEADER, PRESENTATION, new TreeMap<>()))
                .isTrue();
    }

    @Test
    void no_changed_byte_of_a_proof_is_accepted() {
        List<Integer> shown = List.of(0, 2);
        byte[] proof = proof(shown);

        assertThat(IntStream.range(0, proof.length).mapToObj(i -> flipped(proof, i)))
                .noneMatch(changed -> holds(changed, shown, MESSAGES));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 143, 144, 271, 273, 304, 400, 144 + 32 * 2100, 1_000_000})
    void refuses_proofs_of_another_length(int length) {
        assertThat(holds(Arrays.copyOf(proof(List.of(0, 2)), length), List.of(0, 2), MESSAGES))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0,1", "0", "0,2,3", "1,2", "2", "''"})
    void a_proof_is_for_the_places_it_was_made_for(String places) {
        assertThat(holds(proof(List.of(0, 2)), places(places), MESSAGES)).isFalse();
    }

    @Test
    void a_proof_is_for_its_messages_header_presentation_and_key() {
        byte[] proof = proof(List.of(0));
        var shown = new TreeMap<>(java.util.Map.of(0, bytes("a")));

        assertThat(PUBLIC.verifiesProof(proof, HEADER, PRESENTATION, shown)).isTrue();
        assertThat(PUBLIC.verifiesProof(proof, HEADER, HEADER, shown)).isFalse();
        assertThat(PUBLIC.verifiesProof(proof, PRESENTATION, PRESENTATION, shown))
                .isFalse();
        assertThat(PUBLIC.verifiesProof(proof, HEADER, PRESENTATION, new TreeMap<>(java.util.Map.of(0, bytes("b")))))
                .isFalse();
        assertThat(BbsKey.generate(RANDOM).publicKey().verifiesProof(proof, HEADER, PRESENTATION, shown))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "4", "1,1", "2,1", "2147483647"})
    void nothing_is_proved_of_places_that_do_not_exist_or_are_out_of_order(String places) {
        assertThat(PUBLIC.prove(signed(SIGNATURE), places(places), PRESENTATION, RANDOM))
                .isEmpty();
        assertThat(holds(proof(List.of(0, 2)), List.of(0, 2147483647), List.of()))
                .isFalse();
    }

    @Test
    void nothing_is_proved_from_a_signature_that_does_not_hold() {
        assertThat(PUBLIC.prove(signed(flipped(SIGNATURE, 79)), List.of(0), PRESENTATION, RANDOM))
                .isEmpty();
    }

    @Test
    void signs_so_many_messages_and_no_more() {
        List<byte[]> tooMany = Collections.nCopies(BbsPublicKey.MAX_MESSAGES + 1, bytes("m"));

        assertThatThrownBy(() -> KEY.sign(HEADER, tooMany)).isInstanceOf(IllegalArgumentException.class);
        assertThat(PUBLIC.verifies(SIGNATURE, HEADER, tooMany)).isFalse();
    }

    private static byte[] proof(List<Integer> shown) {
        return PUBLIC.prove(signed(SIGNATURE), shown, PRESENTATION, RANDOM).orElseThrow();
    }

    private static BbsPublicKey.Signed signed(byte[] signature) {
        return new BbsPublicKey.Signed(signature, HEADER, MESSAGES);
    }

    private static boolean holds(byte[] proof, List<Integer> shown, List<byte[]> messages) {
        TreeMap<Integer, byte[]> disclosed = new TreeMap<>();
        shown.forEach(place -> disclosed.put(place, place < messages.size() ? messages.get(place) : bytes("x")));
        return PUBLIC.verifiesProof(proof, HEADER, PRESENTATION, disclosed);
    }

    private static List<Integer> places(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
    }

    private static byte[] flipped(byte[] bytes, int index) {
        byte[] changed = bytes.clone();
        changed[index] ^= 1;
        return changed;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
