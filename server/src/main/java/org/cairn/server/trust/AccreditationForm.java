package org.cairn.server.trust;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.server.trust.Accreditations.Kind;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Text;

/// What was typed into the form of an accreditation, as it was typed.
///
/// @param subject slug or identifier of an institution
record AccreditationForm(
        String subject,
        String fields,
        String levelFrom,
        String levelTo,
        List<String> kinds,
        String under,
        String from,
        String until,
        String comment) {

    static final List<String> KINDS =
            List.of("MicroCredential", "Certificate", "CertificateOfCompletion", "Certification", "Badge", "Course");
    private static final Pattern FIELD = Pattern.compile("[0-9]{2,4}");
    private static final int MOST_FIELDS = 60;
    private static final int MOST_UNDER = 10;
    private static final int LONGEST = 5_000;

    AccreditationForm {
        kinds = List.copyOf(kinds);
    }

    static AccreditationForm fresh(LocalDate today) {
        return new AccreditationForm("", "", "", "", List.of(), "", today.toString(), "", "");
    }

    static AccreditationForm sent(Map<String, String[]> sent) {
        Function<String, String> one =
                name -> all(sent, name).stream().findFirst().orElse("");
        return new AccreditationForm(
                one.apply("subject").strip(),
                one.apply("fields"),
                one.apply("levelFrom"),
                one.apply("levelTo"),
                all(sent, "kinds"),
                one.apply("under"),
                one.apply("from"),
                one.apply("until"),
                one.apply("comment"));
    }

    private static List<String> all(Map<String, String[]> sent, String name) {
        return List.of(sent.getOrDefault(name, new String[0]));
    }

    /// @param find who or what is meant; it throws when there is no such thing
    /// @throws InputException with all that is wrong
    Accreditations.Wish wish(Function<AccreditationForm, URI> find) {
        var faults = new ArrayList<Fault>();
        var scope = scope(faults);
        var words = comment.strip();
        if (words.length() > LONGEST || !Text.isText(words)) {
            faults.add(Fault.of("comment", "trust.form.comment.form", LONGEST));
        }
        Optional<URI> about = Optional.empty();
        try {
            about = Optional.of(find.apply(this));
        } catch (InputException e) {
            faults.addAll(e.faults());
        }
        if (!faults.isEmpty()) {
            throw new InputException(faults);
        }
        return new Accreditations.Wish(
                Kind.INSTITUTION,
                about.orElseThrow(),
                scope,
                Optional.of(words).filter(w -> !w.isEmpty()),
                Optional.empty());
    }

    private Scope scope(List<Fault> faults) {
        var first = day("from", from, faults);
        var last = day("until", until, faults);
        if (first.isEmpty() && from.isBlank()) {
            faults.add(Fault.of("from", "trust.form.from.form"));
        }
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            faults.add(Fault.of("until", "trust.form.until.form"));
        }
        var lowest = level("levelFrom", levelFrom, faults);
        var highest = level("levelTo", levelTo, faults);
        if (lowest.isPresent() && highest.isPresent() && lowest.get() > highest.get()) {
            faults.add(Fault.of("levelTo", "trust.form.levels.form"));
        }
        return new Scope(
                codes(faults), lowest, highest, known(faults), standards(faults), first.orElse(LocalDate.EPOCH), last);
    }

    private Set<String> codes(List<Fault> faults) {
        var codes = Stream.of(fields.strip().split("[\\s,;]+"))
                .filter(c -> !c.isEmpty())
                .toList();
        if (codes.size() > MOST_FIELDS
                || !codes.stream().allMatch(c -> FIELD.matcher(c).matches())) {
            faults.add(Fault.of("fields", "trust.form.fields.form"));
            return Set.of();
        }
        return Set.copyOf(codes);
    }

    private Set<String> known(List<Fault> faults) {
        if (!KINDS.containsAll(kinds)) {
            faults.add(Fault.of("kinds", "trust.form.kinds.form"));
        }
        return Set.copyOf(kinds);
    }

    private List<String> standards(List<Fault> faults) {
        var lines = under.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (lines.size() > MOST_UNDER || lines.stream().anyMatch(l -> l.length() > 200 || !Text.isLine(l))) {
            faults.add(Fault.of("under", "trust.form.under.form", MOST_UNDER));
            return List.of();
        }
        return lines;
    }

    private static Optional<LocalDate> day(String name, String typed, List<Fault> faults) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return Optional.of(day);
            }
        } catch (DateTimeException e) {
            // told below, like a year that cannot be meant
        }
        faults.add(Fault.of(name, "trust.form.day.form"));
        return Optional.empty();
    }

    private static Optional<Integer> level(String name, String typed, List<Fault> faults) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        if (!typed.matches("[1-8]")) {
            faults.add(Fault.of(name, "trust.form.level.form"));
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(typed));
    }
}
