package org.cairn.server.award;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// A name in the form in which names are compared: composed, lower-case, single spaces. `ANA  gil` is `Ana Gil`.
record NameKey(String value) {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /// The name as it is kept: composed, trimmed, single spaces.
    static String tidy(String name) {
        return SPACES.matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
    }

    static NameKey of(String name) {
        // Upper and lower once each, so that ß and SS, ς and Σ meet.
        return new NameKey(tidy(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
    }
}
