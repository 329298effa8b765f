package org.cairn.server.portfolio;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.server.web.Languages;

/// A text somebody wrote, in the language it is written in, so that a page can mark it as such and a screen reader
/// pronounces it.
record Phrase(String lang, String dir, String text) {

    /// The reader's language, else English, else whichever there is; empty when nothing was written.
    static Optional<Phrase> in(Locale reader, Map<String, String> texts) {
        return texts.entrySet().stream()
                .filter(entry -> !entry.getValue().isBlank())
                .min(Comparator.<Map.Entry<String, String>>comparingInt(entry -> distance(reader, entry.getKey()))
                        .thenComparing(Map.Entry::getKey))
                .map(entry -> new Phrase(
                        entry.getKey(), Languages.direction(Locale.forLanguageTag(entry.getKey())), entry.getValue()));
    }

    private static int distance(Locale reader, String tag) {
        var language = Locale.forLanguageTag(tag).getLanguage();
        if (language.equals(reader.getLanguage())) {
            return tag.equals(reader.toLanguageTag()) ? 0 : 1;
        }
        return language.equals("en") ? 2 : 3;
    }
}
