package org.cairn.quality;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;

/// Texts for people: those of a pack, and the library's own in English, Spanish and Arabic.
final class Texts {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Texts() {}

    /// In the wished language, else in English, else in the first by its tag; blank when there is none.
    static String best(Map<String, String> texts, Locale wish) {
        var exact = texts.get(wish.toLanguageTag());
        var near = exact != null ? exact : texts.get(wish.getLanguage());
        var english = near != null ? near : texts.get("en");
        if (english != null) {
            return english;
        }
        return texts.isEmpty() ? "" : new TreeMap<>(texts).firstEntry().getValue();
    }

    static String own(String key, Locale language, Object... arguments) {
        var pattern = ResourceBundle.getBundle("org.cairn.quality.words", language, NO_FALLBACK)
                .getString(key);
        return new MessageFormat(pattern, language).format(arguments);
    }
}
