package org.cairn.credential.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// XML Schema's `dateTimeStamp` (XSD 1.1 part 2, 3.4.28): a date with time and offset from UTC. Java's own reader
/// takes more than that (no seconds, small letters) and less (24:00:00, long years).
public final class DateTimeStamp {

    private static final int MAX_CHARS = 64;
    private static final int NANO_DIGITS = 9;

    private static final Pattern FORM = Pattern.compile("(?<year>-?(?:[1-9][0-9]{3,8}|0[0-9]{3}))"
            + "(?<date>-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))"
            + "T(?:(?<time>(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(?<fraction>\\.[0-9]+)?|24:00:00(?:\\.0+)?)"
            + "(?<offset>Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))");

    private DateTimeStamp() {}

    /// The moment; empty when the text is not written so.
    public static Optional<Instant> read(String text) {
        if (text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            boolean endOfDay = form.group("time") == null;
            String time = endOfDay ? "00:00:00" : form.group("time") + fraction(form);
            Instant start = OffsetDateTime.parse(year(form) + form.group("date") + "T" + time + form.group("offset"))
                    .toInstant();
            return Optional.of(endOfDay ? start.plus(Duration.ofDays(1)) : start);
        } catch (DateTimeException e) {
            return Optional.empty(); // such as the 30th of February
        }
    }

    /// Java wants a sign before a year of more than four digits.
    private static String year(Matcher form) {
        String year = form.group("year");
        return year.length() > 4 && !year.startsWith("-") ? "+" + year : year;
    }

    private static String fraction(Matcher form) {
        String fraction = form.group("fraction");
        return fraction == null ? "" : fraction.substring(0, Math.min(fraction.length(), NANO_DIGITS + 1));
    }
}
