package org.cairn.server.offering;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Puts offerings into the reader's words.
@Component
class OfferingWords {
    private final MessageSource messages;

    OfferingWords(MessageSource messages) {
        this.messages = messages;
    }

    /// One offering, ready to read; what is not said is blank.
    ///
    /// @param start the first day, or that one can begin at any time
    /// @param end the last day; blank when there is only one day, too
    /// @param price the amount, or that it is free
    /// @param waiver who need not pay
    record Line(
            OfferingId id,
            String title,
            String start,
            String end,
            String applyBy,
            String price,
            String waiver,
            String mode,
            String place,
            String languages,
            String hours,
            String places,
            String accessibility,
            String url) {}

    Line line(Offering offering, Locale locale) {
        var terms = offering.terms();
        var free = terms.price().signum() == 0;
        return new Line(
                offering.id(),
                terms.titleIn(locale),
                terms.startsOn().map(d -> day(d, locale)).orElseGet(() -> words("offering.anyTime", locale)),
                day(terms.endsOn().filter(end -> !terms.startsOn().equals(Optional.of(end))), locale),
                day(terms.lastDayToApply(), locale),
                free ? words("offering.free", locale) : Amounts.of(terms.price(), terms.currency(), locale),
                free ? "" : terms.waiverForIn(locale),
                words("offering.mode." + terms.mode(), locale),
                terms.place(),
                terms.languages().stream()
                        .map(tag -> Locale.forLanguageTag(tag).getDisplayName(locale))
                        .collect(Collectors.joining(" · ")),
                terms.hoursPerWeek()
                        .map(n -> words("offering.hours.n", locale, n))
                        .orElse(""),
                terms.places().map(n -> words("offering.places.n", locale, n)).orElse(""),
                terms.accessibilityIn(locale),
                terms.url());
    }

    private String words(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    private static String day(Optional<LocalDate> day, Locale locale) {
        return day.map(d -> day(d, locale)).orElse("");
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }
}
