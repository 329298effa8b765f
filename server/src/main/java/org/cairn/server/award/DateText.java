package org.cairn.server.award;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as people and spreadsheets write them. What can mean two days is refused, never guessed.
final class DateText {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[T ].*)?");
    /// ISO 8601 in its short form, as registers export it.
    private static final Pattern DIGITS = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?: .*)?");
    private static final Pattern SHORT_YEAR = Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2}");

    private DateText() {}

    sealed interface Read {
        record Day(LocalDate day) implements Read {}

        /// @param key message key; its only argument is what was typed
        record No(String key) implements Read {}
    }

    static Read read(String typed, DateOrder order) {
        var text =
                westernDigits(Normalizer.normalize(typed, Normalizer.Form.NFKC)).strip();
        if (text.isEmpty()) {
            return new Read.No("award.reason.noDate");
        }
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return day(number(yearFirst, 1), number(yearFirst, 3), number(yearFirst, 4));
        }
        var digits = DIGITS.matcher(text);
        if (digits.matches()) {
            return day(number(digits, 1), number(digits, 2), number(digits, 3));
        }
        var yearLast = YEAR_LAST.matcher(text);
        if (yearLast.matches()) {
            return yearLast(yearLast, order);
        }
        return new Read.No(SHORT_YEAR.matcher(text).matches() ? "award.reason.shortYear" : "award.reason.date");
    }

    private static Read yearLast(Matcher date, DateOrder order) {
        var first = number(date, 1);
        var second = number(date, 3);
        var year = number(date, 4);
        // Nobody writes dots with the month first.
        var dots = date.group(2).equals(".");
        if (order == DateOrder.DAY_FIRST || dots || (order == DateOrder.UNDECLARED && first > 12)) {
            return day(year, second, first);
        }
        if (order == DateOrder.MONTH_FIRST || second > 12 || first == second) {
            return day(year, first, second);
        }
        return new Read.No("award.reason.ambiguousDate");
    }

    private static Read day(int year, int month, int day) {
        try {
            return new Read.Day(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return new Read.No("award.reason.date");
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /// Arabic, Persian and other decimal digits as 0 to 9; marks of writing direction left out.
    private static String westernDigits(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().filter(c -> Character.getType(c) != Character.FORMAT).forEach(c -> {
            if (Character.isDigit(c)) {
                out.append(Character.digit(c, 10));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
