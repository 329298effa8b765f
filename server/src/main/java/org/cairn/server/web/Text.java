package org.cairn.server.web;

import java.util.regex.Pattern;

/// What text from outside may hold. Marks that merely set the direction of what is beside them (U+200E, U+200F) belong
/// to good Arabic and may stay; those that turn the order of a page round, or a name into another one, may not.
public final class Text {
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");
    private static final String OVERRIDES = "\\u202A-\\u202E\\u2066-\\u2069";
    private static final Pattern NOT_IN_A_LINE = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029" + OVERRIDES + "]");
    private static final Pattern NOT_IN_A_TEXT = Pattern.compile("[\\p{Cc}\\p{Cs}" + OVERRIDES + "&&[^\\n\\r\\t]]");

    private Text() {}

    /// Whether it can stand as one line: a name, a title.
    public static boolean isLine(String text) {
        return !NOT_IN_A_LINE.matcher(text).find();
    }

    /// Whether it can stand as a text of several lines.
    public static boolean isText(String text) {
        return !NOT_IN_A_TEXT.matcher(text).find();
    }

    /// Words of a stranger, set apart so that they cannot turn the direction of the sentence they stand in. Marks of
    /// their own are taken out, since one could close the isolation early.
    public static String isolated(String strange) {
        return '\u2068' + strange.replaceAll("[" + OVERRIDES + "]", "") + '\u2069';
    }

    /// Whether the database can hold it at all.
    static boolean isStorable(String text) {
        return !UNSTORABLE.matcher(text).find();
    }

    /// The same without what the database cannot hold.
    static String storable(String text) {
        return UNSTORABLE.matcher(text).replaceAll("");
    }
}
