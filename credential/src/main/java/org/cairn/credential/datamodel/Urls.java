package org.cairn.credential.datamodel;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What counts as an absolute URL: a scheme and something behind it, without blanks and the signs that URLs never
/// hold; with a host where the scheme is that of the web.
final class Urls {

    private static final int MAX_CHARS = 64 * 1024;
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\s\\p{Cntrl}<>\"{}|\\\\^`]+");
    private static final Pattern WEB = Pattern.compile("https?:", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEB_WITH_HOST = Pattern.compile(
            "https?://([^/?#@]*@)?(\\[[0-9A-Fa-f:.]+]|[^/?#:@\\[\\]]+)(:[0-9]*)?([/?#].*)?", Pattern.CASE_INSENSITIVE);

    private Urls() {}

    static boolean isUrl(String text) {
        return text.length() <= MAX_CHARS
                && ABSOLUTE.matcher(text).matches()
                && (!WEB.matcher(text).lookingAt()
                        || WEB_WITH_HOST.matcher(text).matches());
    }

    static boolean isUrl(@Nullable JsonValue value) {
        return value instanceof JsonString text && isUrl(text.getString());
    }
}
