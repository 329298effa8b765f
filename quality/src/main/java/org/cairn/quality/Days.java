package org.cairn.quality;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/// Days as facts say them.
final class Days {
    private Days() {}

    /// A point in time counts as its day.
    static Optional<LocalDate> of(Fact fact) {
        if (!(fact instanceof Fact.Text(var text)) || text.length() < 10) {
            return Optional.empty();
        }
        try {
            var isTime = text.length() > 10 && text.charAt(10) == 'T';
            return Optional.of(LocalDate.parse(isTime ? text.substring(0, 10) : text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    static boolean isStale(LocalDate day, int months, LocalDate today) {
        return day.isBefore(today.minusMonths(months));
    }
}
