package org.cairn.server.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The one-line answer shown on the page that follows a form.
@Component
public class Flash {
    private final MessageSource messages;

    Flash(MessageSource messages) {
        this.messages = messages;
    }

    /// @param kind `ok`, `warn` or `error`
    public record Line(String kind, String text) {}

    public void ok(RedirectAttributes next, Locale locale, String key, Object... args) {
        put(next, "ok", locale, key, args);
    }

    public void warn(RedirectAttributes next, Locale locale, String key, Object... args) {
        put(next, "warn", locale, key, args);
    }

    public void error(RedirectAttributes next, Locale locale, String key, Object... args) {
        put(next, "error", locale, key, args);
    }

    private void put(RedirectAttributes next, String kind, Locale locale, String key, Object... args) {
        next.addFlashAttribute("flash", List.of(new Line(kind, messages.getMessage(key, args, locale))));
    }
}
