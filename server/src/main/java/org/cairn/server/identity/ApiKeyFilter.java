package org.cairn.server.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.cairn.server.web.ProblemAnswers;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/// `Authorization: Bearer cairn_…` on REST calls: a key of an organisation or of a person.
final class ApiKeyFilter extends OncePerRequestFilter {
    /// What a key of an organisation makes of the caller; a key of a person makes her [SignedIn#ROLE].
    static final String PROGRAM = "PROGRAM";

    private static final String SCHEME = "Bearer ";

    private final ApiKeys keys;
    private final PersonalKeys personal;

    ApiKeyFilter(ApiKeys keys, PersonalKeys personal) {
        this.keys = keys;
        this.personal = personal;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            holder(header.substring(SCHEME.length()).strip()).ifPresent(ApiKeyFilter::remember);
        }
        chain.doFilter(request, response);
    }

    private Optional<Authentication> holder(String presented) {
        return keys.authenticate(presented)
                .<Authentication>map(acting -> new UsernamePasswordAuthenticationToken(
                        acting, "", List.of(new SimpleGrantedAuthority("ROLE_" + PROGRAM))))
                .or(() -> personal.authenticate(presented)
                        .map(me -> new UsernamePasswordAuthenticationToken(me, "", me.getAuthorities())));
    }

    private static void remember(Authentication holder) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(holder);
        SecurityContextHolder.setContext(context);
    }

    static AccessDeniedHandler forbidden(ProblemAnswers answers) {
        return (request, response, e) -> answers.write(HttpStatus.FORBIDDEN, request, response);
    }

    static AuthenticationEntryPoint unauthorised(ProblemAnswers answers) {
        return (request, response, e) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            answers.write(HttpStatus.UNAUTHORIZED, request, response);
        };
    }
}
