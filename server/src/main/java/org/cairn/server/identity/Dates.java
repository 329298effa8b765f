package org.cairn.server.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Moments as the reader's language writes them. UTC throughout, and said so, because the server cannot know where
/// the reader is.
record Dates(Locale locale) {

    public String day(Instant moment) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(moment.atOffset(ZoneOffset.UTC));
    }

    public String minute(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(moment.atOffset(ZoneOffset.UTC));
    }
}
