package org.cairn.server.navigate;

import java.util.Locale;
import org.cairn.server.taxonomy.TextToSkills;
import org.cairn.server.web.InputException;
import org.cairn.server.web.InputException.Fault;
import org.cairn.skills.match.FoundSkill;
import org.cairn.skills.match.Means;
import org.springframework.stereotype.Component;

/// Reads texts with the taxonomy's finder. The text goes nowhere else. Thread-safe.
@Component
class TaxonomyTexts implements TextReader {
    static final int LONGEST = 50_000;

    private final TextToSkills skills;

    TaxonomyTexts(TextToSkills skills) {
        this.skills = skills;
    }

    @Override
    public Reading read(String text, Locale locale) {
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
