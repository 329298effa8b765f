package org.cairn.skills.gap;

import java.time.LocalDate;
import org.cairn.skills.taxonomy.ConceptUri;

/// One reason to believe that somebody has a skill.
///
/// @param on when it was shown, claimed or found
/// @param source in words for its owner: the title of the credential, the words of the text
public record Evidence(ConceptUri skill, Level level, Strength strength, LocalDate on, String source) {

    /// From the strongest down.
    public enum Strength {
        /// From a credential that verifies today.
        VERIFIED,
        /// Claimed by the person herself: work, a course without a credential.
        CLAIMED,
        /// Found in a text about her, and not denied by her.
        MENTIONED
    }
}
