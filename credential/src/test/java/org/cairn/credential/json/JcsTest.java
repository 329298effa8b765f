package org.cairn.credential.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cairn.credential.json.MalformedJsonException.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// RFC 8785: its examples, its table of numbers, and what holds for any document.
class JcsTest {

    /// 3.2.2.
    @Test
    void writes_the_example_of_the_standard() {
        String sample = """
                {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
                 "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                 "literals": [null, true, false]}""";

        assertThat(Jcs.canonical(Json.object(sample)))
                .isEqualTo("{\"literals\":[null,true,false],"
                        + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    /// 3.2.3: code units, not code points: the smiley comes before the Hebrew letter.
    @Test
    void sorts_by_code_units() {
        String sample = """
                {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                 "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
                 "\\u00f6": "Latin Small Letter O With Diaeresis"}""";

        assertThat(Json.object(Jcs.canonical(Json.object(sample))).values())
                .extracting(JsonValue::toString)
                .containsExactly(
                        "\"Carriage Return\"",
                        "\"One\"",
                        "\"Control\"",
                        "\"Latin Small Letter O With Diaeresis\"",
                        "\"Euro Sign\"",
                        "\"Emoji: Grinning Face\"",
                        "\"Hebrew Letter Dalet With Dagesh\"");
    }

    /// Appendix B.
    @ParameterizedTest
    @CsvSource({
        "0000000000000000, 0",
        "8000000000000000, 0",
        "0000000000000001, 5e-324",
        "8000000000000001, -5e-324",
        "7fefffffffffffff, 1.7976931348623157e+308",
        "ffefffffffffffff, -1.7976931348623157e+308",
        "4340000000000000, 9007199254740992",
        "c340000000000000, -9007199254740992",
        "4430000000000000, 295147905179352830000",
        "44b52d02c7e14af5, 9.999999999999997e+22",
        "44b52d02c7e14af6, 1e+23",
        "44b52d02c7e14af7, 1.0000000000000001e+23",
        "444b1ae4d6e2ef4e, 999999999999999700000",
        "444b1ae4d6e2ef4f, 999999999999999900000",
        "444b1ae4d6e2ef50, 1e+21",
        "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
        "3eb0c6f7a0b5ed8d, 0.000001",
        "41b3de4355555553, 333333333.3333332",
        "41b3de4355555554, 333333333.33333325",
        "41b3de4355555555, 333333333.3333333",
        "41b3de4355555556, 333333333.3333334",
        "41b3de4355555557, 333333333.33333343",
        "becbf647612f3696, -0.0000033333333333333333",
        "43143ff3c1cb0959, 1424953923781206.2"
    })
    void writes_numbers_as_the_table_of_the_standard(String bits, String text) {
        assertThat(JcsNumber.text(Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16))))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "-0.0, 0",
        "-0, 0",
        "100, 100",
        "1e2, 100",
        "0.1, 0.1",
        "2.5, 2.5",
        "1e-7, 1e-7",
        "123456789012345680000, 123456789012345680000",
        "1e21, 1e+21",
        "9007199254740993.0e0, ''",
        "9007199254740994, 9007199254740994",
        "9.9e-324, 1e-323"
    })
    void writes_what_stood_in_the_text(String number, String text) {
        JsonObject document = Json.object("{\"n\":" + number + "}");

        if (text.isEmpty()) {
            refused(document, Code.NUMBER_OUT_OF_BOUNDS);
        } else {
            assertThat(Jcs.canonical(document)).isEqualTo("{\"n\":" + text + "}");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9007199254740993",
                "-9007199254740993",
                "12345678901234567890",
                "1e309",
                "-1e400",
                "1e-400",
                "0.100000000000000005551115123125782702",
                "1.00000000000000000001"
            })
    void refuses_numbers_that_a_double_would_change(String number) {
        refused(Json.object("{\"n\":" + number + "}"), Code.NUMBER_OUT_OF_BOUNDS);
    }

    @Test
    void refuses_half_a_character_in_a_value_or_name() {
        var value = Json.PROVIDER.createObjectBuilder().add("a", "x\ud83d").build();
        var name = Json.PROVIDER.createObjectBuilder().add("\ude00", 1).build();
        var swapped =
                Json.PROVIDER.createObjectBuilder().add("a", "\ude00\ud83d").build();

        refused(value, Code.LONE_SURROGATE);
        refused(name, Code.LONE_SURROGATE);
        refused(swapped, Code.LONE_SURROGATE);
    }

    @Test
    void refuses_what_is_nested_too_deep() {
        JsonValue value = JsonValue.TRUE;
        for (int i = 0; i < 200; i++) {
            value = Json.PROVIDER.createArrayBuilder().add(value).build();
        }

        refused(Json.PROVIDER.createObjectBuilder().add("a", value).build(), Code.TOO_DEEP);
    }

    @Property(tries = 2_000)
    void a_double_comes_back_from_its_text(@ForAll double number) {
        String text = JcsNumber.text(number);

        assertThat(Double.parseDouble(text)).isEqualTo(number == 0 ? 0.0 : number);
        assertThat(JcsNumber.text(new BigDecimal(text))).isEqualTo(text);
        assertThat(text).matches("-?(0|[1-9][0-9]*)(\\.[0-9]*[1-9])?(e[+-][1-9][0-9]*)?");
    }

    @Property(tries = 500)
    void the_order_of_members_does_not_matter_and_writing_again_changes_nothing(
            @ForAll("documents") JsonObject document, @ForAll Random random) {
        String text = Jcs.canonical(document);

        assertThat(Jcs.canonical(shuffled(document, random))).isEqualTo(text);
        assertThat(Jcs.canonical(Json.object(text))).isEqualTo(text);
    }

    @Property(tries = 500)
    void different_documents_have_different_texts(
            @ForAll("documents") JsonObject one, @ForAll("documents") JsonObject other) {
        assertThat(Jcs.canonical(one).equals(Jcs.canonical(other))).isEqualTo(one.equals(other));
    }

    @Provide
    Arbitrary<JsonObject> documents() {
        return object(3);
    }

    private static Arbitrary<JsonObject> object(int depth) {
        return Arbitraries.maps(text(), value(depth)).ofMaxSize(5).map(JcsTest::objectOf);
    }

    private static Arbitrary<JsonValue> value(int depth) {
        Arbitrary<JsonValue> text = text().map(Json.PROVIDER::createValue);
        Arbitrary<JsonValue> number = Arbitraries.integers().map(Json.PROVIDER::createValue);
        Arbitrary<JsonValue> literal = Arbitraries.of(JsonValue.TRUE, JsonValue.FALSE, JsonValue.NULL);
        if (depth == 0) {
            return Arbitraries.oneOf(text, number, literal);
        }
        Arbitrary<JsonValue> object = object(depth - 1).map(value -> value);
        Arbitrary<JsonValue> array = Combinators.combine(value(depth - 1), value(0))
                .as((a, b) -> Json.PROVIDER.createArrayBuilder().add(a).add(b).build());
        return Arbitraries.oneOf(text, number, literal, object, array);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.of(
                "", "a", "b", "é", "\u0000", "\u007f", "\"\\/", "\n\r\t\f\b", "\u2028", "\ufb33", "\ud83d\ude00");
    }

    private static JsonObject objectOf(Map<String, JsonValue> members) {
        var object = Json.PROVIDER.createObjectBuilder();
        members.forEach(object::add);
        return object.build();
    }

    private static JsonObject shuffled(JsonObject document, Random random) {
        List<Map.Entry<String, JsonValue>> members = new ArrayList<>(document.entrySet());
        Collections.shuffle(members, random);
        var object = Json.PROVIDER.createObjectBuilder();
        members.forEach(member -> object.add(
                member.getKey(),
                member.getValue() instanceof JsonObject inner ? shuffled(inner, random) : member.getValue()));
        return object.build();
    }

    private static void refused(JsonObject document, Code code) {
        assertThatExceptionOfType(MalformedJsonException.class)
                .isThrownBy(() -> Jcs.canonical(document))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
