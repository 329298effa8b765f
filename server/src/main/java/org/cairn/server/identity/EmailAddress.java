package org.cairn.server.identity;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address in the one form in which it is stored and compared: trimmed and lower-case, because people type
/// capitals that no mail server tells apart.
public record EmailAddress(String value) {
    private static final String PART = "[^\\s@<>\"(),:;\\[\\]\\\\\\p{Cntrl}]";
    /// A domain without a dot is a typing error far more often than a host of the house.
    private static final Pattern FORM = Pattern.compile(PART + "{1,64}@" + PART + "{1,180}\\.[\\p{L}\\p{N}-]{2,63}");

    /// @return empty when the text is no address
    public static Optional<EmailAddress> parse(String text) {
        var tidy = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return FORM.matcher(tidy).matches() && !tidy.endsWith(".") && !tidy.contains("..")
                ? Optional.of(new EmailAddress(tidy))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
