package org.cairn.server.market;

import java.util.List;
import org.cairn.skills.taxonomy.ConceptUri;

/// Finds the skills that a posting asks for. Implemented by whoever holds the taxonomies; without one, postings wait.
/// Thread-safe.
public interface PostingSkills {
    /// False while there is nothing to compare a text with.
    boolean ready();

    /// @param language BCP 47 tag; empty where nobody said
    List<Found> find(String text, String language);

    /// @param confidence how likely it is that the text asks for the skill, from 0 to 1
    record Found(ConceptUri skill, double confidence) {}
}
