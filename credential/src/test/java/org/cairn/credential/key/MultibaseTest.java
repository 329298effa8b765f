package org.cairn.credential.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultibaseTest {

    @ParameterizedTest
    @CsvSource({
        "Hello World!, 2NEpo7TZRRrLZSi2U",
        "The quick brown fox jumps over the lazy dog., USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"
    })
    void writes_base58_as_the_draft_standard_does(String clear, String encoded) {
        assertThat(Multibase.encode58(clear.getBytes(StandardCharsets.UTF_8))).isEqualTo(encoded);
        assertThat(Multibase.decode58(encoded)).asString().isEqualTo(clear);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x1", "z0", "zO", "zl", "z é", "u*"})
    void refuses_what_is_neither(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Multibase.decode(text));
    }

    @Property
    boolean base58_round_trips(@ForAll @Size(max = 200) byte[] bytes) {
        return Arrays.equals(Multibase.decode(Multibase.base58(bytes)), bytes);
    }

    @Property
    boolean base58_keeps_leading_zeros(@ForAll @Size(max = 40) byte[] bytes) {
        byte[] padded = new byte[bytes.length + 3];
        System.arraycopy(bytes, 0, padded, 3, bytes.length);
        return Arrays.equals(Multibase.decode(Multibase.base58(padded)), padded);
    }

    @Property
    boolean base64url_round_trips(@ForAll byte[] bytes) {
        return Arrays.equals(Multibase.decode(Multibase.base64url(bytes)), bytes);
    }

    @Property
    boolean any_text_is_decoded_or_refused(@ForAll String text) {
        try {
            return Multibase.decode("z" + text).length <= text.length();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
