package org.cairn.credential.selective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.cairn.credential.key.Multibase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The CBOR of proof values: what RFC 8949 says for the kinds in use, and nothing else.
class CborTest {

    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "1, 01",
        "23, 17",
        "24, 1818",
        "255, 18ff",
        "256, 190100",
        "65535, 19ffff",
        "65536, 1a00010000",
        "2147483647, 1a7fffffff"
    })
    void numbers_are_written_in_their_shortest_form_and_read_back(int number, String hex) {
        assertThat(HEX.formatHex(new CborWriter().number(number).result())).isEqualTo(hex);
        assertThat(reader(hex).number()).isEqualTo(number);
    }

    @Test
    void everything_that_is_written_is_read_back() {
        SortedMap<Integer, byte[]> map = new TreeMap<>();
        IntStream.range(0, 300).forEach(i -> map.put(i * 7, new byte[i]));
        List<String> texts = List.of("", "é", "/a/b");
        CborWriter out = new CborWriter().array(3);
        out.map(map, out::bytes).array(texts, out::text).array(List.of(1, 70_000), out::number);

        CborReader in = new CborReader(out.result());
        in.array(3);
        SortedMap<Integer, byte[]> read = in.map(in::bytes);

        assertThat(read.keySet()).isEqualTo(map.keySet());
        assertThat(read.values())
                .zipSatisfy(map.values(), (a, b) -> assertThat(a).isEqualTo(b));
        assertThat(in.array(in::text)).isEqualTo(texts);
        assertThat(in.array(in::number)).containsExactly(1, 70_000);
        in.end();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20",
                "40",
                "1817",
                "1900ff",
                "1a0000ffff",
                "1b0000000000000001",
                "1c",
                "1f",
                "18",
                "19ff",
                "1a800000ff",
                "1affffffff",
                "c001",
                "f4",
                "f6",
                "f97e00",
                "1affff"
            })
    void refuses_what_is_no_number_in_its_shortest_form(String hex) {
        assertThatThrownBy(() -> reader(hex).number()).isInstanceOf(MalformedProofException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "60",
                "41",
                "4200",
                "5f4100ff",
                "5a7fffffff",
                "5b00000000000000ff",
                "d8404100",
                "c24100",
                "5800",
                "590001ff",
                "80"
            })
    void refuses_what_are_no_bytes(String hex) {
        assertThatThrownBy(() -> reader(hex).bytes()).isInstanceOf(MalformedProofException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "40", "61", "61ff", "62c328", "7f6161ff", "7a7fffffff", "63eda080"})
    void refuses_what_is_no_text(String hex) {
        assertThatThrownBy(() -> reader(hex).text()).isInstanceOf(MalformedProofException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a0", "81", "8120", "9f01ff", "9a7fffffff01", "9b00000000ffffffff", "816161", "8101ff"})
    void refuses_what_is_no_list_of_numbers(String hex) {
        assertThatThrownBy(() -> {
                    CborReader in = reader(hex);
                    in.array(in::number);
                    in.end();
                })
                .isInstanceOf(MalformedProofException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "80",
                "a1",
                "a100",
                "a10041",
                "a200400040",
                "bf0040ff",
                "a1614040",
                "ba7fffffff",
                "a12040",
                "a1004000"
            })
    void refuses_what_is_no_map_from_numbers_to_bytes(String hex) {
        assertThatThrownBy(() -> {
                    CborReader in = reader(hex);
                    in.map(in::bytes);
                    in.end();
                })
                .isInstanceOf(MalformedProofException.class);
    }

    @Test
    void refuses_arrays_of_another_size() {
        assertThatThrownBy(() -> reader("84").array(5)).isInstanceOf(MalformedProofException.class);
        assertThatThrownBy(() -> reader("a5").array(5)).isInstanceOf(MalformedProofException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"80", "8540", "85", "f6", "8540404080a0", "a0", "00", "d84085", "9f4040404080ff"})
    void every_proof_value_refuses_another_shape(String hex) {
        String base = "d95d";

        assertThatThrownBy(() -> EcdsaBase.read(value(base + "00" + hex))).isInstanceOf(MalformedProofException.class);
        assertThatThrownBy(() -> EcdsaDerived.read(value(base + "01" + hex)))
                .isInstanceOf(MalformedProofException.class);
        assertThatThrownBy(() -> BbsBase.read(value(base + "02" + hex))).isInstanceOf(MalformedProofException.class);
        assertThatThrownBy(() -> BbsDerived.read(value(base + "03" + hex))).isInstanceOf(MalformedProofException.class);
    }

    /// Any bytes at all are either read or refused in this one way.
    @Test
    void random_bytes_never_do_anything_else_than_being_refused() {
        Random random = new Random(1);
        byte[] valid = Multibase.decode(
                new EcdsaDerived(new byte[64], new byte[35], List.of(new byte[64]), java.util.Map.of(), List.of(1, 2))
                        .proofValue());

        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = valid.clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[3 + random.nextInt(bytes.length - 3)] = (byte) random.nextInt();
            }
            assertThat(readsOrRefuses(Multibase.base64url(bytes))).isTrue();
        }
    }

    private static boolean readsOrRefuses(String value) {
        try {
            EcdsaDerived.read(value);
            return true;
        } catch (MalformedProofException e) {
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private static String value(String hex) {
        return Multibase.base64url(HEX.parseHex(hex));
    }

    private static CborReader reader(String hex) {
        return new CborReader(HEX.parseHex(hex));
    }
}
