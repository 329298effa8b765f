package org.cairn.server.navigate;

import java.time.LocalDate;
import org.cairn.skills.gap.Level;
import org.cairn.skills.taxonomy.ConceptUri;

/// What a person says of one skill of hers.
///
/// @param accepted false for what was found in a text and is not true of her: it is not offered again
/// @param words that are the evidence, as she wrote them
record OwnSkill(ConceptUri skill, Origin origin, boolean accepted, Level level, String words, LocalDate notedOn) {
    static final int LONGEST_WORDS = 300;

    enum Origin {
        /// She named it.
        TOLD,
        /// It was found in a text of hers, and she decided about it.
        TEXT
    }
}
