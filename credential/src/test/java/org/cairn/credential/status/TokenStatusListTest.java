package org.cairn.credential.status;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import org.cairn.credential.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Entries of every size, and lists that are meant to do harm.
class TokenStatusListTest {

    /// The draft's example of one bit: the bytes b9 a3.
    @Test
    void single_bits_count_from_the_lowest() {
        TokenStatusList list = TokenStatusList.read(list(1, new byte[] {(byte) 0xb9, (byte) 0xa3}))
                .orElseThrow();

        assertThat(list.size()).isEqualTo(16);
        assertThat(new int[] {list.get(0), list.get(1), list.get(2), list.get(3), list.get(7), list.get(8)})
                .containsExactly(1, 0, 0, 1, 1, 1);
    }

    /// The draft's example of two bits: the bytes c9 44 f9.
    @Test
    void larger_entries_are_read_whole() {
        TokenStatusList two = TokenStatusList.read(list(2, new byte[] {(byte) 0xc9, 0x44, (byte) 0xf9}))
                .orElseThrow();
        TokenStatusList eight =
                TokenStatusList.read(list(8, new byte[] {1, (byte) 0xff})).orElseThrow();

        assertThat(new int[] {two.get(0), two.get(1), two.get(2), two.get(3), two.get(11)})
                .containsExactly(1, 2, 0, 3, 3);
        assertThat(eight.get(1)).isEqualTo(255);
    }

    @Test
    void a_bomb_is_refused() {
        assertThat(TokenStatusList.read(list(1, new byte[64 * 1024 * 1024]))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'bits':3,'lst':'eNo'}",
                "{'bits':1,'lst':'****'}",
                "{'bits':1,'lst':'AAAA'}",
                "{'bits':'1','lst':''}"
            })
    void a_damaged_list_is_refused(String json) {
        assertThat(TokenStatusList.read(Json.object(json.replace('\'', '"')))).isEmpty();
    }

    private static JsonObject list(int bits, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Json.PROVIDER
                .createObjectBuilder()
                .add("bits", bits)
                .add("lst", Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray()))
                .build();
    }
}
