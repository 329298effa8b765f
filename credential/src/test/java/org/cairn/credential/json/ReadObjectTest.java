package org.cairn.credential.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/// Objects as we read them cannot be told from those that the provider reads.
class ReadObjectTest {

    private static final String TEXT =
            "{\"s\":\"a\",\"i\":7,\"d\":1.5,\"t\":true,\"f\":false,\"n\":null,\"o\":{\"x\":[1]},\"l\":[\"b\",{}]}";
    private static final JsonObject READ = Json.object(TEXT);

    @Test
    void equals_what_the_provider_reads() {
        JsonObject other = byTheProvider();

        assertThat(READ).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(other).isEqualTo(READ);
        assertThat(READ).hasToString(other.toString());
        assertThat(READ.keySet()).containsExactlyElementsOf(other.keySet());
    }

    @Test
    void can_be_built_upon() {
        JsonObject more = Json.PROVIDER
                .createObjectBuilder(READ)
                .remove("s")
                .add("z", READ)
                .build();

        assertThat(more).containsEntry("z", READ).doesNotContainKey("s").hasSameSizeAs(READ);
    }

    @Test
    void gives_members_as_the_provider_does() {
        JsonObject other = byTheProvider();

        assertThat(READ.getString("s")).isEqualTo(other.getString("s"));
        assertThat(READ.getString("i", "none")).isEqualTo(other.getString("i", "none"));
        assertThat(READ.getJsonString("s")).isEqualTo(other.getJsonString("s"));
        assertThat(READ.getInt("i")).isEqualTo(other.getInt("i"));
        assertThat(READ.getInt("s", 3)).isEqualTo(other.getInt("s", 3));
        assertThat(READ.getJsonNumber("d")).isEqualTo(other.getJsonNumber("d"));
        assertThat(READ.getBoolean("t")).isEqualTo(other.getBoolean("t"));
        assertThat(READ.getBoolean("f", true)).isEqualTo(other.getBoolean("f", true));
        assertThat(READ.getBoolean("s", true)).isEqualTo(other.getBoolean("s", true));
        assertThat(READ.isNull("n")).isEqualTo(other.isNull("n"));
        assertThat(READ.getJsonObject("o")).isEqualTo(other.getJsonObject("o"));
        assertThat(READ.getJsonArray("l")).isEqualTo(other.getJsonArray("l"));
        assertThat(READ.getJsonArray("absent")).isNull();
        assertThat(READ.getValueType()).isEqualTo(JsonValue.ValueType.OBJECT);
    }

    @Test
    void refuses_what_the_provider_refuses() {
        assertThatNullPointerException().isThrownBy(() -> READ.getString("absent"));
        assertThatNullPointerException().isThrownBy(() -> READ.isNull("absent"));
        assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> READ.getString("i"));
        assertThatExceptionOfType(ClassCastException.class).isThrownBy(() -> READ.getBoolean("s"));
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(READ::clear);
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> READ.put("s", JsonValue.NULL));
    }

    private static JsonObject byTheProvider() {
        try (var reader = Json.PROVIDER.createReader(new StringReader(TEXT))) {
            return reader.readObject();
        }
    }
}
