package org.cairn.server.stack;

import java.math.BigDecimal;
import java.text.Bidi;
import java.text.ListFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.web.Languages;
import org.cairn.stacking.decide.Decision;
import org.cairn.stacking.rule.Fraction;
import org.springframework.context.MessageSource;

/// The reader's language: messages, numbers, days and lists as she writes them.
final class Wording {
    private static final char ISOLATE = '\u2068';
    private static final char ISOLATE_END = '\u2069';

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toSet());
    private static final Map<TemporalUnit, String> UNITS = units();

    private final MessageSource messages;
    private final Locale reader;

    Wording(MessageSource messages, Locale reader) {
        this.messages = messages;
        this.reader = reader;
    }

    Locale reader() {
        return reader;
    }

    /// @param key what follows `stackme.`
    String say(String key, Object... args) {
        return messages.getMessage("stackme." + key, args, reader);
    }

    String best(Map<String, String> texts) {
        return name(SpecContent.best(texts, reader));
    }

    /// A name in a sentence: where it may run against the sentence's direction, kept together.
    String name(String name) {
        var chars = name.toCharArray();
        return isRightToLeft() || Bidi.requiresBidi(chars, 0, chars.length) ? ISOLATE + name + ISOLATE_END : name;
    }

    boolean isRightToLeft() {
        return Languages.direction(reader).equals("rtl");
    }

    String number(BigDecimal number) {
        return NumberFormat.getNumberInstance(reader).format(number);
    }

    /// @param currency ISO 4217 code; without it the bare number
    String money(BigDecimal amount, Optional<String> currency) {
        return currency.filter(CURRENCIES::contains)
                .map(code -> {
                    var format = NumberFormat.getCurrencyInstance(reader);
                    format.setCurrency(Currency.getInstance(code));
                    return format.format(amount);
                })
                .orElseGet(() -> number(amount));
    }

    String day(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .localizedBy(reader)
                .format(date);
    }

    String all(Collection<String> parts) {
        return list(parts, ListFormat.Type.STANDARD);
    }

    String oneOf(Collection<String> parts) {
        return list(parts, ListFormat.Type.OR);
    }

    private String list(Collection<String> parts, ListFormat.Type type) {
        return parts.isEmpty()
                ? ""
                : ListFormat.getInstance(reader, type, ListFormat.Style.FULL).format(List.copyOf(parts));
    }

    String amount(Decision.Unit unit, BigDecimal amount) {
        return switch (unit) {
            case ITEMS -> say("amount.items", amount);
            case CREDITS -> credits(amount);
            case OUTCOMES -> say("amount.outcomes", amount);
            case POINTS -> say("amount.points", amount);
        };
    }

    /// "18 of 24 credits".
    String amountOf(Decision.Unit unit, BigDecimal have, BigDecimal need) {
        return say("picture.of", number(have), amount(unit, need));
    }

    String credits(BigDecimal amount) {
        return say("amount.credits", amount);
    }

    String items(int amount) {
        return say("amount.items", amount);
    }

    /// As per cent where that is exact to one place, else as it is written.
    String fraction(Fraction part) {
        var thousandths = part.numerator() * 1000L;
        if (thousandths % part.denominator() != 0) {
            return name(part.toString());
        }
        var percent = NumberFormat.getPercentInstance(reader);
        percent.setMaximumFractionDigits(1);
        return percent.format((double) part.numerator() / part.denominator());
    }

    String percent(BigDecimal part) {
        return NumberFormat.getPercentInstance(reader).format(part);
    }

    String period(Period period) {
        var parts = new ArrayList<String>();
        UNITS.forEach((unit, key) -> {
            if (period.get(unit) != 0) {
                parts.add(say(key, period.get(unit)));
            }
        });
        return all(parts);
    }

    private static Map<TemporalUnit, String> units() {
        var units = new LinkedHashMap<TemporalUnit, String>();
        units.put(ChronoUnit.YEARS, "period.years");
        units.put(ChronoUnit.MONTHS, "period.months");
        units.put(ChronoUnit.DAYS, "period.days");
        return Collections.unmodifiableMap(units);
    }

    String days(int days) {
        return say("period.days", days);
    }
}
