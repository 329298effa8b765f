package org.cairn.server.market;

import java.util.Collection;
import java.util.Map;
import org.cairn.skills.taxonomy.ConceptUri;

/// What skills are called. Implemented by whoever holds the taxonomies. Thread-safe.
public interface SkillLabels {
    /// @param language BCP 47 tag
    /// @return a label in that or the next best language; unknown skills are left out
    Map<ConceptUri, String> labels(Collection<ConceptUri> skills, String language);
}
