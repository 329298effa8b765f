package org.cairn.server.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The languages every text of the product exists in.
public final class Languages {
    /// In the order of the switcher. The first is the fallback.
    public static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.of("es"), Locale.of("ar"));

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "he", "fa", "ur");

    private Languages() {}

    /// The shipped language nearest to a wish such as `es-MX`; English when none fits.
    public static Locale nearest(Locale wish) {
        return ALL.stream()
                .filter(l -> l.getLanguage().equals(wish.getLanguage()))
                .findFirst()
                .orElse(ALL.getFirst());
    }

    /// `rtl` or `ltr`, as the `dir` attribute wants it.
    public static String direction(Locale locale) {
        return RIGHT_TO_LEFT.contains(locale.getLanguage()) ? "rtl" : "ltr";
    }
}
