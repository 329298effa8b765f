package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Opens a session for somebody whose right to it was proved otherwise than by a sign-in link, as by the letter or the
/// sheet with which she claims. Whoever calls this vouches for that proof. Does what the sign-in filter does: a new
/// session id and a new request token, so that nothing planted before the sign-in is worth anything after it.
@Component
public class Entrance {
    private final ChangeSessionIdAuthenticationStrategy freshSession = new ChangeSessionIdAuthenticationStrategy();
    private final CsrfAuthenticationStrategy freshToken =
            new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository());
    private final HttpSessionSecurityContextRepository store = new HttpSessionSecurityContextRepository();
    private final People people;

    Entrance(People people) {
        this.people = people;
    }

    public void admit(Person person, HttpServletRequest request, HttpServletResponse response) {
        var principal = people.principal(person);
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(principal, "", principal.getAuthorities());
        freshSession.onAuthentication(authentication, request, response);
        freshToken.onAuthentication(authentication, request, response);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        store.saveContext(context, request, response);
    }
}
