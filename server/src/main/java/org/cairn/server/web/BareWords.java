package org.cairn.server.web;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// A page without the frame, in every language at once.
@Component
class BareWords {
    private final MessageSource messages;

    BareWords(MessageSource messages) {
        this.messages = messages;
    }

    String page() {
        return Languages.ALL.stream()
                .map(language -> "<p lang=\"%s\" dir=\"%s\">%s <a href=\"/\">%s</a></p>"
                        .formatted(
                                language.toLanguageTag(),
                                Languages.direction(language),
                                words("web.bare.refused", language),
                                words("web.bare.home", language)))
                .collect(Collectors.joining(
                        "\n",
                        "<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Cairn</title><body><main>\n",
                        "\n</main></body></html>\n"));
    }

    private String words(String key, Locale language) {
        return HtmlUtils.htmlEscape(messages.getMessage(key, null, language), "UTF-8");
    }
}
