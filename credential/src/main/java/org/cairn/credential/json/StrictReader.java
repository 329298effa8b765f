package org.cairn.credential.json;

import static org.cairn.credential.json.Json.MAX_DEPTH;
import static org.cairn.credential.json.Json.PROVIDER;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import java.io.StringReader;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.cairn.credential.json.MalformedJsonException.Code;

/// Builds the tree from parser events itself, because the ready-made reader keeps the last of two equal members:
/// two programs could then read two different credentials from the same signed bytes.
final class StrictReader {

    /// The longest number text; longer ones only serve to keep a decimal parser busy.
    private static final int MAX_NUMBER_CHARS = 64;

    private static final int MAX_EXPONENT = 400;

    private final JsonParser parser;

    private StrictReader(JsonParser parser) {
        this.parser = parser;
    }

    static JsonObject readObject(String text) {
        return read(text, Event.START_OBJECT).asJsonObject();
    }

    static JsonArray readArray(String text) {
        return read(text, Event.START_ARRAY).asJsonArray();
    }

    private static JsonValue read(String text, Event start) {
        try (JsonParser parser = PROVIDER.createParser(new StringReader(text))) {
            return new StrictReader(parser).document(start);
        } catch (JsonException | NoSuchElementException | IllegalStateException | ArithmeticException e) {
            throw new MalformedJsonException(Code.SYNTAX, "", "the text is not JSON");
        }
    }

    private JsonValue document(Event start) {
        if (!parser.hasNext() || parser.next() != start) {
            String wanted = start == Event.START_OBJECT ? "object" : "array";
            throw refuse(Code.NOT_AN_OBJECT, "the text is not a JSON " + wanted);
        }
        JsonValue result = value(start, 0);
        if (parser.hasNext()) {
            throw refuse(Code.SYNTAX, "something follows the JSON value");
        }
        return result;
    }

    private JsonObject object(int depth) {
        checkDepth(depth);
        JsonObjectBuilder result = PROVIDER.createObjectBuilder();
        Set<String> names = new HashSet<>();
        for (Event event = parser.next(); event != Event.END_OBJECT; event = parser.next()) {
            String name = wellFormed(parser.getString());
            if (!names.add(name)) {
                throw refuse(Code.DUPLICATE_MEMBER, "the member \"" + shortened(name) + "\" appears twice");
            }
            result.add(name, value(parser.next(), depth));
        }
        return result.build();
    }

    private JsonArray array(int depth) {
        checkDepth(depth);
        JsonArrayBuilder result = PROVIDER.createArrayBuilder();
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
            result.add(value(event, depth));
        }
        return result.build();
    }

    private JsonValue value(Event event, int depth) {
        return switch (event) {
            case START_OBJECT -> object(depth + 1);
            case START_ARRAY -> array(depth + 1);
            case VALUE_STRING -> PROVIDER.createValue(wellFormed(parser.getString()));
            case VALUE_NUMBER -> number();
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            case KEY_NAME, END_OBJECT, END_ARRAY -> throw refuse(Code.SYNTAX, "the text is not JSON");
        };
    }

    private JsonValue number() {
        String text = parser.getString();
        if (text.length() > MAX_NUMBER_CHARS || exponent(text) > MAX_EXPONENT) {
            throw refuse(Code.NUMBER_OUT_OF_BOUNDS, "a number is too long or too large");
        }
        return parser.getValue();
    }

    private static int exponent(String text) {
        int mark = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (mark < 0) {
            return 0;
        }
        String digits = text.substring(mark + 1).replaceFirst("^[+-]?0*", "");
        return digits.length() > 4 ? Integer.MAX_VALUE : digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /// A half surrogate pair has no UTF-8 form, so it could not be signed as it is read.
    private String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw refuse(Code.LONE_SURROGATE, "a string holds half a character");
            }
        }
        return text;
    }

    private void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw refuse(Code.TOO_DEEP, "nested deeper than " + MAX_DEPTH);
        }
    }

    private MalformedJsonException refuse(Code code, String message) {
        var location = parser.getLocation();
        return new MalformedJsonException(code, location.getLineNumber() + ":" + location.getColumnNumber(), message);
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
