package org.cairn.server.verify;

import java.util.Locale;
import org.cairn.credential.verify.Finding;
import org.cairn.server.web.Text;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Findings as sentences of the reader's language.
@Component
class Wording {
    private final MessageSource messages;

    Wording(MessageSource messages) {
        this.messages = messages;
    }

    String plain(Finding finding, Locale locale) {
        return text("verify.finding." + finding.code(), locale, finding.args().toArray());
    }

    /// For pages: what comes from the credential is set apart, so that it cannot turn the sentence's direction.
    String isolated(Finding finding, Locale locale) {
        var args = finding.args().stream().map(Text::isolated).toArray();
        return text("verify.finding." + finding.code(), locale, args);
    }

    String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
