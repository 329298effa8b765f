package org.cairn.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Errors of pages as pages: plain words and a way on, never a stack trace.
@ControllerAdvice(annotations = Controller.class)
@Order(1)
class PageProblems {
    private final Refusals refusals;
    private final MessageSource messages;

    PageProblems(Refusals refusals, MessageSource messages) {
        this.refusals = refusals;
        this.messages = messages;
    }

    @ExceptionHandler(NotFoundException.class)
    Object notFound(HttpServletRequest request, Locale locale) {
        return refusals.answer(HttpStatus.NOT_FOUND, "", request, locale);
    }

    @ExceptionHandler
    Object conflict(ConflictException e, HttpServletRequest request, Locale locale) {
        var words = messages.getMessage(e.key(), e.args().toArray(), locale);
        return refusals.answer(HttpStatus.CONFLICT, words, request, locale);
    }

    @ExceptionHandler
    Object input(InputException e, HttpServletRequest request, Locale locale) {
        var first = e.faults().getFirst();
        var words = messages.getMessage(first.key(), first.args().toArray(), locale);
        return refusals.answer(HttpStatus.BAD_REQUEST, words, request, locale);
    }
}
