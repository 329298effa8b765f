package org.cairn.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.cairn.server.web.RateLimits;
import org.cairn.server.web.RateLimits.Limit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Asking for sign-in links is limited per address and per visitor; a text that is no address gets its message
/// here, before a letter is written.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 50)
class SignInLimit extends OncePerRequestFilter {
    private static final Limit PER_ADDRESS = new Limit("sign-in-address", 5, Duration.ofMinutes(15));
    private static final Limit PER_VISITOR = new Limit("sign-in-visitor", 60, Duration.ofMinutes(15));

    private final RateLimits limits;

    SignInLimit(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getMethod().equals("POST") && request.getRequestURI().equals("/ott/generate"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = request.getParameter("username");
        var address = EmailAddress.parse(asked == null ? "" : asked);
        if (address.isEmpty()) {
            response.sendRedirect("/login?badAddress");
        } else if (!limits.permits(PER_VISITOR, request.getRemoteAddr())
                || !limits.permits(PER_ADDRESS, address.get().value())) {
            response.sendRedirect("/login?tooMany");
        } else {
            chain.doFilter(request, response);
        }
    }
}
