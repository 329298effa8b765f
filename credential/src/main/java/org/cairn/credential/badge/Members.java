package org.cairn.credential.badge;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Collection;
import java.util.Optional;
import org.cairn.credential.json.Json;

/// Builds an object and leaves out what is absent: an empty member would be dropped unsigned by JSON-LD.
final class Members {

    private final JsonObjectBuilder object = Json.PROVIDER.createObjectBuilder();

    Members add(String name, String value) {
        object.add(name, value);
        return this;
    }

    Members add(String name, JsonValue value) {
        object.add(name, value);
        return this;
    }

    Members list(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            object.add(name, array(values));
        }
        return this;
    }

    Members add(String name, Optional<?> value) {
        value.ifPresent(present -> object.add(name, json(present)));
        return this;
    }

    JsonObject build() {
        return object.build();
    }

    static JsonObject image(URI id) {
        return new Members().add("id", id.toString()).add("type", "Image").build();
    }

    static JsonArray array(Collection<?> values) {
        var array = Json.PROVIDER.createArrayBuilder();
        values.forEach(value -> array.add(json(value)));
        return array.build();
    }

    private static JsonValue json(Object value) {
        return switch (value) {
            case JsonValue ready -> ready;
            case Boolean truth -> truth ? JsonValue.TRUE : JsonValue.FALSE;
            case BigDecimal number -> Json.PROVIDER.createValue(number);
            default -> Json.PROVIDER.createValue(value.toString());
        };
    }
}
