package org.cairn.credential.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.cairn.credential.key.Multibase;
import org.junit.jupiter.api.Test;

class BitstringTest {

    @Test
    void index_zero_is_the_left_most_bit() throws IOException {
        Bitstring bits = Bitstring.empty();
        bits.set(0, true);
        bits.set(9, true);

        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(Multibase.decode(bits.encode()))).readAllBytes();

        assertThat(unpacked).hasSize(16_384).startsWith(0x80, 0x40);
    }

    @Test
    void a_bit_can_be_taken_back() {
        Bitstring bits = Bitstring.empty();
        bits.set(131_071, true);
        bits.set(131_071, false);

        assertThat(bits.get(131_071)).isFalse();
    }

    @Property(tries = 30)
    void the_set_bits_survive_encoding_and_no_others_appear(
            @ForAll @Size(max = 200) Set<@IntRange(max = 131_071) Integer> indexes) {
        Bitstring bits = Bitstring.empty();
        indexes.forEach(index -> bits.set(index, true));

        Bitstring read = Bitstring.decode(bits.encode());

        assertThat(java.util.stream.IntStream.range(0, read.size())
                        .filter(read::get)
                        .boxed())
                .containsExactlyInAnyOrderElementsOf(indexes);
    }

    @Test
    void refuses_an_index_out_of_range() {
        Bitstring bits = Bitstring.empty();

        assertThatThrownBy(() -> bits.get(131_072)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> bits.set(-1, true)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refuses_a_list_too_short_to_hide_in() throws IOException {
        String tooShort = gzip(new byte[1_000]);

        assertThatIllegalArgumentException().isThrownBy(() -> Bitstring.ofSize(8));
        assertThatIllegalArgumentException().isThrownBy(() -> Bitstring.decode(tooShort));
    }

    @Test
    void refuses_a_list_that_inflates_without_end() throws IOException {
        String bomb = gzip(new byte[64 * 1024 * 1024]);

        assertThatIllegalArgumentException().isThrownBy(() -> Bitstring.decode(bomb));
    }

    @Property
    boolean any_text_is_decoded_or_refused(@ForAll String text) {
        try {
            return Bitstring.decode("u" + text).size() >= Bitstring.DEFAULT_SIZE;
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static String gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return Multibase.base64url(packed.toByteArray());
    }
}
