package org.cairn.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Requests that fit no handler, before any capability saw them: told in the house's words instead of the
/// framework's English.
@ControllerAdvice
@Order(2)
class RequestProblems {
    private final Refusals refusals;

    RequestProblems(Refusals refusals) {
        this.refusals = refusals;
    }

    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class,
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class,
        MultipartException.class,
        HandlerMethodValidationException.class,
        ResponseStatusException.class,
        TypeMismatchException.class,
        HttpMessageNotReadableException.class
    })
    Object refused(Exception e, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        if (e instanceof HttpRequestMethodNotSupportedException method) {
            method.getHeaders().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        }
        return refusals.answer(status(e), "", request, locale);
    }

    private static HttpStatusCode status(Exception e) {
        return switch (e) {
            case ErrorResponse known -> known.getStatusCode();
            // An id that is no UUID names nothing that exists.
            case MethodArgumentTypeMismatchException value
            when value.getParameter().hasParameterAnnotation(PathVariable.class) -> HttpStatus.NOT_FOUND;
            default -> HttpStatus.BAD_REQUEST;
        };
    }
}
