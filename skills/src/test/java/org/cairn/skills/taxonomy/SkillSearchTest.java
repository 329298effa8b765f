package org.cairn.skills.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SkillSearchTest {
    private static final SkillSearch ENGLISH = search("en");

    private static SkillSearch search(String language) {
        return SkillSearch.of(
                List.of(
                        skill("1", Map.of("en", words("data analysis", "analysing of data"))),
                        skill("2", Map.of("en", words("perform data analysis", "data analysis performing"))),
                        skill("3", Map.of("en", words("manage database", "database management"))),
                        skill("4", Map.of("en", words("C++", "C plus plus"))),
                        skill(
                                "5",
                                Map.of(
                                        "en", words("supervise pharmacy"),
                                        "es", words("gestión de la información"),
                                        "ar", words("إدارة المكتبة")))),
                language);
    }

    private static Entry.Skill skill(String id, Map<String, Words> words) {
        return new Entry.Skill(new ConceptUri("urn:skill:" + id), Entry.Kind.SKILL, Entry.Reuse.UNKNOWN, words);
    }

    private static Words words(String label, String... others) {
        return new Words(label, List.of(others), "");
    }

    private static Stream<String> labels(List<SkillSearch.Hit> hits) {
        return hits.stream().map(SkillSearch.Hit::label);
    }

    @Test
    void the_very_name_comes_before_names_that_only_hold_its_words() {
        assertThat(labels(ENGLISH.find("data analysis", 5))).containsExactly("data analysis", "perform data analysis");
    }

    @Test
    void each_word_may_be_the_beginning_of_any_word() {
        assertThat(labels(ENGLISH.find("dat man", 5))).containsExactly("manage database");
    }

    @Test
    void an_alternative_name_finds_the_concept_and_is_told() {
        var hit = ENGLISH.find("database management", 1).getFirst();

        assertThat(hit.label()).isEqualTo("manage database");
        assertThat(hit.name()).isEqualTo("database management");
    }

    @Test
    void a_letter_missing_or_swapped_is_forgiven() {
        assertThat(labels(ENGLISH.find("anlysis", 5))).startsWith("data analysis");
        assertThat(labels(ENGLISH.find("pharmcay", 5))).containsExactly("supervise pharmacy");
    }

    @Test
    void case_accents_and_alike_letters_do_not_matter() {
        assertThat(labels(search("es").find("GESTION información", 5))).containsExactly("gestión de la información");
        assertThat(labels(search("ar").find("ادارة", 5))).containsExactly("إدارة المكتبة");
    }

    @Test
    void what_has_no_name_in_the_language_is_found_by_its_english_one() {
        assertThat(labels(search("es").find("data analysis", 5))).contains("data analysis");
    }

    @Test
    void signs_that_are_part_of_a_name_count() {
        assertThat(labels(ENGLISH.find("c++", 5))).containsExactly("C++");
    }

    @Test
    void nothing_is_found_for_nothing() {
        assertThat(ENGLISH.find("  ", 5)).isEmpty();
        assertThat(ENGLISH.find("!?", 5)).isEmpty();
        assertThat(ENGLISH.find("data", 0)).isEmpty();
    }
}
