package org.cairn.skills.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cairn.skills.taxonomy.Entry;
import org.cairn.skills.taxonomy.Taxonomy;
import org.cairn.skills.taxonomy.Words;

/// Every name of every skill in one language, numbered: a skill's label first, its other names behind it. A
/// skill without words in that language comes with those of another. Immutable.
final class Names {
    private final List<Entry.Skill> skills;
    private final String language;
    private final String[] texts;
    private final int[] skillOf;
    private final int[] firstOf;

    private Names(String language, List<Entry.Skill> skills) {
        this.language = language;
        this.skills = skills;
        this.firstOf = new int[skills.size() + 1];
        List<String> all = new ArrayList<>();
        for (int skill = 0; skill < skills.size(); skill++) {
            firstOf[skill] = all.size();
            all.addAll(namesOf(skills.get(skill).in(language)));
        }
        firstOf[skills.size()] = all.size();
        texts = all.toArray(String[]::new);
        skillOf = new int[texts.length];
        for (int skill = 0; skill < skills.size(); skill++) {
            Arrays.fill(skillOf, firstOf[skill], firstOf[skill + 1], skill);
        }
    }

    static Names of(Taxonomy taxonomy, String language) {
        return new Names(language, List.copyOf(taxonomy.skills()));
    }

    private static List<String> namesOf(Words words) {
        List<String> names = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        names.add(words.label());
        seen.add(words.label().toLowerCase(Locale.ROOT));
        for (String other : words.alternatives()) {
            if (!other.isBlank() && seen.add(other.toLowerCase(Locale.ROOT))) {
                names.add(other);
            }
        }
        return names;
    }

    /// How many names.
    int size() {
        return texts.length;
    }

    int skillCount() {
        return skills.size();
    }

    Entry.Skill skill(int skill) {
        return skills.get(skill);
    }

    String text(int name) {
        return texts[name];
    }

    int skillOf(int name) {
        return skillOf[name];
    }

    /// The number of the label of a skill; its other names follow up to [#endOf].
    int labelOf(int skill) {
        return firstOf[skill];
    }

    int endOf(int skill) {
        return firstOf[skill + 1];
    }

    boolean isLabel(int name) {
        return firstOf[skillOf[name]] == name;
    }

    String label(int skill) {
        return texts[firstOf[skill]];
    }

    String language() {
        return language;
    }
}
