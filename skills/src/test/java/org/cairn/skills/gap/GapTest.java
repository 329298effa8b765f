package org.cairn.skills.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.cairn.skills.gap.Evidence.Strength;
import org.cairn.skills.gap.Gap.Nearness;
import org.cairn.skills.gap.Gap.State;
import org.cairn.skills.gap.Goal.Because;
import org.cairn.skills.gap.Goal.Need;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Entry;
import org.cairn.skills.taxonomy.Scheme;
import org.cairn.skills.taxonomy.Taxonomy;
import org.cairn.skills.taxonomy.Words;
import org.junit.jupiter.api.Test;

class GapTest {
    private static final ConceptUri ANALYST = new ConceptUri("urn:o:analyst");
    private static final ConceptUri CLERK = new ConceptUri("urn:o:clerk");
    private static final ConceptUri SQL = new ConceptUri("urn:s:sql");
    private static final ConceptUri POSTGRES = new ConceptUri("urn:s:postgres");
    private static final ConceptUri CHARTS = new ConceptUri("urn:s:charts");
    private static final ConceptUri COUNT = new ConceptUri("urn:s:count");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private static final Taxonomy TAXONOMY = new Taxonomy.Builder(new Scheme("made", "1"))
            .add(skill(SQL))
            .add(skill(POSTGRES))
            .add(skill(CHARTS))
            .add(skill(COUNT))
            .add(new Entry.Broader(POSTGRES, SQL))
            .add(asks(ANALYST, SQL, true))
            .add(asks(ANALYST, CHARTS, false))
            .add(asks(CLERK, COUNT, true))
            .add(asks(CLERK, CHARTS, true))
            .build();

    @Test
    void an_essential_skill_of_any_occupation_outweighs_an_optional_one_and_all_reasons_stay() {
        Goal goal = Goal.ofOccupations(TAXONOMY, List.of(ANALYST, CLERK));

        assertThat(goal.needs()).extracting(Need::skill).containsExactly(CHARTS, COUNT, SQL);
        assertThat(goal.needs().getFirst().importance()).isEqualTo(1);
        assertThat(goal.needs().getFirst().because())
                .containsExactly(new Because.Optional(ANALYST), new Because.Essential(CLERK));
    }

    @Test
    void ratings_of_the_taxonomy_become_importance_and_level() {
        Taxonomy rated = new Taxonomy.Builder(new Scheme("rated", "1"))
                .add(new Entry.OccupationSkill(ANALYST, SQL, true, OptionalDouble.of(0.6), OptionalDouble.of(0.7)))
                .build();

        assertThat(Goal.ofOccupations(rated, List.of(ANALYST)).needs())
                .containsExactly(new Need(SQL, 0.6, Level.ADVANCED, List.of(new Because.Essential(ANALYST))));
    }

    @Test
    void a_lower_level_counts_in_part_and_says_what_speaks_for_it() {
        Goal goal = Goal.ofOccupations(TAXONOMY, List.of(ANALYST));
        SkillProfile profile = SkillProfile.of(List.of(has(SQL, Level.BASIC, Strength.VERIFIED)));

        Gap gap = Gap.between(profile, goal, TAXONOMY);

        assertThat(gap.lines().getFirst().state()).isEqualTo(State.PARTLY);
        assertThat(gap.lines().getFirst().share()).isEqualTo(0.5);
        assertThat(gap.lines().getFirst().support())
                .singleElement()
                .satisfies(support -> assertThat(support.evidence().source()).isEqualTo("a source"));
        assertThat(gap.lines().getLast().state()).isEqualTo(State.OPEN);
        assertThat(gap.covered()).isCloseTo(0.5 / 1.3, within(1e-9));
        assertThat(gap.open()).hasSize(2);
    }

    @Test
    void a_special_case_counts_one_level_lower_than_the_skill_itself() {
        Goal goal = Goal.ofOccupations(TAXONOMY, List.of(ANALYST));
        SkillProfile profile = SkillProfile.of(
                List.of(has(POSTGRES, Level.ADVANCED, Strength.CLAIMED), has(SQL, Level.BASIC, Strength.VERIFIED)));

        Gap.Line line = Gap.between(profile, goal, TAXONOMY).lines().getFirst();

        assertThat(line.state()).isEqualTo(State.MET);
        assertThat(line.support()).extracting(Gap.Support::nearness).containsExactly(Nearness.NARROWER, Nearness.SAME);
    }

    @Test
    void only_what_is_verified_can_be_made_to_count() {
        SkillProfile profile = SkillProfile.of(
                List.of(has(SQL, Level.EXPERT, Strength.MENTIONED), has(SQL, Level.WORKING, Strength.VERIFIED)));

        assertThat(profile.best(SQL).map(Evidence::level)).contains(Level.EXPERT);
        assertThat(profile.only(evidence -> evidence.strength() == Strength.VERIFIED)
                        .best(SQL)
                        .map(Evidence::level))
                .contains(Level.WORKING);
    }

    @Test
    void a_goal_without_needs_is_reached_and_nonsense_is_refused() {
        Gap gap = Gap.between(SkillProfile.of(List.of()), new Goal(List.of()), TAXONOMY);

        assertThat(gap.covered()).isEqualTo(1);
        assertThatThrownBy(() -> new Need(SQL, 0, Level.BASIC, List.of())).isInstanceOf(IllegalArgumentException.class);
        Need once = new Need(SQL, 1, Level.BASIC, List.of());
        assertThatThrownBy(() -> new Goal(List.of(once, once))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_scales_of_others_meet_in_four_steps() {
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7, 8))
                .extracting(Level::ofEqf)
                .containsExactly(
                        Level.BASIC,
                        Level.BASIC,
                        Level.WORKING,
                        Level.WORKING,
                        Level.ADVANCED,
                        Level.ADVANCED,
                        Level.EXPERT,
                        Level.EXPERT);
        assertThat(Level.ofRating(OptionalDouble.of(0))).isEqualTo(Level.BASIC);
        assertThat(Level.ofRating(OptionalDouble.of(1))).isEqualTo(Level.EXPERT);
        assertThat(Level.ofRating(OptionalDouble.empty())).isEqualTo(Level.ASSUMED);
    }

    private static Evidence has(ConceptUri skill, Level level, Strength strength) {
        return new Evidence(skill, level, strength, TODAY, "a source");
    }

    private static Entry asks(ConceptUri occupation, ConceptUri skill, boolean essential) {
        return new Entry.OccupationSkill(occupation, skill, essential, OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static Entry skill(ConceptUri uri) {
        return new Entry.Skill(
                uri, Entry.Kind.SKILL, Entry.Reuse.UNKNOWN, Map.of("en", new Words(uri.value(), List.of(), "")));
    }
}
