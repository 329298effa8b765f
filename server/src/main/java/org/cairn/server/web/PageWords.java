package org.cairn.server.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What pages say alike: words by key, days, choices, faults beside their fields, the way above a page. Thread-safe.
@Component
public class PageWords {
    private final MessageSource messages;

    PageWords(MessageSource messages) {
        this.messages = messages;
    }

    /// One choice of a select or a group.
    public record Option(String value, String label) {}

    /// One step of the way to a page; the last one is the page itself and leads nowhere.
    public record Crumb(String href, String text) {}

    public String say(Locale locale, String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /// Answers 400 and puts each fault's words into `errors`, under its field.
    public void refuse(InputException refused, Model model, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        var errors = new LinkedHashMap<String, String>();
        refused.faults()
                .forEach(fault -> errors.putIfAbsent(
                        fault.field(), say(locale, fault.key(), fault.args().toArray())));
        model.addAttribute("errors", errors);
    }

    /// @param prefix of the message keys; the name of each follows it
    public List<Option> options(Locale locale, String prefix, Enum<?>... values) {
        return Stream.of(values)
                .map(value -> new Option(value.name(), say(locale, prefix + value.name())))
                .toList();
    }

    public static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /// The day in UTC.
    public static String day(Instant at, Locale locale) {
        return day(LocalDate.ofInstant(at, ZoneOffset.UTC), locale);
    }

    public static String minute(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atOffset(ZoneOffset.UTC))
                + " UTC";
    }
}
