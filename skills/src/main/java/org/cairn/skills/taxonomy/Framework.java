package org.cairn.skills.taxonomy;

import java.time.Instant;
import java.util.List;

/// The skills of one organisation, as it words them itself: what [CasePackage] and [RichSkills] read and write.
///
/// @param creator who made it; may be empty
/// @param language of its texts, BCP 47
/// @param links between its skills
public record Framework(
        ConceptUri uri,
        String title,
        String creator,
        String language,
        Instant changedAt,
        List<Item> items,
        List<Link> links) {
    /// More than any organisation words itself; beyond that it is a taxonomy.
    public static final int MOST_ITEMS = 10_000;

    private static final int LONGEST = 10_000;

    /// @throws IllegalArgumentException without a title, with too many skills, or with two of the same URI
    public Framework {
        title = text(title);
        if (title.isBlank()) {
            throw new IllegalArgumentException("a framework needs a title");
        }
        creator = text(creator);
        items = List.copyOf(items);
        links = List.copyOf(links);
        if (items.size() > MOST_ITEMS || links.size() > 5 * MOST_ITEMS) {
            throw new IllegalArgumentException("more than " + MOST_ITEMS + " skills, or five times as many links");
        }
        if (items.stream().map(Item::uri).distinct().count() < items.size()) {
            throw new IllegalArgumentException("two skills have the same URI");
        }
    }

    /// One skill.
    ///
    /// @param code by which people refer to it; may be empty
    /// @param name in a few words; may be empty
    /// @param statement the whole sentence: who has the skill can do what, where
    /// @param alignments skills elsewhere that mean the same
    public record Item(
            ConceptUri uri,
            String code,
            String name,
            String statement,
            List<String> keywords,
            List<Alignment> alignments) {
        public Item {
            code = text(code);
            name = text(name);
            statement = text(statement);
            if (statement.isBlank()) {
                throw new IllegalArgumentException("a skill needs a statement");
            }
            keywords = keywords.stream()
                    .map(Framework::text)
                    .filter(word -> !word.isEmpty())
                    .toList();
            alignments = List.copyOf(alignments);
            if (keywords.size() > 200 || alignments.size() > 200) {
                throw new IllegalArgumentException("a skill with more than 200 keywords or alignments");
            }
        }

        /// What to call it in a list.
        public String label() {
            return name.isEmpty() ? statement : name;
        }
    }

    /// A skill of another framework that means the same.
    ///
    /// @param framework its name, as `ESCO`; may be empty
    public record Alignment(ConceptUri uri, String name, String framework) {
        public Alignment {
            name = text(name);
            framework = text(framework);
        }
    }

    /// How one skill of the framework stands to another.
    public record Link(ConceptUri from, Relation relation, ConceptUri to) {}

    /// What CASE calls them.
    public enum Relation {
        IS_CHILD_OF("isChildOf"),
        IS_PART_OF("isPartOf"),
        IS_PEER_OF("isPeerOf"),
        IS_RELATED_TO("isRelatedTo"),
        PRECEDES("precedes"),
        REPLACED_BY("replacedBy"),
        EXACT_MATCH_OF("exactMatchOf"),
        EXEMPLAR("exemplar"),
        IS_TRANSLATION_OF("isTranslationOf"),
        HAS_SKILL_LEVEL("hasSkillLevel");

        private final String term;

        Relation(String term) {
            this.term = term;
        }

        public String term() {
            return term;
        }
    }

    private static String text(String text) {
        String kept = text.strip();
        if (kept.length() > LONGEST) {
            throw new IllegalArgumentException("a text longer than " + LONGEST + " characters");
        }
        if (kept.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a character that no text has (U+0000)");
        }
        return kept;
    }
}
