package org.cairn.server.navigate;

import java.util.List;
import java.util.Locale;
import org.cairn.server.taxonomy.Concept;
import org.cairn.server.taxonomy.Taxonomies;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// The search for a skill or an occupation that stands on several pages. Thread-safe.
@Component
class ConceptSearch {
    private static final int MOST_FOUND = 12;
    private static final int LONGEST = 100;

    private final Taxonomies taxonomies;

    ConceptSearch(Taxonomies taxonomies) {
        this.taxonomies = taxonomies;
    }

    /// Fills `q` and `found`; nothing is found for a blank search.
    void show(String q, Concept.Kind kind, Model model, Locale locale) {
        var search = q.length() > LONGEST ? q.substring(0, LONGEST) : q;
        model.addAttribute("q", search);
        model.addAttribute(
                "found",
                search.isBlank() ? List.of() : taxonomies.search(search, locale.getLanguage(), kind, MOST_FOUND));
    }
}
