package org.cairn.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;

/// Problem details (RFC 9457) in the caller's language, also where no controller is at hand. Thread-safe.
@Component
public class ProblemAnswers {
    /// Statuses with words of their own.
    private static final Set<Integer> KNOWN = Set.of(400, 401, 403, 404, 405, 406, 413, 415, 429);

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    ProblemAnswers(MessageSource messages, LocaleResolver locales, JsonMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    ProblemDetail of(HttpStatusCode status, Locale locale) {
        var key = KNOWN.contains(status.value()) ? status.value() : status.is5xxServerError() ? 500 : 400;
        return ProblemDetail.forStatusAndDetail(status, messages.getMessage("problem.status." + key, null, locale));
    }

    /// Writes the whole answer.
    public void write(HttpStatus status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(of(status, locales.resolveLocale(request))));
    }
}
