package org.cairn.server.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.DatabindException;

/// REST errors as RFC 9457 problem details, in the caller's language.
@RestControllerAdvice(annotations = RestController.class)
@Order(0)
class RestProblems {
    private final MessageSource messages;
    private final ProblemAnswers answers;

    RestProblems(MessageSource messages, ProblemAnswers answers) {
        this.messages = messages;
        this.answers = answers;
    }

    @ExceptionHandler
    ProblemDetail input(InputException e, Locale locale) {
        var problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, text("problem.input", List.of(), locale));
        problem.setProperty(
                "faults",
                e.faults().stream()
                        .map(f -> Map.of("field", f.field(), "message", text(f.key(), f.args(), locale)))
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail notFound(NotFoundException e, Locale locale) {
        var problem = answers.of(HttpStatus.NOT_FOUND, locale);
        problem.setProperty("missing", e.what());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail conflict(ConflictException e, Locale locale) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, text(e.key(), e.args(), locale));
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException e, Locale locale) {
        if (e.contains(BodyLimits.TooLargeException.class)) {
            return answers.of(HttpStatus.CONTENT_TOO_LARGE, locale);
        }
        var problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, text("problem.unreadable", List.of(), locale));
        if (e.getCause() instanceof DatabindException fault) {
            var path = fault.getPath().stream()
                    .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                    .collect(Collectors.joining("."))
                    .replace(".[", "[");
            problem.setProperty(
                    "faults", List.of(Map.of("field", path, "message", text("problem.value", List.of(), locale))));
        }
        return problem;
    }

    private String text(String key, List<Object> args, Locale locale) {
        return messages.getMessage(key, args.toArray(), locale);
    }
}
