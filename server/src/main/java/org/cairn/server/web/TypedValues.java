package org.cairn.server.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.server.web.InputException.Fault;

/// Values as somebody typed or sent them, read one by one. Every fault is kept until [#check], so that all are told at
/// once; a value that cannot be taken reads as empty until then. For one request; not thread-safe.
public final class TypedValues {
    private static final int LONGEST_ADDRESS = 500;
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 1, 1);

    private final List<Fault> faults = new ArrayList<>();

    /// One line that must be there.
    public String line(String field, String typed, int longest) {
        var tidy = typed.strip();
        if (!Text.isLine(tidy)) {
            faults.add(Fault.of(field, "web.typed.line"));
            return "";
        }
        return text(field, tidy, 1, longest);
    }

    /// Several lines.
    ///
    /// @param shortest 0 when it may be empty
    public String text(String field, String typed, int shortest, int longest) {
        var tidy = typed.strip();
        if (tidy.length() < shortest) {
            faults.add(
                    shortest == 1 ? Fault.of(field, "web.typed.empty") : Fault.of(field, "web.typed.short", shortest));
        } else if (tidy.length() > longest) {
            faults.add(Fault.of(field, "web.typed.long", longest));
        } else if (!Text.isText(tidy)) {
            faults.add(Fault.of(field, "web.typed.line"));
        } else {
            return tidy;
        }
        return "";
    }

    /// An address on the web, or nothing.
    public String address(String field, String typed) {
        var tidy = typed.strip();
        if (!tidy.isEmpty() && (tidy.length() > LONGEST_ADDRESS || !tidy.matches("https?://[^\\s<>\"]{3,}"))) {
            faults.add(Fault.of(field, "web.typed.address"));
            return "";
        }
        return tidy;
    }

    /// A day as `2026-05-01`, or nothing.
    public Optional<LocalDate> day(String field, String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.isAfter(FIRST_DAY) && day.isBefore(LAST_DAY)) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException e) {
            // told below, like a day out of all bounds
        }
        faults.add(Fault.of(field, "web.typed.day"));
        return Optional.empty();
    }

    /// A day that must be there; [#check] throws where it is not.
    public Optional<LocalDate> neededDay(String field, String typed) {
        if (typed.isBlank()) {
            faults.add(Fault.of(field, "web.typed.empty"));
        }
        return day(field, typed);
    }

    /// A whole number, or nothing.
    public Optional<Integer> number(String field, String typed, int least, int most) {
        var tidy = typed.strip();
        if (tidy.isEmpty()) {
            return Optional.empty();
        }
        var number = tidy.matches("\\d{1,9}") ? Integer.parseInt(tidy) : -1;
        if (number < least || number > most) {
            faults.add(Fault.of(field, "web.typed.number", least, most));
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /// One of the names of a closed choice.
    public <E extends Enum<E>> Optional<E> choice(String field, String typed, E[] choices) {
        var found = Stream.of(choices)
                .filter(each -> each.name().equals(typed.strip()))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(Fault.of(field, "web.typed.choice"));
        }
        return found;
    }

    /// A fault that only the caller can see.
    public void add(Fault fault) {
        faults.add(fault);
    }

    /// @throws InputException with every fault so far
    public void check() {
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
    }
}
