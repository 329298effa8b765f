package org.cairn.server.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.cairn.server.operate.CairnSettings;
import org.cairn.server.operate.Post;
import org.springframework.context.MessageSource;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.web.authentication.ott.OneTimeTokenGenerationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// Mails the one-time link. Who asks learns nothing about whether the address is known.
@Component
class SignInLetters implements OneTimeTokenGenerationSuccessHandler {
    private final Post post;
    private final CairnSettings settings;
    private final MessageSource messages;
    private final LocaleResolver locales;

    SignInLetters(Post post, CairnSettings settings, MessageSource messages, LocaleResolver locales) {
        this.post = post;
        this.settings = settings;
        this.messages = messages;
        this.locales = locales;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, OneTimeToken token)
            throws IOException {
        var locale = locales.resolveLocale(request);
        var link = settings.address("/login/ott?token=" + token.getTokenValue());
        post.send(new Post.Letter(
                token.getUsername(),
                messages.getMessage("identity.letter.signIn.subject", null, locale),
                messages.getMessage(
                        "identity.letter.signIn.text",
                        new Object[] {link.toString(), OneTimeLinks.LIFETIME.toMinutes()},
                        locale),
                "sign-in"));
        response.sendRedirect("/login/sent");
    }
}
