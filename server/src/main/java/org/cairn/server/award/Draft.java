package org.cairn.server.award;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.identity.EmailAddress;
import org.cairn.server.web.InputException.Fault;

/// A wish to award as it was typed, in a form, a file or a request; nothing of it is trusted yet.
record Draft(String name, String email, String learnerNumber, String date, String grade, String narrative) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_MARK = 64;
    private static final int LONGEST_NARRATIVE = 2_000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFD]");
    private static final Pattern CONTROL_BUT_BREAKS = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\uFFFD&&[^\\n\\r\\t]]");
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\uFEFF]");

    /// What became of a draft.
    sealed interface Checked {
        record Good(Awarding wish) implements Checked {}

        /// Never empty.
        record Bad(List<Fault> faults) implements Checked {}
    }

    /// @param today the last day an award may bear (EU-M05: not in the future)
    Checked check(SpecVersionId spec, DateOrder order, LocalDate today) {
        var faults = new ArrayList<Fault>();
        var tidyName = NameKey.tidy(INVISIBLE.matcher(name).replaceAll(""));
        checkName(tidyName, faults);
        var address = address(faults);
        var number = tidy(learnerNumber);
        checkShort("learnerNumber", number, LONGEST_MARK, faults);
        var mark = tidy(grade);
        checkShort("grade", mark, LONGEST_MARK, faults);
        var words = Normalizer.normalize(narrative, Normalizer.Form.NFC).strip();
        if (words.length() > LONGEST_NARRATIVE
                || CONTROL_BUT_BREAKS.matcher(words).find()) {
            faults.add(Fault.of("narrative", "award.reason.narrative", String.valueOf(LONGEST_NARRATIVE)));
        }
        var day = day(order, today, faults);
        return day.isEmpty() || !faults.isEmpty()
                ? new Checked.Bad(List.copyOf(faults))
                : new Checked.Good(
                        new Awarding(spec, tidyName, address, filled(number), day.get(), filled(mark), filled(words)));
    }

    private static void checkName(String tidyName, List<Fault> faults) {
        if (tidyName.isEmpty()) {
            faults.add(Fault.of("name", "award.reason.noName"));
        } else if (tidyName.length() > LONGEST_NAME || CONTROL.matcher(tidyName).find()) {
            faults.add(Fault.of("name", "award.reason.name", String.valueOf(LONGEST_NAME)));
        }
    }

    private Optional<EmailAddress> address(List<Fault> faults) {
        var typed = tidy(email);
        var address = EmailAddress.parse(typed);
        if (!typed.isEmpty() && address.isEmpty()) {
            faults.add(Fault.of("email", "award.reason.email", shortened(typed)));
        }
        return address;
    }

    private static void checkShort(String field, String text, int longest, List<Fault> faults) {
        if (text.length() > longest || CONTROL.matcher(text).find()) {
            faults.add(Fault.of(field, "award.reason." + field, String.valueOf(longest)));
        }
    }

    private Optional<LocalDate> day(DateOrder order, LocalDate today, List<Fault> faults) {
        return switch (DateText.read(date, order)) {
            case DateText.Read.Day(LocalDate day)
            when day.isAfter(today) -> {
                faults.add(Fault.of("date", "award.reason.future", day.toString()));
                yield Optional.empty();
            }
            case DateText.Read.Day(LocalDate day)
            when day.getYear() < 1900 -> {
                faults.add(Fault.of("date", "award.reason.tooOld", day.toString()));
                yield Optional.empty();
            }
            case DateText.Read.Day(LocalDate day) -> Optional.of(day);
            case DateText.Read.No(String key) -> {
                faults.add(Fault.of("date", key, shortened(date.strip())));
                yield Optional.empty();
            }
        };
    }

    private static String tidy(String text) {
        return NameKey.tidy(INVISIBLE.matcher(text).replaceAll(""));
    }

    private static Optional<String> filled(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /// Whether a text of several lines holds nothing that cannot be stored or shown.
    static boolean canBeShown(String text) {
        return !CONTROL_BUT_BREAKS.matcher(text).find();
    }

    /// Enough of what was typed to find it again.
    static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
    }
}
