package org.cairn.server.stack;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisations;
import org.cairn.server.web.InputException.Fault;
import org.cairn.stacking.text.StackText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What the institution's pages of this capability have in common: words, choices, crumbs, days.
@Component
class DeskForms {
    private final Organisations organisations;
    private final MessageSource messages;

    DeskForms(Organisations organisations, MessageSource messages) {
        this.organisations = organisations;
        this.messages = messages;
    }

    /// One choice of a select or a group.
    record Option(String value, String label) {}

    /// One step of the way to a page.
    record Crumb(String href, String text) {}

    String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    String words(Fault fault, Locale locale) {
        return text(fault.key(), locale, fault.args().toArray());
    }

    /// Answers 400 and puts each fault's words into `errors`, under its field.
    void refuse(List<Fault> faults, Model model, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        var errors = new LinkedHashMap<String, String>();
        faults.forEach(fault -> errors.putIfAbsent(fault.field(), words(fault, locale)));
        model.addAttribute("errors", errors);
    }

    List<Option> options(String prefix, Enum<?>[] values, Locale locale) {
        return Stream.of(values)
                .map(value -> new Option(value.name(), text(prefix + value.name(), locale)))
                .toList();
    }

    List<Option> options(String prefix, List<String> values, Locale locale) {
        return values.stream()
                .map(value -> new Option(value, text(prefix + value, locale)))
                .toList();
    }

    /// Every other organisation, by name.
    List<Option> others(Acting acting) {
        return organisations.all().stream()
                .filter(each -> !each.id().equals(acting.organisationId()))
                .map(each -> new Option(each.id().toString(), each.legalName()))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    /// From the list of stacks down to a page.
    List<Crumb> crumbs(Acting acting, Locale locale, Crumb... below) {
        return Stream.concat(Stream.of(new Crumb(stacks(acting), text("stackdesk.title", locale))), Stream.of(below))
                .toList();
    }

    static String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    static String day(Instant at, Locale locale) {
        return day(LocalDate.ofInstant(at, ZoneOffset.UTC), locale);
    }

    /// The rule's title, or its name while the text cannot be read.
    static String title(StackDraft draft, Locale locale) {
        return switch (StackText.read(draft.text())) {
            case StackText.Read(var stack) -> SpecContent.best(stack.title(), locale);
            case StackText.Refused _ -> draft.name();
        };
    }

    static String home(Acting acting) {
        return "/o/" + acting.organisation().slug();
    }

    static String stacks(Acting acting) {
        return home(acting) + "/stacks";
    }
}
