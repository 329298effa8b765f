package org.cairn.server.market;

import java.util.List;
import org.cairn.server.taxonomy.TextToSkills;
import org.springframework.stereotype.Component;

/// Finds skills with the taxonomy's finder, one for the whole server. Thread-safe.
@Component
class TaxonomySkills implements PostingSkills {
    private final TextToSkills skills;

    TaxonomySkills(TextToSkills skills) {
        this.skills = skills;
    }

    /// Asking begins the preparation, so that what waits is read once it is done.
    @Override
    public boolean ready() {
        return skills.find("", "en") instanceof TextToSkills.Answer.Found;
    }

    @Override
    public List<Found> find(String text, String language) {
        // Who says nothing mostly writes English, which is read best.
        return switch (skills.find(text, language.isEmpty() ? "en" : language)) {
            case TextToSkills.Answer.Found(var found, var _) ->
                found.stream()
                        .map(one -> new Found(one.skill(), one.confidence()))
                        .toList();
            case TextToSkills.Answer.Preparing _, TextToSkills.Answer.Absent _ ->
                throw new IllegalStateException("Finding skills is not ready; the chunk is tried again later.");
        };
    }
}
