package org.cairn.credential.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.cairn.credential.json.MalformedJsonException.Code;

/// The one canonical spelling of a JSON value (RFC 8785, JSON Canonicalization Scheme): what is signed when no
/// linked data processing is wanted. Step numbers in comments are those of the RFC.
public final class Jcs {

    /// A document may be as deep as one that is read, and stand in something a little deeper.
    private static final int MAX_DEPTH = Json.MAX_DEPTH + 8;

    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(1024);

    private Jcs() {}

    /// The canonical text.
    ///
    /// @throws MalformedJsonException when the value is none that every reader understands alike (RFC 7493):
    ///     half a
    ///     surrogate pair, a number that no double comes near
    public static String canonical(JsonValue value) {
        Jcs jcs = new Jcs();
        jcs.write(value, 0);
        return jcs.out.toString();
    }

    private void write(JsonValue value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new MalformedJsonException(Code.TOO_DEEP, "", "nested deeper than " + MAX_DEPTH);
        }
        switch (value) {
            case JsonObject object -> object(object, depth);
            case JsonArray array -> array(array, depth);
            case JsonString string -> string(string.getString());
            case JsonNumber number -> out.append(JcsNumber.text(number.bigDecimalValue()));
            default -> out.append(value); // 3.2.2.1: true, false, null
        }
    }

    /// 3.2.3: members in the order of the UTF-16 code units of their names, which is how Java compares strings.
    private void object(JsonObject object, int depth) {
        List<Map.Entry<String, JsonValue>> members =
                object.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonValue> member : members) {
            out.append(separator);
            string(member.getKey());
            out.append(':');
            write(member.getValue(), depth + 1);
            separator = ",";
        }
        out.append('}');
    }

    private void array(JsonArray array, int depth) {
        out.append('[');
        String separator = "";
        for (JsonValue item : array) {
            out.append(separator);
            write(item, depth + 1);
            separator = ",";
        }
        out.append(']');
    }

    /// 3.2.2.2: only what has to be escaped is, in the shortest way.
    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                out.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                throw new MalformedJsonException(Code.LONE_SURROGATE, "", "a string holds half a character");
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"', '\\' -> out.append('\\').append(c);
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> plain(c);
        }
    }

    private void plain(char c) {
        if (c < 0x20) {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
        } else {
            out.append(c);
        }
    }
}
