package org.cairn.server.navigate;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.server.offering.OfferingTerms;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.server.web.Text;

/// The terms of a plan as the browser sends them. Shown again exactly as they were typed, and turned into terms when
/// all
/// of it can be taken. What templates read is public, as their expressions see nothing else.
final class TermsForm {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,7}([.,]\\d{1,2})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");
    private static final BigDecimal HOURS_OF_A_WEEK = new BigDecimal(168);
    private static final int LONGEST_PLACE = 100;

    private final Map<String, List<String>> values;

    private TermsForm(Map<String, List<String>> values) {
        this.values = values;
    }

    static TermsForm sent(Map<String, String[]> parameters) {
        return new TermsForm(parameters.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue()))));
    }

    static TermsForm of(Terms terms) {
        var values = new HashMap<String, List<String>>();
        values.put("start", optional(terms.start()));
        values.put("deadline", optional(terms.deadline()));
        values.put("hours", optional(terms.hoursPerWeek().map(BigDecimal::toPlainString)));
        values.put("budget", optional(terms.budget().map(BigDecimal::toPlainString)));
        values.put("currency", List.of(terms.currency()));
        values.put("languages", List.of(String.join(" ", terms.languages())));
        values.put("modes", terms.modes().stream().map(Enum::name).sorted().toList());
        values.put("place", List.of(terms.place()));
        values.put("accessible", List.of(String.valueOf(terms.accessible())));
        values.put("waiver", List.of(String.valueOf(terms.waiver())));
        values.put("verified", List.of(String.valueOf(terms.verified())));
        values.put("recognised", List.of(String.valueOf(terms.recognised())));
        return new TermsForm(values);
    }

    private static List<String> optional(Optional<?> value) {
        return value.map(Object::toString).stream().toList();
    }

    /// One value as typed; blank when there is none.
    public String value(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .findFirst()
                .orElse("")
                .strip();
    }

    public boolean is(String name) {
        return value(name).equals("true");
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /// @param before whose choices of offerings stay
    /// @throws InputException naming every value that cannot be taken
    Terms terms(Terms before) {
        var reading = new Reading();
        var terms = new Terms(
                reading.day("start"),
                reading.day("deadline"),
                reading.amount("hours").filter(hours -> reading.inAWeek(hours)),
                reading.amount("budget"),
                reading.currency(),
                reading.languages(),
                reading.modes(),
                reading.place(),
                is("accessible"),
                is("waiver"),
                is("verified"),
                is("recognised"),
                before.pins(),
                before.exclusions());
        if (terms.start().isPresent()
                && terms.deadline().filter(terms.start().get()::isAfter).isPresent()) {
            reading.fault("deadline", "navigate.terms.deadline.early");
        }
        if (!reading.faults.isEmpty()) {
            throw new InputException(reading.faults);
        }
        return terms;
    }

    private final class Reading {
        private final List<Fault> faults = new ArrayList<>();

        private void fault(String field, String key) {
            faults.add(Fault.of(field, key));
        }

        Optional<LocalDate> day(String name) {
            var text = value(name);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            try {
                var day = LocalDate.parse(text);
                if (day.getYear() >= 2000 && day.getYear() <= 2200) {
                    return Optional.of(day);
                }
            } catch (DateTimeException e) {
                // Told below, as a day out of reach is.
            }
            fault(name, "navigate.terms.day.form");
            return Optional.empty();
        }

        Optional<BigDecimal> amount(String name) {
            var text = value(name);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            if (!AMOUNT.matcher(text).matches()) {
                fault(name, "navigate.terms.amount.form");
                return Optional.empty();
            }
            return Optional.of(new BigDecimal(text.replace(',', '.')));
        }

        boolean inAWeek(BigDecimal hours) {
            var fits = hours.compareTo(HOURS_OF_A_WEEK) <= 0;
            if (!fits) {
                fault("hours", "navigate.terms.hours.many");
            }
            return fits;
        }

        String currency() {
            var code = value("currency").toUpperCase(Locale.ROOT);
            if (!CURRENCY.matcher(code).matches() || !isCurrency(code)) {
                fault("currency", "navigate.terms.currency.form");
                return Terms.USUAL.currency();
            }
            return code;
        }

        private static boolean isCurrency(String code) {
            return java.util.Currency.getAvailableCurrencies().stream()
                    .anyMatch(known -> known.getCurrencyCode().equals(code));
        }

        List<String> languages() {
            var tags = Stream.of(value("languages").split("[\\s,;]+"))
                    .filter(tag -> !tag.isEmpty())
                    .distinct()
                    .limit(21)
                    .toList();
            if (tags.size() > 20
                    || !tags.stream().allMatch(tag -> LANGUAGE.matcher(tag).matches())) {
                fault("languages", "navigate.terms.languages.form");
                return List.of();
            }
            return tags;
        }

        Set<OfferingTerms.Mode> modes() {
            var known =
                    Arrays.stream(OfferingTerms.Mode.values()).map(Enum::name).toList();
            return all("modes").stream()
                    .filter(known::contains)
                    .map(OfferingTerms.Mode::valueOf)
                    .collect(Collectors.toSet());
        }

        String place() {
            var place = value("place");
            if (place.length() > LONGEST_PLACE || !Text.isLine(place)) {
                fault("place", "navigate.terms.place.form");
                return "";
            }
            return place;
        }
    }
}
