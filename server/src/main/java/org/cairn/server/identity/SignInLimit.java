package org.cairn.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.cairn.server.web.RateLimits;
import org.cairn.server.web.RateLimits.Limit;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/// Asking for sign-in links is limited per visitor and per address; a text that is no address gets its message here,
/// before a letter is written.
///
/// It stands in the security chain before the filter that makes links and matches as that one does, so no spelling of
/// the path goes round it. What one visitor asks for an address counts apart from what others ask, so nobody locks
/// her out of hers; and links that were sent go on working whatever is asked meanwhile.
final class SignInLimit extends OncePerRequestFilter {
    private static final Duration WHILE = Duration.ofMinutes(15);
    private static final Limit PER_VISITOR = new Limit("sign-in-visitor", 60, WHILE);
    private static final Limit PER_VISITOR_AND_ADDRESS = new Limit("sign-in-visitor-address", 5, WHILE);
    /// Many visitors together may not fill somebody's mailbox either.
    private static final Limit PER_ADDRESS = new Limit("sign-in-address", 20, WHILE);

    private static final RequestMatcher MAKES_A_LINK =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/ott/generate");

    private final RateLimits limits;

    SignInLimit(RateLimits limits) {
        this.limits = limits;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !MAKES_A_LINK.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = request.getParameter("username");
        var address = EmailAddress.parse(asked == null ? "" : asked);
        if (address.isEmpty()) {
            response.sendRedirect("/login?badAddress");
        } else if (!limits.permits(PER_VISITOR, request.getRemoteAddr())) {
            response.sendRedirect("/login?tooMany");
        } else if (!permits(request.getRemoteAddr(), address.get())) {
            response.sendRedirect("/login?alreadySent");
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean permits(String visitor, EmailAddress address) {
        return limits.permits(PER_VISITOR_AND_ADDRESS, visitor + '|' + address)
                && limits.permits(PER_ADDRESS, address.value());
    }
}
