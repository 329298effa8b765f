package org.cairn.quality;

import java.util.Locale;
import java.util.Set;

/// Lists of codes that every pack can name.
final class CodeLists {
    static final String COUNTRIES = "ISO-3166-1-alpha-2";
    static final String LANGUAGES = "ISO-639-1";

    private CodeLists() {}

    static Set<String> countries() {
        return Set.of(Locale.getISOCountries());
    }

    static Set<String> languages() {
        return Set.of(Locale.getISOLanguages());
    }
}
