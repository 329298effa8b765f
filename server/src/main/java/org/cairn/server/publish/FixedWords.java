package org.cairn.server.publish;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cairn.server.web.Languages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Words that stand in documents beside those of the catalogue: the same in all languages of the house.
@Component
class FixedWords {
    private final MessageSource messages;

    FixedWords(MessageSource messages) {
        this.messages = messages;
    }

    /// By language tag.
    Map<String, String> of(String key, Object... args) {
        var words = new LinkedHashMap<String, String>();
        Languages.ALL.forEach(l -> words.put(l.toLanguageTag(), messages.getMessage(key, args, l)));
        return words;
    }

    static Map<String, String> country(String code) {
        var words = new LinkedHashMap<String, String>();
        Languages.ALL.forEach(
                l -> words.put(l.toLanguageTag(), Locale.of("", code).getDisplayCountry(l)));
        return words;
    }
}
