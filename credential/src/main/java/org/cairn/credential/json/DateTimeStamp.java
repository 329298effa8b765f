package org.cairn.credential.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A moment written as XML Schema's `dateTimeStamp` (XSD 1.1 part 2, 3.4.28): a date and time with a zone. Unlike the
/// usual parsers it takes midnight as `24:00:00`, years of more than four digits and fractions of any length, and
/// nothing else: no small letters, no missing seconds.
///
/// @param fraction of the second, from 0 to below 1, with all the digits that were written
public record DateTimeStamp(long epochSecond, BigDecimal fraction) implements Comparable<DateTimeStamp> {

    private static final int MAX_CHARS = 100;
    private static final Pattern FORM = Pattern.compile("(-?(?:[1-9][0-9]{3,8}|0[0-9]{3}))-([0-9]{2})-([0-9]{2})"
            + "T([0-9]{2}):([0-9]{2}):([0-9]{2})(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final Comparator<DateTimeStamp> ORDER =
            Comparator.comparingLong(DateTimeStamp::epochSecond).thenComparing(DateTimeStamp::fraction);
    private static final int MAX_ZONE_MINUTES = 14 * 60;

    /// The moment to the nanosecond; empty when the text is not written so.
    public static Optional<Instant> read(String text) {
        return parse(text).map(DateTimeStamp::instant);
    }

    /// Empty when the text is not written so.
    public static Optional<DateTimeStamp> parse(String text) {
        if (text.length() > MAX_CHARS) {
            return Optional.empty();
        }
        var form = FORM.matcher(text);
        try {
            return form.matches() ? of(form.toMatchResult()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty(); // no such day or hour
        }
    }

    /// The older `dateTime`, which may leave the zone out; it is taken as UTC then.
    public static Optional<DateTimeStamp> parseDateTime(String text) {
        return parse(text).or(() -> parse(text + "Z"));
    }

    /// To the nanosecond; what was written beyond that is cut off.
    public Instant instant() {
        return Instant.ofEpochSecond(epochSecond, fraction.movePointRight(9).longValue());
    }

    private static Optional<DateTimeStamp> of(MatchResult form) {
        BigDecimal fraction = form.group(7) == null ? BigDecimal.ZERO : new BigDecimal("0" + form.group(7));
        int hour = number(form.group(4));
        boolean endOfDay = hour == 24;
        if (endOfDay && (number(form.group(5)) + number(form.group(6)) > 0 || fraction.signum() > 0)) {
            return Optional.empty();
        }
        LocalDateTime local = LocalDateTime.of(
                Integer.parseInt(form.group(1)),
                number(form.group(2)),
                number(form.group(3)),
                endOfDay ? 0 : hour,
                number(form.group(5)),
                number(form.group(6)));
        return offset(form.group(8))
                .map(zone -> new DateTimeStamp(local.plusDays(endOfDay ? 1 : 0).toEpochSecond(zone), fraction));
    }

    private static Optional<ZoneOffset> offset(String zone) {
        if (zone.equals("Z")) {
            return Optional.of(ZoneOffset.UTC);
        }
        int minutes = number(zone.substring(4));
        int total = number(zone.substring(1, 3)) * 60 + minutes;
        boolean valid = minutes < 60 && total <= MAX_ZONE_MINUTES;
        int signed = zone.startsWith("-") ? -total : total;
        return valid ? Optional.of(ZoneOffset.ofTotalSeconds(signed * 60)) : Optional.empty();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    @Override
    public int compareTo(DateTimeStamp other) {
        return ORDER.compare(this, other);
    }
}
