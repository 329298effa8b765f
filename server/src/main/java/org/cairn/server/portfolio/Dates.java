package org.cairn.server.portfolio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/// Days and moments as the reader writes them. The platform knows no one's time zone, so moments say UTC.
final class Dates {
    private Dates() {}

    static String day(LocalDate date, Locale reader) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(reader)
                .format(date);
    }

    static String day(Instant moment, Locale reader) {
        return day(LocalDate.ofInstant(moment, ZoneOffset.UTC), reader);
    }

    static String moment(Instant moment, Locale reader) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .localizedBy(reader)
                        .format(moment.atOffset(ZoneOffset.UTC))
                + " UTC";
    }
}
