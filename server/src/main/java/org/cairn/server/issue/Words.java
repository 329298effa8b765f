package org.cairn.server.issue;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.cairn.server.web.InputException.Fault;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// How this capability's pages say moments and faults in the reader's language.
@Component
class Words {
    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /// One step of the way from the overview to a page.
    record Crumb(String href, String text) {}

    String of(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /// Date and time in UTC, because readers sit in many places and a status counts to the second.
    String moment(Instant at, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(at.atOffset(ZoneOffset.UTC))
                + " UTC";
    }

    /// Puts what was wrong beside the fields of the page, and answers 400 with it.
    void refuse(List<Fault> faults, Model model, HttpServletResponse response, Locale locale) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        var errors = new LinkedHashMap<String, String>();
        faults.forEach(
                f -> errors.put(f.field(), messages.getMessage(f.key(), f.args().toArray(), locale)));
        model.addAttribute("errors", errors);
    }
}
