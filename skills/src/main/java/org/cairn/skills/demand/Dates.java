package org.cairn.skills.demand;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days as portals write them. What could be two days is none: 03/04/2026 is refused, 23/04/2026 is not.
final class Dates {
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.]?(\\d{2})[-/.]?(\\d{2})(?:[T ].{0,40})?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})(?:[T ].{0,40})?");
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private Dates() {}

    static Optional<LocalDate> of(String text) {
        Matcher first = YEAR_FIRST.matcher(text.strip());
        if (first.matches()) {
            return day(number(first, 1), number(first, 2), number(first, 3));
        }
        Matcher last = YEAR_LAST.matcher(text.strip());
        if (!last.matches()) {
            return Optional.empty();
        }
        int one = number(last, 1);
        int two = number(last, 3);
        // With full stops it is the day that comes first, everywhere where one writes so.
        if (last.group(2).equals(".") || one > 12 || one == two) {
            return day(number(last, 4), two, one);
        }
        return two > 12 ? day(number(last, 4), one, two) : Optional.empty();
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return year < FIRST_YEAR || year > LAST_YEAR
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
