package org.cairn.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/// Errors of pages as pages: plain words and a way on, never a stack trace.
@ControllerAdvice(annotations = Controller.class)
@Order(1)
class PageProblems {
    private final PageAdvice frame;
    private final MessageSource messages;

    PageProblems(PageAdvice frame, MessageSource messages) {
        this.frame = frame;
        this.messages = messages;
    }

    @ExceptionHandler({NotFoundException.class, MethodArgumentTypeMismatchException.class})
    ModelAndView notFound(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        return page(HttpStatus.NOT_FOUND, "", request, response, locale);
    }

    @ExceptionHandler
    ModelAndView conflict(
            ConflictException e, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var words = messages.getMessage(e.key(), e.args().toArray(), locale);
        return page(HttpStatus.CONFLICT, words, request, response, locale);
    }

    @ExceptionHandler
    ModelAndView input(InputException e, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        var first = e.faults().getFirst();
        var words = messages.getMessage(first.key(), first.args().toArray(), locale);
        return page(HttpStatus.BAD_REQUEST, words, request, response, locale);
    }

    private ModelAndView page(
            HttpStatus status, String words, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        response.setStatus(status.value());
        var model = new ExtendedModelMap();
        frame.frame(model, request, locale);
        model.addAttribute("status", status.value());
        model.addAttribute("words", words);
        return new ModelAndView("error", model, status);
    }
}
