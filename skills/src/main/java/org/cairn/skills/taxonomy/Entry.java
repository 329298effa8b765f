package org.cairn.skills.taxonomy;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// One row of a taxonomy's distribution. What has names carries them for the language of the file it was read
/// from; the
/// same skill comes again with the file of another language.
public sealed interface Entry {

    /// What has an identifier and names. `words` is keyed by BCP 47 language tag.
    sealed interface Concept extends Entry {
        ConceptUri uri();

        Map<String, Words> words();

        /// The words in the language asked for, else in English, else in the first language by its tag.
        default Words in(String language) {
            return Stream.concat(
                            Stream.of(language, "en"), words().keySet().stream().sorted())
                    .filter(words()::containsKey)
                    .map(words()::get)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// Whether a skill is something known, something done, an ability one brings, or a tool or technology.
    enum Kind {
        KNOWLEDGE,
        SKILL,
        ABILITY,
        TOOL
    }

    /// How widely a skill can be used: ESCO's reuse level. `UNKNOWN` for taxonomies that do not say.
    enum Reuse {
        TRANSVERSAL,
        CROSS_SECTOR,
        SECTOR,
        OCCUPATION,
        UNKNOWN
    }

    record Skill(ConceptUri uri, Kind kind, Reuse reuse, Map<String, Words> words) implements Concept {
        public Skill {
            words = named(words);
        }
    }

    /// An occupation with the code of its group: ISCO-08 for ESCO, the SOC code for O\*NET.
    record Occupation(ConceptUri uri, String code, Map<String, Words> words) implements Concept {
        public Occupation {
            words = named(words);
        }
    }

    /// A group of skills or of occupations, such as a field of ISCED-F or a unit group of ISCO-08. The code may
    /// be
    /// empty.
    record Group(ConceptUri uri, String code, Map<String, Words> words) implements Concept {
        public Group {
            words = named(words);
        }
    }

    /// `narrower` lies directly below `broader`.
    record Broader(ConceptUri narrower, ConceptUri broader) implements Entry {}

    /// What an occupation asks for. `importance` and `level` are on scales from 0 to 1 and absent where the
    /// publisher
    /// does not rate them, as ESCO does not.
    record OccupationSkill(
            ConceptUri occupation, ConceptUri skill, boolean essential, OptionalDouble importance, OptionalDouble level)
            implements Entry {}

    /// `skill` builds on `related`: it must be there (`essential`) or helps.
    record SkillRelation(ConceptUri skill, ConceptUri related, boolean essential) implements Entry {}

    private static Map<String, Words> named(Map<String, Words> words) {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a concept needs words in at least one language");
        }
        return Map.copyOf(words);
    }
}
