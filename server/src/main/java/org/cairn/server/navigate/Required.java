package org.cairn.server.navigate;

import java.util.Map;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.skills.gap.Level;
import org.cairn.skills.taxonomy.ConceptUri;

/// What a spec asks of whoever begins.
final class Required {
    private Required() {}

    static Map<ConceptUri, Level> of(SpecContent content) {
        return Map.of();
    }
}
