package org.cairn.server.navigate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;

/// The weeks of a plan: week 1 begins on its first day.
record Calendar(LocalDate first) {
    private static final int LONGEST = 520;

    LocalDate begins(int week) {
        return first.plusDays(7L * (week - 1));
    }

    LocalDate ends(int week) {
        return begins(week).plusDays(6);
    }

    /// The week that holds a day; empty for days before the plan or too far off.
    OptionalInt weekOf(LocalDate day) {
        var days = ChronoUnit.DAYS.between(first, day);
        return days < 0 || days >= 7L * LONGEST ? OptionalInt.empty() : OptionalInt.of((int) (days / 7) + 1);
    }

    /// How many whole weeks there are until a day, that day included.
    int weeksUntil(LocalDate day) {
        return Math.clamp((ChronoUnit.DAYS.between(first, day) + 1) / 7, 0, LONGEST);
    }

    /// How many weeks lie from one day to another, both included; the last one may be begun only.
    static int weeks(LocalDate from, LocalDate to) {
        return Math.clamp(Math.ceilDiv(ChronoUnit.DAYS.between(from, to) + 1, 7), 1, LONGEST);
    }
}
