package org.cairn.quality;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// Something in the text of a pack that cannot stay so: where, what, and what to write instead.
///
/// @param file as the caller named the text
/// @param path in the document, as `rules[3].check.oneOf`
public record Mistake(String file, int line, int column, String path, Code code, List<String> arguments) {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Mistake {
        arguments = arguments.stream().map(Mistake::shortened).toList();
    }

    public enum Code {
        NOT_YAML,
        EMPTY_TEXT,
        TEXT_TOO_LONG,
        TOO_DEEP,
        SECOND_DOCUMENT,
        ANCHOR,
        TAG,
        CONTROL_CHARACTER,
        NOT_A_MAPPING,
        NOT_A_LIST,
        NOT_A_TEXT,
        EMPTY,
        DUPLICATE_KEY,
        MISSING,
        UNKNOWN_KEY,
        UNKNOWN_WORD,
        MISSPELT,
        ONE_KEY,
        TOO_LONG,
        TOO_MANY,
        NOT_A_NUMBER,
        OUT_OF_BOUNDS,
        NOT_A_DAY,
        NOT_A_FLAG,
        NOT_A_NAME,
        NOT_A_LANGUAGE,
        NOT_A_FORM,
        LEAST_ABOVE_MOST,
        UNKNOWN_PATH,
        WRONG_TYPE,
        MEMBER_OUTSIDE,
        LIST_IN_LIST,
        UNKNOWN_LIST,
        UNKNOWN_SOURCE,
        RULE_TWICE,
        KIND_DISAGREES,
        NOT_SETTLED
    }

    /// The key under which the library's bundle `mistakes` has what is wrong; with `.remedy` what to do.
    public String key() {
        return code.name();
    }

    public String messageIn(Locale language) {
        return say(key(), language);
    }

    /// What to write instead.
    public String remedyIn(Locale language) {
        return say(key() + ".remedy", language);
    }

    @Override
    public String toString() {
        return "%s, line %d, column %d%s: %s. %s"
                .formatted(
                        file,
                        line,
                        column,
                        path.isEmpty() ? "" : ", " + path,
                        messageIn(Locale.ENGLISH),
                        remedyIn(Locale.ENGLISH));
    }

    private String say(String key, Locale language) {
        var bundle = ResourceBundle.getBundle("org.cairn.quality.mistakes", language, NO_FALLBACK);
        return new MessageFormat(bundle.getString(key), language).format(arguments.toArray());
    }

    /// What is quoted from a text may be as long as the text.
    private static String shortened(String argument) {
        var flat = argument.replaceAll("\\p{Cntrl}+", " ").strip();
        return flat.codePointCount(0, flat.length()) <= 400
                ? flat
                : flat.substring(0, flat.offsetByCodePoints(0, 400)) + "…";
    }
}
