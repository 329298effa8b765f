package org.cairn.skills.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.cairn.skills.taxonomy.SharedData;
import org.cairn.skills.taxonomy.Taxonomy;
import org.junit.jupiter.api.Test;

/// The quality promised, on sentences of real postings. What carries over to others is in `bench/README.md`.
class JudgedSetsTest {
    @Test
    void ranks_the_skills_of_real_postings_as_well_as_promised() throws Exception {
        Path sets = SharedData.folder("skill-extraction");
        Taxonomy esco = Taxonomy.esco(SharedData.folder("esco"));
        try (SkillMatcher matcher = SkillMatcher.open(esco, Path.of("target", "vectors"), Progress.none())) {
            Quality house = quality(matcher, JudgedSets.of(sets.resolve("house_validation_annotations.csv"), esco));
            Quality tech = quality(matcher, JudgedSets.of(sets.resolve("tech_validation_annotations.csv"), esco));

            assertThat(house.sentences()).isEqualTo(61);
            assertThat(house.rp5()).isGreaterThanOrEqualTo(0.56);
            assertThat(tech.sentences()).isEqualTo(75);
            assertThat(tech.rp5()).isGreaterThanOrEqualTo(0.66);
        }
    }

    private static Quality quality(SkillMatcher matcher, List<Judged> judged) throws InterruptedException {
        return Quality.of(
                judged,
                matcher.match(judged.stream().map(Judged::sentence).toList(), "en", 10).stream()
                        .map(matches -> matches.stream().map(SkillMatch::skill).toList())
                        .toList());
    }
}
