package org.cairn.server.navigate;

import java.util.List;
import java.util.Locale;
import org.cairn.skills.taxonomy.ConceptUri;

/// Finds skills in a text of a person.
interface TextReader {
    /// @throws org.cairn.server.web.InputException when the text is empty or too long
    Reading read(String text, Locale locale);

    sealed interface Reading {
        /// @param lexical whether the language has no model, so that only the taxonomy's own words were looked for
        record Done(List<Found> found, boolean lexical) implements Reading {
            public Done {
                found = List.copyOf(found);
            }
        }

        /// It cannot be done yet.
        record Preparing(int percent) implements Reading {}
    }

    /// @param words of the text that are the evidence
    record Found(ConceptUri skill, String label, String words, double confidence) {}
}
