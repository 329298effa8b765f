package org.cairn.server.hiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.credential.verify.Verdict;
import org.cairn.server.hiring.Line.LevelSaid;
import org.cairn.server.hiring.Line.Likeness;
import org.cairn.server.hiring.Line.Result;
import org.cairn.server.hiring.RoleSkill.Weight;
import org.cairn.server.hiring.ShownCredential.Assessed;
import org.cairn.server.hiring.ShownCredential.Issuer;
import org.cairn.server.hiring.ShownCredential.Skill;
import org.cairn.server.hiring.ShownCredential.Standing;
import org.cairn.skills.gap.Level;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Entry;
import org.cairn.skills.taxonomy.Scheme;
import org.cairn.skills.taxonomy.Taxonomy;
import org.cairn.skills.taxonomy.Words;
import org.junit.jupiter.api.Test;

class ComparingTest {
    private static final String WELD = "urn:skill:weld";
    private static final String METAL = "urn:skill:metal";
    private static final String CRAFT = "urn:skill:craft";
    private static final String TIG = "urn:skill:tig";
    private static final String BAKE = "urn:skill:bake";
    private static final String GROUP = "urn:group:hands";

    /// craft > metal > weld > tig; bake stands beside weld in one group.
    private static final Taxonomy TAXONOMY = taxonomy();

    @Test
    void what_a_verified_credential_names_is_shown_by_it_with_how_its_level_stands() {
        var lines = lines(
                List.of(wanted(WELD, Level.WORKING), wanted(BAKE, Level.EXPERT)), one(Standing.VERIFIED, WELD, BAKE));

        assertThat(lines).extracting(Line::result).containsExactly(Result.SHOWN, Result.SHOWN);
        assertThat(lines.get(0).shownBy()).containsExactly(new Line.By(0, Likeness.SAME, LevelSaid.REACHED, WELD));
        assertThat(lines.get(1).shownBy()).containsExactly(new Line.By(0, Likeness.SAME, LevelSaid.BELOW, BAKE));
    }

    @Test
    void what_only_credentials_name_that_do_not_verify_is_unproven() {
        for (var standing : List.of(Standing.EXPIRED, Standing.REVOKED, Standing.INVALID, Standing.UNDECIDED)) {
            assertThat(lines(List.of(wanted(WELD, Level.BASIC)), one(standing, WELD)))
                    .singleElement()
                    .satisfies(line -> assertThat(line.result()).isEqualTo(Result.UNPROVEN));
        }
    }

    @Test
    void one_that_verifies_outweighs_those_that_do_not() {
        var lines =
                lines(List.of(wanted(WELD, Level.BASIC)), one(Standing.REVOKED, WELD), one(Standing.VERIFIED, WELD));

        assertThat(lines.getFirst().result()).isEqualTo(Result.SHOWN);
        assertThat(lines.getFirst().shownBy()).extracting(Line.By::credential).containsExactly(1);
    }

    @Test
    void a_broader_or_narrower_skill_is_told_as_that_and_never_as_the_skill() {
        assertThat(lines(List.of(wanted(WELD, Level.BASIC)), one(Standing.VERIFIED, CRAFT))
                        .getFirst())
                .satisfies(line -> {
                    assertThat(line.result()).isEqualTo(Result.RELATED);
                    assertThat(line.shownBy()).extracting(Line.By::likeness).containsExactly(Likeness.BROADER);
                });
        assertThat(lines(List.of(wanted(METAL, Level.BASIC)), one(Standing.VERIFIED, TIG))
                        .getFirst()
                        .shownBy())
                .extracting(Line.By::likeness)
                .containsExactly(Likeness.NARROWER);
        assertThat(lines(List.of(wanted(WELD, Level.BASIC)), one(Standing.EXPIRED, METAL))
                        .getFirst()
                        .result())
                .isEqualTo(Result.NOT_SHOWN);
    }

    @Test
    void skills_that_only_share_a_group_are_not_akin() {
        assertThat(lines(List.of(wanted(CRAFT, Level.BASIC)), one(Standing.VERIFIED, BAKE))
                        .getFirst()
                        .result())
                .isEqualTo(Result.NOT_SHOWN);
    }

    @Test
    void own_words_are_found_by_the_same_words_and_told_as_that() {
        var own = new RoleSkill("", "Mooring  Ships", Weight.WELCOME, Level.BASIC);
        var shown = credential(Standing.VERIFIED, Optional.empty(), List.of(new Skill("", "mooring ships", "")));

        var line = lines(List.of(own), shown).getFirst();

        assertThat(line.result()).isEqualTo(Result.SHOWN);
        assertThat(line.shownBy())
                .containsExactly(new Line.By(0, Likeness.SAME_WORDS, LevelSaid.NOT_SAID, "mooring ships"));
    }

    @Test
    void two_skills_of_taxonomies_are_not_the_same_for_having_the_same_words() {
        var shown = credential(Standing.VERIFIED, Optional.empty(), List.of(new Skill("urn:other:1", WELD, "")));

        assertThat(lines(List.of(wanted(WELD, Level.BASIC)), shown).getFirst().result())
                .isEqualTo(Result.NOT_SHOWN);
    }

    private static List<Line> lines(List<RoleSkill> wanted, ShownCredential... shown) {
        return Comparing.lines(wanted, List.of(shown), TAXONOMY);
    }

    private static RoleSkill wanted(String uri, Level level) {
        return new RoleSkill(uri, uri, Weight.REQUIRED, level);
    }

    private static ShownCredential one(Standing standing, String... skills) {
        var named = List.of(skills).stream().map(uri -> new Skill(uri, uri, "")).toList();
        return credential(standing, Optional.of(Level.WORKING), named);
    }

    private static ShownCredential credential(Standing standing, Optional<Level> level, List<Skill> skills) {
        return new ShownCredential(
                standing,
                standing.isVerified() ? Verdict.VALID : Verdict.NOT_VALID,
                "A badge",
                new Issuer("did:example:1", "A school", Optional.empty()),
                List.of(),
                "2026-05-01",
                "",
                "urn:uuid:1",
                "",
                skills,
                level,
                new Assessed(List.of(), "", ""),
                List.of());
    }

    private static Taxonomy taxonomy() {
        var builder = new Taxonomy.Builder(new Scheme("test", "1"));
        List.of(WELD, METAL, CRAFT, TIG, BAKE)
                .forEach(uri -> builder.add(new Entry.Skill(
                        new ConceptUri(uri),
                        Entry.Kind.SKILL,
                        Entry.Reuse.UNKNOWN,
                        Map.of("en", new Words(uri, List.of(), "")))));
        builder.add(new Entry.Group(new ConceptUri(GROUP), "", Map.of("en", new Words("hands", List.of(), ""))));
        broader(builder, TIG, WELD);
        broader(builder, WELD, METAL);
        broader(builder, METAL, CRAFT);
        broader(builder, CRAFT, GROUP);
        broader(builder, BAKE, GROUP);
        return builder.build();
    }

    private static void broader(Taxonomy.Builder builder, String below, String above) {
        builder.add(new Entry.Broader(new ConceptUri(below), new ConceptUri(above)));
    }
}
