package org.cairn.credential.json;

import static org.cairn.credential.json.Json.MAX_DEPTH;
import static org.cairn.credential.json.Json.PROVIDER;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.cairn.credential.json.MalformedJsonException.Code;

/// Builds the tree itself, because the ready-made reader keeps the last of two equal members: two programs could then
/// read two different credentials from the same signed bytes.
final class StrictReader {

    private final Scanner scanner;

    private StrictReader(Scanner scanner) {
        this.scanner = scanner;
    }

    static JsonObject readObject(String text) {
        return new StrictReader(new Scanner(text)).document('{', "object").asJsonObject();
    }

    static JsonArray readArray(String text) {
        return new StrictReader(new Scanner(text)).document('[', "array").asJsonArray();
    }

    private JsonValue document(char opening, String wanted) {
        if (!scanner.take(opening)) {
            throw scanner.atValue()
                    ? scanner.refusal(Code.NOT_AN_OBJECT, "the text is not a JSON " + wanted)
                    : scanner.notJson();
        }
        JsonValue result = opening == '{' ? object(1) : array(1);
        if (!scanner.atEnd()) {
            throw scanner.refusal(Code.SYNTAX, "something follows the JSON value");
        }
        return result;
    }

    /// After its opening brace.
    private JsonObject object(int depth) {
        checkDepth(depth);
        ReadObject.Builder result = new ReadObject.Builder();
        if (scanner.take('}')) {
            return result.build();
        }
        do {
            scanner.expect('"');
            String name = scanner.string();
            scanner.expect(':');
            if (!result.add(name, value(depth))) {
                throw scanner.refusal(Code.DUPLICATE_MEMBER, "the member \"" + shortened(name) + "\" appears twice");
            }
        } while (scanner.take(','));
        scanner.expect('}');
        return result.build();
    }

    /// After its opening bracket.
    private JsonArray array(int depth) {
        checkDepth(depth);
        JsonArrayBuilder result = PROVIDER.createArrayBuilder();
        if (scanner.take(']')) {
            return result.build();
        }
        do {
            result.add(value(depth));
        } while (scanner.take(','));
        scanner.expect(']');
        return result.build();
    }

    private JsonValue value(int depth) {
        if (scanner.take('"')) {
            return PROVIDER.createValue(scanner.string());
        }
        if (scanner.take('{')) {
            return object(depth + 1);
        }
        if (scanner.take('[')) {
            return array(depth + 1);
        }
        return scanner.literal();
    }

    private void checkDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw scanner.refusal(Code.TOO_DEEP, "nested deeper than " + MAX_DEPTH);
        }
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
