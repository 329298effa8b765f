package org.cairn.server.publish;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Texts by language as the European Learning Model takes them: under two letters, without region or script.
final class ElmTexts {
    private final Losses losses;

    ElmTexts(Losses losses) {
        this.losses = losses;
    }

    /// @param path where they stand in the version, for what gets lost
    Map<String, List<String>> of(String path, Map<String, String> texts) {
        var taken = new LinkedHashMap<String, List<String>>();
        texts.forEach((tag, text) -> {
            var language = tag.split("-", 2)[0];
            if (language.length() != 2 || taken.containsKey(language)) {
                losses.lost(path + "." + tag, "the model has one text for a language, under its two letters");
            } else {
                taken.put(language, List.of(text));
            }
        });
        return taken;
    }

    /// The same as a note.
    Optional<Node> note(String path, Map<String, String> texts) {
        var words = of(path, texts);
        return words.isEmpty() ? Optional.empty() : Optional.of(Elm.node("Note").put("noteLiteral", words));
    }
}
