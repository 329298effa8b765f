package org.cairn.credential.json;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.StringWriter;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompactWriterTest {

    @Property
    void writes_what_the_provider_writes(@ForAll String name, @ForAll String text, @ForAll BigDecimal number) {
        JsonObject object = Json.PROVIDER
                .createObjectBuilder()
                .add(name, text)
                .add(
                        "list",
                        Json.PROVIDER
                                .createArrayBuilder()
                                .add(text)
                                .add(number)
                                .addNull()
                                .add(true))
                .build();

        assertThat(CompactWriter.text(object)).isEqualTo(byTheProvider(object));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":[]}",
                "{\"a\":{},\"b\":[1,-2.50,1E+3,true,false,null,\"\"]}",
                "{\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\":\"é\ud83d\ude00\u007f/\"}",
                "{\"b\":1,\"a\":[[{}],{\"c\":[]}]}"
            })
    void gives_back_the_shortest_text(String text) {
        assertThat(Json.text(Json.object(text))).isEqualTo(text);
    }

    private static String byTheProvider(JsonObject object) {
        StringWriter out = new StringWriter();
        try (var writer = Json.PROVIDER.createWriter(out)) {
            writer.writeObject(object);
        }
        return out.toString();
    }
}
