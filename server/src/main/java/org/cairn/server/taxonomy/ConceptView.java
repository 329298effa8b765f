package org.cairn.server.taxonomy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cairn.skills.taxonomy.ConceptUri;

/// A skill, an occupation or a group as its page shows it, in one language.
///
/// @param kind part of a message key: `KNOWLEDGE`, `SKILL`, `ABILITY`, `TOOL`, `OCCUPATION` or `GROUP`
/// @param reuse part of a message key; empty where nothing is known
/// @param narrower at most so many as a page can show
/// @param askedBy occupations that ask for a skill
record ConceptView(
        String uri,
        String kind,
        String reuse,
        String code,
        String label,
        String description,
        List<String> alternatives,
        List<Link> broader,
        List<Link> narrower,
        List<Link> essential,
        List<Link> optional,
        List<Link> askedBy) {

    /// Another concept's page.
    ///
    /// @param importance and level from 0 to 1 in words; empty where not rated
    record Link(String href, String label, String importance) {
        static String href(ConceptUri uri) {
            return "/skills/concept?uri=" + URLEncoder.encode(uri.value(), StandardCharsets.UTF_8);
        }
    }
}
