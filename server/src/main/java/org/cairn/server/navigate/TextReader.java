package org.cairn.server.navigate;

import java.util.List;
import java.util.Locale;
import org.cairn.server.taxonomy.TextToSkills;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.skills.match.FoundSkill;
import org.cairn.skills.match.Means;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Component;

/// Finds skills in a text of a person with the taxonomy's finder. The text goes nowhere else. Thread-safe.
@Component
class TextReader {
    static final int LONGEST = 50_000;

    private final TextToSkills skills;

    TextReader(TextToSkills skills) {
        this.skills = skills;
    }

    sealed interface Reading {
        /// @param lexical whether the language has no model, so that only the taxonomy's own words were looked for
        record Done(List<Found> found, boolean lexical) implements Reading {
            public Done {
                found = List.copyOf(found);
            }
        }

        /// It cannot be done yet.
        record Preparing(int percent) implements Reading {}
    }

    /// @param words of the text that are the evidence
    record Found(ConceptUri skill, String label, String words, double confidence) {}

    /// @throws InputException when the text is empty or too long, or texts cannot be read here
    Reading read(String text, Locale locale) {
        if (text.isBlank()) {
            throw new InputException(Fault.of("text", "navigate.text.empty"));
        }
        if (text.length() > LONGEST) {
            throw new InputException(Fault.of("text", "navigate.text.long", LONGEST));
        }
        return switch (skills.find(text, locale.getLanguage())) {
            case TextToSkills.Answer.Found(var found, var means) ->
                new Reading.Done(found.stream().map(one -> found(one, text)).toList(), means == Means.LEXICAL);
            case TextToSkills.Answer.Preparing(var percent) -> new Reading.Preparing(percent);
            case TextToSkills.Answer.Absent _ -> throw new InputException(Fault.of("text", "navigate.text.absent"));
        };
    }

    private static Found found(FoundSkill one, String text) {
        var words = one.evidence().stream()
                .findFirst()
                .map(span -> text.substring(span.start(), span.end()).strip())
                .orElse("");
        var kept = words.length() > OwnSkill.LONGEST_WORDS ? words.substring(0, OwnSkill.LONGEST_WORDS) : words;
        return new Found(one.skill(), one.label(), kept, one.confidence());
    }
}
