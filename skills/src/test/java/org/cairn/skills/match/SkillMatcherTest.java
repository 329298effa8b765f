package org.cairn.skills.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cairn.skills.taxonomy.ConceptUri;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkillMatcherTest {
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

    private static List<ConceptUri> skills(String sentence, String language) {
        return matcher.match(sentence, language, 2).stream()
                .map(SkillMatch::skill)
                .toList();
    }

    @Test
    void finds_a_skill_by_its_name_without_the_qualifier() {
        assertThat(skills("three years of java", "en")).startsWith(AFewSkills.JAVA);
    }

    @Test
    void finds_a_skill_that_is_put_in_other_words() {
        assertThat(skills("you collaborate well with your colleagues", "en")).startsWith(AFewSkills.TEAMS);
    }

    @Test
    void finds_a_name_of_signs() {
        assertThat(skills("we write C++ every day", "en")).startsWith(AFewSkills.C_PLUS);
    }

    @Test
    void shows_the_words_that_speak_for_a_skill() {
        String sentence = "Our fitters learn welding, and they like it.";

        SkillMatch best = matcher.match(sentence, "en", 1).getFirst();

        assertThat(best.skill()).isEqualTo(AFewSkills.WELDING);
        assertThat(best.evidence().of(sentence)).contains("welding");
        assertThat(best.score()).isBetween(0.0, 1.0);
    }

    @Test
    void reads_a_language_without_a_model_by_its_words_and_says_so() {
        assertThat(matcher.means("es-MX")).isEqualTo(Means.LEXICAL);
        assertThat(matcher.means("en-GB")).isEqualTo(Means.HYBRID);
        assertThat(matcher.match("Nos gusta trabajar en equipos", "es", 1))
                .extracting(SkillMatch::label)
                .containsExactly("trabajar en equipo");
    }

    @Test
    void says_nothing_where_nothing_is_said() {
        assertThat(matcher.match("", "es", 3)).isEmpty();
        assertThat(matcher.match(" . ", "en", 3)).isEmpty();
    }

    @Test
    void many_at_once_are_what_each_would_be_alone() throws Exception {
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            sentences.add("welding ".repeat(i) + "and a team");
        }

        List<List<SkillMatch>> together = matcher.match(sentences, "en", 1);

        assertThat(together)
                .extracting(matches -> matches.getFirst().skill())
                .containsExactlyElementsOf(sentences.stream()
                        .map(sentence -> skills(sentence, "en").getFirst())
                        .toList());
    }

    @Test
    void refuses_a_book_for_a_sentence() {
        assertThatThrownBy(() -> matcher.match("a ".repeat(SkillMatcher.LONGEST), "en", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most");
    }

    @Test
    void a_damaged_file_of_vectors_is_made_anew(@TempDir Path other) throws Exception {
        SkillMatcher.open(AFewSkills.taxonomy(), other, Progress.none()).close();
        Path file = onlyFile(other);
        byte[] good = Files.readAllBytes(file);
        byte[] bad = good.clone();
        bad[good.length / 2] ^= 1;
        Files.write(file, bad);

        SkillMatcher.open(AFewSkills.taxonomy(), other, Progress.none()).close();

        assertThat(onlyFile(other)).hasBinaryContent(good);
    }

    @Test
    void vectors_that_were_kept_are_not_made_again() throws Exception {
        List<Long> told = new ArrayList<>();

        SkillMatcher.open(AFewSkills.taxonomy(), cache, (done, _) -> told.add(done))
                .close();

        assertThat(told).isEmpty();
    }

    private static Path onlyFile(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().getFirst();
        }
    }
}
