package org.cairn.skills.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSkillsTest {
    private static final String CV = """
            Ana Sol
            • I used Excel for ten years. Then I learnt welding.
            • Teamwork
            • More welding at sea
            """;

    @TempDir
    static Path cache;

    private static SkillMatcher matcher;

    @BeforeAll
    static void open() throws Exception {
        matcher = SkillMatcher.open(AFewSkills.taxonomy(), cache, Progress.none());
    }

    @AfterAll
    static void close() {
        matcher.close();
    }

    @Test
    void finds_what_a_document_mentions_once_with_every_place() throws Exception {
        List<FoundSkill> found = new TextSkills(matcher, 0.02).find(CV, "en");

        FoundSkill welding = found.stream()
                .filter(skill -> skill.skill().equals(AFewSkills.WELDING))
                .findFirst()
                .orElseThrow();
        assertThat(welding.means()).isEqualTo(Means.HYBRID);
        assertThat(welding.evidence())
                .extracting(span -> span.of(CV))
                .filteredOn(words -> words.contains("welding"))
                .hasSize(2);
        assertThat(found).extracting(FoundSkill::skill).contains(AFewSkills.TEAMS, AFewSkills.SPREADSHEETS);
    }

    @Test
    void says_that_spanish_was_read_by_words() throws Exception {
        assertThat(new TextSkills(matcher, 0.02).find("Sé trabajar en equipo.", "es"))
                .extracting(FoundSkill::means)
                .containsOnly(Means.LEXICAL);
    }

    @Test
    void an_empty_text_mentions_nothing() throws Exception {
        assertThat(new TextSkills(matcher).find(" \n\n", "en")).isEmpty();
    }

    @Test
    void refuses_a_text_without_end() {
        assertThatThrownBy(() -> new TextSkills(matcher).find("a".repeat(TextSkills.LONGEST + 1), "en"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
