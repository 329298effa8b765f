package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/// Keeps what a browser session knows of its person in step with the database.
@Component
class Sessions {
    private final HttpSessionSecurityContextRepository store = new HttpSessionSecurityContextRepository();

    /// The session goes on under the new name, with the same authorities as before.
    void rename(SignedIn me, String name, HttpServletRequest request, HttpServletResponse response) {
        var before = SecurityContextHolder.getContext().getAuthentication();
        var authorities = before == null ? me.getAuthorities() : before.getAuthorities();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(me.person(), name, me.getUsername()), "", authorities));
        SecurityContextHolder.setContext(context);
        store.saveContext(context, request, response);
    }
}
