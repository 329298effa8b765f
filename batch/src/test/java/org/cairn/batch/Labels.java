package org.cairn.batch;

import java.util.Collection;
import java.util.List;
import org.cairn.skills.demand.SamplePostings;
import org.cairn.skills.taxonomy.ConceptUri;

/// Finds the invented skills where their labels stand. The "folder" it is opened from is the samples' seed.
final class Labels implements SkillFinder {
    private final List<SamplePostings.Asks> skills;

    private Labels(List<SamplePostings.Asks> skills) {
        this.skills = skills;
    }

    static SkillFinder open(String seed) {
        return new Labels(SamplePostings.invented(Long.parseLong(seed)).skills());
    }

    @Override
    public Collection<ConceptUri> find(String text, String language) {
        return skills.stream()
                .filter(asks -> text.contains(asks.label()))
                .map(SamplePostings.Asks::skill)
                .toList();
    }
}
