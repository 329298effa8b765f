package org.cairn.credential.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.cairn.credential.json.MalformedJsonException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @Test
    void reads_what_it_writes() {
        var object = Json.object("{\"a\":[1,2.5,true,null,\"é😀\"],\"b\":{}}");

        assertThat(Json.object(Json.bytes(object))).isEqualTo(object);
        assertThat(Json.object(Json.pretty(object))).isEqualTo(object);
    }

    @Test
    void tolerates_a_byte_order_mark() {
        assertThat(Json.object("\uFEFF{\"a\":1}".getBytes(StandardCharsets.UTF_8)))
                .containsKey("a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":1,\"a\":2}|DUPLICATE_MEMBER",
                "{\"x\":{\"a\":1,\"b\":2,\"\\u0061\":3}}|DUPLICATE_MEMBER",
                "[1]|NOT_AN_OBJECT",
                "\"text\"|NOT_AN_OBJECT",
                "{\"a\":1} {}|SYNTAX",
                "{\"a\":1|SYNTAX",
                "{\"a\":01}|SYNTAX",
                "{'a':1}|SYNTAX",
                "nonsense|SYNTAX",
                "{\"a\":1e999999999}|NUMBER_OUT_OF_BOUNDS",
                "{\"a\":1e-500}|NUMBER_OUT_OF_BOUNDS",
                "{\"a\":11111111111111111111111111111111111111111111111111111111111111111}|NUMBER_OUT_OF_BOUNDS",
                "{\"a\":\"\\ud800\"}|LONE_SURROGATE",
                "{\"\\udc00\":1}|LONE_SURROGATE",
            })
    void refuses(String text, Code code) {
        assertThat(refusal(text.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(code);
    }

    @Test
    void refuses_an_empty_text() {
        assertThat(refusal(new byte[0]).code()).isEqualTo(Code.SYNTAX);
    }

    @Test
    void refuses_bytes_that_are_not_utf_8() {
        assertThat(refusal(new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'})
                        .code())
                .isEqualTo(Code.NOT_UTF8);
    }

    @Test
    void refuses_nesting_beyond_the_limit_and_accepts_the_limit() {
        String deepest = "{\"a\":" + "[".repeat(Json.MAX_DEPTH - 1) + "]".repeat(Json.MAX_DEPTH - 1) + "}";
        String deeper = "{\"a\":" + "[".repeat(Json.MAX_DEPTH) + "]".repeat(Json.MAX_DEPTH) + "}";

        assertThat(Json.object(deepest)).isNotEmpty();
        assertThat(refusal(deeper.getBytes(StandardCharsets.UTF_8)).code()).isEqualTo(Code.TOO_DEEP);
    }

    @Test
    void refuses_more_than_two_mebibytes() {
        byte[] large = ("{\"a\":\"" + "x".repeat(Json.MAX_BYTES) + "\"}").getBytes(StandardCharsets.UTF_8);

        assertThat(refusal(large).code()).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void says_where_it_stopped() {
        assertThat(refusal("{\"a\":1,\n\"a\":2}".getBytes(StandardCharsets.UTF_8))
                        .place())
                .startsWith("2:");
    }

    @Property
    boolean any_text_is_read_or_refused(@ForAll String text) {
        return readOrRefused(text.getBytes(StandardCharsets.UTF_8));
    }

    @Property
    boolean any_bytes_after_a_brace_are_read_or_refused(@ForAll byte[] bytes) {
        return readOrRefused(
                        ("{\"a\":" + new String(bytes, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.UTF_8))
                && readOrRefused(bytes);
    }

    @Property
    boolean any_string_survives(@ForAll("wellFormed") String text) {
        var object = Json.PROVIDER.createObjectBuilder().add("a", text).build();
        return Json.object(Json.bytes(object)).getString("a").equals(text);
    }

    @net.jqwik.api.Provide
    net.jqwik.api.Arbitrary<String> wellFormed() {
        return net.jqwik.api.Arbitraries.strings()
                .filter(text -> StandardCharsets.UTF_8.newEncoder().canEncode(text));
    }

    private static boolean readOrRefused(byte[] bytes) {
        try {
            return Json.object(bytes) != null;
        } catch (MalformedJsonException e) {
            return true;
        }
    }

    private static MalformedJsonException refusal(byte[] bytes) {
        return catchThrowableOfType(MalformedJsonException.class, () -> Json.object(bytes));
    }
}
