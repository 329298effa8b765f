package org.cairn.credential.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriterFactory;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.credential.json.MalformedJsonException.Code;

/// The only way into and out of JSON text.
public final class Json {

    /// The largest accepted document, in bytes.
    public static final int MAX_BYTES = 2 * 1024 * 1024;
    /// The deepest accepted nesting.
    public static final int MAX_DEPTH = 64;

    /// One provider for the whole library: looking it up costs a service-loader scan.
    public static final JsonProvider PROVIDER = JsonProvider.provider();

    private static final JsonWriterFactory PLAIN = PROVIDER.createWriterFactory(Map.of());
    private static final JsonWriterFactory PRETTY =
            PROVIDER.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private Json() {}

    /// Reads one JSON object from UTF-8 bytes; a byte order mark is tolerated.
    public static JsonObject object(byte[] utf8) {
        if (utf8.length > MAX_BYTES) {
            throw new MalformedJsonException(Code.TOO_LARGE, "", "more than " + MAX_BYTES + " bytes");
        }
        return StrictReader.readObject(withoutMark(decode(utf8)));
    }

    /// Reads one JSON array from UTF-8 bytes.
    public static JsonArray array(byte[] utf8) {
        if (utf8.length > MAX_BYTES) {
            throw new MalformedJsonException(Code.TOO_LARGE, "", "more than " + MAX_BYTES + " bytes");
        }
        return StrictReader.readArray(decode(utf8));
    }

    /// Reads one JSON object from text.
    public static JsonObject object(String text) {
        if (text.length() > MAX_BYTES) {
            throw new MalformedJsonException(Code.TOO_LARGE, "", "more than " + MAX_BYTES + " characters");
        }
        return StrictReader.readObject(withoutMark(text));
    }

    /// The compact UTF-8 form.
    public static byte[] bytes(JsonObject object) {
        return text(object).getBytes(StandardCharsets.UTF_8);
    }

    /// The compact form as text.
    public static String text(JsonObject object) {
        return write(PLAIN, object);
    }

    /// An indented form for people.
    public static String pretty(JsonObject object) {
        return write(PRETTY, object).strip() + "\n";
    }

    /// The member as a string, if it is one.
    public static Optional<String> string(JsonObject object, String name) {
        return object.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    /// The member as an object, if it is one.
    public static Optional<JsonObject> member(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject child ? Optional.of(child) : Optional.empty();
    }

    /// The member as a list, where JSON-LD lets a single value stand for a list of one.
    public static List<JsonValue> list(JsonObject object, String name) {
        JsonValue value = object.get(name);
        if (value == null || JsonValue.NULL.equals(value)) {
            return List.of();
        }
        return value instanceof JsonArray array ? List.copyOf(array) : List.of(value);
    }

    /// The strings among [#list].
    public static List<String> strings(JsonObject object, String name) {
        return list(object, name).stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }

    /// The objects among [#list].
    public static List<JsonObject> objects(JsonObject object, String name) {
        return list(object, name).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    private static String write(JsonWriterFactory factory, JsonObject object) {
        StringWriter out = new StringWriter();
        try (var writer = factory.createWriter(out)) {
            writer.writeObject(object);
        }
        return out.toString();
    }

    private static String decode(byte[] utf8) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        try {
            return decoder.decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException(Code.NOT_UTF8, "", "the text is not UTF-8");
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
