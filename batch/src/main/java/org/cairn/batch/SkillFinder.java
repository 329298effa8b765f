package org.cairn.batch;

import java.io.IOException;
import java.io.Serializable;
import java.util.Collection;
import org.cairn.skills.taxonomy.ConceptUri;

/// Finds the skills that a posting asks for. Used by all threads of an executor.
public interface SkillFinder {
    /// @param language BCP 47 tag; may be empty
    Collection<ConceptUri> find(String text, String language);

    /// Opens a finder from a folder that every machine sees. Travels to the executors, each of which opens one.
    @FunctionalInterface
    interface Source extends Serializable {
        SkillFinder open(String taxonomy) throws IOException, InterruptedException;
    }
}
