package org.cairn.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/// How a request is refused: people get the house's error page in their language with a way on, programs get problem
/// details.
@Component
class Refusals {
    private final PageAdvice frame;
    private final ProblemAnswers answers;

    Refusals(PageAdvice frame, ProblemAnswers answers) {
        this.frame = frame;
        this.answers = answers;
    }

    /// @param words what happened, said above the page's own text; blank for nothing more
    /// @return a page or a body, as Spring takes it from a handler
    Object answer(HttpStatusCode status, String words, HttpServletRequest request, Locale locale) {
        if (isFromAProgram(request)) {
            var problem = answers.of(status, locale);
            if (!words.isBlank()) {
                problem.setDetail(words);
            }
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        var model = new ExtendedModelMap();
        frame.frame(model, request, locale);
        model.addAttribute("status", status.value());
        model.addAttribute("words", words);
        return new ModelAndView("error", model, status);
    }

    private static boolean isFromAProgram(HttpServletRequest request) {
        if (path(request).startsWith("/api/")
                || (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE)
                                instanceof HandlerMethod handler
                        && handler.getBeanType().isAnnotationPresent(RestController.class))) {
            return true;
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && !accept.contains("text/html") && request.getHeader("HX-Request") == null;
    }

    /// What the visitor asked for, also while its error is told.
    static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : request.getRequestURI();
    }
}
