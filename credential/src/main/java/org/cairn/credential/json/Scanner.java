package org.cairn.credential.json;

import static org.cairn.credential.json.Json.PROVIDER;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import org.cairn.credential.json.MalformedJsonException.Code;

/// The tokens of a JSON text (RFC 8259), one after the other. White space before a token is passed over.
final class Scanner {

    /// The longest number text; longer ones only serve to keep a decimal parser busy.
    private static final int MAX_NUMBER_CHARS = 64;

    private static final int MAX_EXPONENT = 400;

    /// More digits than this may not fit a `long`.
    private static final int LONG_DIGITS = 18;

    private static final String ESCAPES = "\"\\/bfnrt";
    private static final String ESCAPED = "\"\\/\b\f\n\r\t";

    private final String text;
    private int at;

    Scanner(String text) {
        this.text = text;
    }

    /// Whether the next token is this character; if so, it is passed.
    boolean take(char wanted) {
        skipSpace();
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    void expect(char wanted) {
        if (!take(wanted)) {
            throw notJson();
        }
    }

    boolean atEnd() {
        skipSpace();
        return at == text.length();
    }

    /// Whether what comes looks like a value.
    boolean atValue() {
        skipSpace();
        char c = peek();
        return "\"[{-".indexOf(c) >= 0 || isDigit(c) || isWord("true") || isWord("false") || isWord("null");
    }

    /// The rest of a string after its opening quotation mark.
    String string() {
        int start = at;
        at = plainEnd();
        boolean simple = peek() == '"';
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ') {
                throw notJson();
            }
            at += c == '\\' ? 1 : 0;
        }
        String raw = text.substring(start, at - 1);
        return simple ? raw : wellFormed(unescaped(raw));
    }

    /// Where the first character stands that ends the string or wants a closer look.
    private int plainEnd() {
        int end = at;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c == '"' || c == '\\' || c < ' ' || Character.isSurrogate(c)) {
                return end;
            }
            end++;
        }
        return end;
    }

    /// A number, `true`, `false` or `null`.
    JsonValue literal() {
        skipSpace();
        if (takeWord("true")) {
            return JsonValue.TRUE;
        }
        if (takeWord("false")) {
            return JsonValue.FALSE;
        }
        return takeWord("null") ? JsonValue.NULL : number();
    }

    private JsonValue number() {
        int start = at;
        at += peek() == '-' ? 1 : 0;
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        int whole = at;
        if (peek() == '.') {
            at++;
            digits();
        }
        int mantissa = at;
        if (peek() == 'e' || peek() == 'E') {
            at++;
            at += peek() == '+' || peek() == '-' ? 1 : 0;
            digits();
        }
        String number = text.substring(start, at);
        if (number.length() > MAX_NUMBER_CHARS || exponent(text.substring(mantissa, at)) > MAX_EXPONENT) {
            throw refusal(Code.NUMBER_OUT_OF_BOUNDS, "a number is too long or too large");
        }
        boolean small = whole == at && number.length() <= LONG_DIGITS;
        return small ? PROVIDER.createValue(Long.parseLong(number)) : PROVIDER.createValue(new BigDecimal(number));
    }

    private void digits() {
        if (!isDigit(peek())) {
            throw notJson();
        }
        while (isDigit(peek())) {
            at++;
        }
    }

    /// @param part empty or from the `e` on
    private static int exponent(String part) {
        if (part.isEmpty()) {
            return 0;
        }
        String digits = part.replaceFirst("^[eE][+-]?0*", "");
        return digits.length() > 4 ? Integer.MAX_VALUE : digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private String unescaped(String raw) {
        StringBuilder result = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                result.append(c);
                continue;
            }
            char kind = raw.charAt(++i);
            if (kind == 'u') {
                result.append(unit(raw, i + 1));
                i += 4;
            } else if (ESCAPES.indexOf(kind) >= 0) {
                result.append(ESCAPED.charAt(ESCAPES.indexOf(kind)));
            } else {
                throw notJson();
            }
        }
        return result.toString();
    }

    /// The UTF-16 unit written as four hexadecimal digits.
    private char unit(String raw, int start) {
        int value = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = i < raw.length() && raw.charAt(i) < 0x80 ? Character.digit(raw.charAt(i), 16) : -1;
            if (digit < 0) {
                throw notJson();
            }
            value = value * 16 + digit;
        }
        return (char) value;
    }

    /// A half surrogate pair has no UTF-8 form, so it could not be signed as it is read.
    private String wellFormed(String string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < string.length()
                    && Character.isLowSurrogate(string.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw refusal(Code.LONE_SURROGATE, "a string holds half a character");
            }
        }
        return string;
    }

    private char next() {
        if (at >= text.length()) {
            throw notJson();
        }
        return text.charAt(at++);
    }

    /// The character that comes, or one that no token begins with.
    private char peek() {
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private boolean isWord(String word) {
        return text.startsWith(word, at);
    }

    private boolean takeWord(String word) {
        boolean there = isWord(word);
        at += there ? word.length() : 0;
        return there;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void skipSpace() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    MalformedJsonException notJson() {
        return refusal(Code.SYNTAX, "the text is not JSON");
    }

    /// A refusal at this place, written `line:column`.
    MalformedJsonException refusal(Code code, String message) {
        String before = text.substring(0, Math.min(at, text.length()));
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        return new MalformedJsonException(code, line + ":" + column, message);
    }
}
