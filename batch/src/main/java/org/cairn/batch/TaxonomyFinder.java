package org.cairn.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cairn.skills.demand.Tally;
import org.cairn.skills.match.Progress;
import org.cairn.skills.match.SkillMatcher;
import org.cairn.skills.match.TextSkills;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Taxonomy;
import org.cairn.skills.taxonomy.TaxonomyException;

/// The library's matcher over ESCO: the same that the server uses, with the same limit.
final class TaxonomyFinder implements SkillFinder {
    private final TextSkills texts;

    private TaxonomyFinder(TextSkills texts) {
        this.texts = texts;
    }

    /// @param cache the folder in which each machine keeps what it learnt of the names from one start to the next
    static SkillFinder open(String taxonomy, String cache) throws IOException, InterruptedException {
        try {
            SkillMatcher matcher = SkillMatcher.open(Taxonomy.esco(Path.of(taxonomy)), Path.of(cache), Progress.none());
            return new TaxonomyFinder(new TextSkills(matcher, Tally.CONFIDENCE));
        } catch (TaxonomyException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public List<ConceptUri> find(String text, String language) {
        try {
            // Who says nothing mostly writes English, which the matcher reads best.
            return texts.find(text, language.isEmpty() ? "en" : language).stream()
                    .map(found -> found.skill())
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while skills were looked for", e);
        }
    }
}
