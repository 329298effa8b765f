package org.cairn.server.hiring;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cairn.server.identity.Acting;
import org.cairn.server.web.InputException.Fault;
import org.cairn.skills.gap.Level;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the pages of hiring, of checking many files and of finding people have in common: words, choices, days, the way
/// to a page. Thread-safe.
@Component
public class HiringWords {
    private final MessageSource messages;

    HiringWords(MessageSource messages) {
        this.messages = messages;
    }

    /// One choice of a select or a group.
    public record Option(String value, String label) {}

    /// One step of the way to a page.
    public record Crumb(String href, String text) {}

    public String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /// Words of ours for a code, or the code where there are none, as in what comes from elsewhere.
    public String textOr(String key, String code, Locale locale) {
        var words = messages.getMessage(key, null, code, locale);
        return words == null ? code : words;
    }

    /// Answers 400 and puts each fault's words into `errors`, under its field.
    public void refuse(List<Fault> faults, Model model, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("errors", errors(faults, locale));
    }

    public Map<String, String> errors(List<Fault> faults, Locale locale) {
        var errors = new LinkedHashMap<String, String>();
        faults.forEach(fault -> errors.putIfAbsent(
                fault.field(), text(fault.key(), locale, fault.args().toArray())));
        return errors;
    }

    /// Forms of pages read `errors` whether something was refused or not.
    public static void unlessRefused(Model model) {
        if (!model.containsAttribute("errors")) {
            model.addAttribute("errors", Map.of());
        }
    }

    public List<Option> options(String prefix, Enum<?>[] values, Locale locale) {
        return Stream.of(values)
                .map(value -> new Option(value.name(), text(prefix + value.name(), locale)))
                .toList();
    }

    public String level(Level level, Locale locale) {
        return text("hiring.level." + level, locale);
    }

    public static String home(Acting acting) {
        return "/o/" + acting.organisation().slug();
    }

    /// From the organisation down to a page.
    public static List<Crumb> crumbs(Acting acting, Crumb... below) {
        return Stream.concat(
                        Stream.of(new Crumb(home(acting), acting.organisation().legalName())), Stream.of(below))
                .toList();
    }

    public static String day(Instant at, Locale locale) {
        return day(LocalDate.ofInstant(at, ZoneOffset.UTC), locale);
    }

    public static String moment(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atOffset(ZoneOffset.UTC))
                + " UTC";
    }

    private static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    /// A date of a credential as the reader writes it; one that cannot be read stays as it stands there.
    public static String day(String text, Locale locale) {
        try {
            return text.isEmpty() ? "" : day(date(text), locale);
        } catch (DateTimeException e) {
            return text;
        }
    }

    /// The day of it in ISO form, for programs; as it stands where it cannot be read.
    public static String isoDay(String text) {
        try {
            return text.isEmpty() ? "" : date(text).toString();
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static LocalDate date(String text) {
        return text.length() == 10
                ? LocalDate.parse(text)
                : OffsetDateTime.parse(text).toLocalDate();
    }
}
