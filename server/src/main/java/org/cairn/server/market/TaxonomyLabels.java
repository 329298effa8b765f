package org.cairn.server.market;

import java.util.Collection;
import java.util.Map;
import org.cairn.server.taxonomy.Taxonomies;
import org.cairn.skills.taxonomy.ConceptUri;
import org.springframework.stereotype.Component;

/// Skills are called what the taxonomies call them.
@Component
class TaxonomyLabels implements SkillLabels {
    private final Taxonomies taxonomies;

    TaxonomyLabels(Taxonomies taxonomies) {
        this.taxonomies = taxonomies;
    }

    @Override
    public Map<ConceptUri, String> labels(Collection<ConceptUri> skills, String language) {
        return taxonomies.labels(skills, language);
    }
}
