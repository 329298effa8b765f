package org.cairn.skills.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StarterTest {
    private static final Taxonomy STARTER = Starter.taxonomy();

    @Test
    void two_dozen_occupations_ask_for_skills_that_are_all_there() {
        assertThat(STARTER.occupations()).hasSizeBetween(20, 35);
        assertThat(STARTER.skills()).hasSizeBetween(300, 700);
        assertThat(STARTER.occupations()).allSatisfy(occupation -> {
            assertThat(STARTER.asks(occupation.uri())).hasSizeGreaterThan(7);
            assertThat(STARTER.asks(occupation.uri()))
                    .allMatch(asked -> STARTER.skill(asked.skill()).isPresent());
        });
    }

    @Test
    void every_occupation_has_its_name_in_spanish_and_arabic() {
        assertThat(STARTER.occupations())
                .allMatch(occupation -> occupation.words().keySet().containsAll(java.util.Set.of("en", "es", "ar")));
        assertThat(STARTER.skills().stream()
                        .filter(skill ->
                                skill.words().containsKey("es") && skill.words().containsKey("ar")))
                .hasSizeGreaterThan(120);
    }

    @Test
    void a_clerk_and_a_data_analyst_are_found_by_other_names() {
        var occupations = SkillSearch.of(STARTER.occupations(), "en");

        assertThat(occupations.find("data warehouse analyst", 1).getFirst().label())
                .isEqualTo("data analyst");
        assertThat(occupations.find("warehouse", 5))
                .extracting(SkillSearch.Hit::label)
                .contains("warehouse worker");
    }
}
