package org.cairn.server.taxonomy;

import java.util.Locale;
import org.cairn.server.web.Languages;

/// Languages as taxonomies name them.
final class Tongue {
    private Tongue() {}

    /// The shipped language nearest to the one wished for: `es` for `es-MX`.
    static String shipped(String wish) {
        return Languages.nearest(Locale.forLanguageTag(wish)).getLanguage();
    }

    static boolean isShipped(String language) {
        return Languages.ALL.stream().anyMatch(shipped -> shipped.getLanguage().equals(language));
    }
}
