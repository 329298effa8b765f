package org.cairn.skills.demand;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;

/// Countries by their codes of two and three letters and by their names in languages that postings come in.
final class Countries {
    private static final List<String> LANGUAGES = List.of("en", "es", "ar", "de", "fr", "it", "pt", "nl", "pl");
    private static final Map<String, String> CODES = codes();

    private Countries() {}

    static Optional<String> code(String text) {
        return Optional.ofNullable(CODES.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            LANGUAGES.forEach(language -> codes.putIfAbsent(
                    country.getDisplayCountry(Locale.of(language)).toLowerCase(Locale.ROOT), code));
            try {
                codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            } catch (MissingResourceException none) {
                // A few codes have no partner of three letters.
            }
        }
        for (String code : Locale.getISOCountries()) {
            codes.put(code.toLowerCase(Locale.ROOT), code);
        }
        // What the European Commission writes instead, and what people do.
        codes.put("uk", "GB");
        codes.put("el", "GR");
        codes.put("usa", "US");
        codes.put("united states of america", "US");
        codes.put("great britain", "GB");
        codes.put("england", "GB");
        codes.put("scotland", "GB");
        return Map.copyOf(codes);
    }
}
