package org.cairn.skills.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EscoCsvTest {
    private static final String SKILLS = """
            conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description
            KnowledgeSkillCompetence,urn:s:1,knowledge,cross-sector,bread,"loaf
            dough",released,"Flour, water, salt."
            KnowledgeSkillCompetence,not a uri,knowledge,cross-sector,stones,,released,
            KnowledgeSkillCompetence,urn:s:2,skill/competence,transversal,bake bread,bake bread,released,
            KnowledgeSkillCompetence,urn:s:3,skill/competence,transversal,burn bread,,obsolete,
            """;
    private static final String SKILLS_ES = """
            conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description
            KnowledgeSkillCompetence,urn:s:1,knowledge,cross-sector,pan,,released,
            """;
    private static final String RELATIONS = """
            occupationUri,relationType,skillType,skillUri
            urn:o:1,essential,knowledge,urn:s:1
            urn:o:1,optional,skill/competence,urn:s:2
            """;

    @TempDir
    Path folder;

    @Test
    void reads_the_official_release_whole() throws Exception {
        Taxonomy esco = Taxonomy.esco(SharedData.folder("esco"));

        assertThat(esco.scheme()).hasToString("esco 1.1.1");
        assertThat(esco.skills()).hasSize(13_896);
        assertThat(esco.occupations()).hasSize(3_007);
        assertThat(esco.occupations().stream()
                        .mapToInt(o -> esco.asks(o.uri()).size())
                        .sum())
                .isEqualTo(123_788);
    }

    @Test
    void reads_languages_side_by_side_and_names_rows_that_cannot_be_used() throws Exception {
        write("skills_en.csv", SKILLS);
        write("skills_es.csv", SKILLS_ES);
        write("occupationSkillRelations_en.csv", RELATIONS);

        try (EscoCsv esco = EscoCsv.open(folder)) {
            Recorded rows = Recorded.of(esco, esco.parts().get(0), 0);
            Taxonomy taxonomy = Taxonomy.of(esco);

            assertThat(esco.languages()).containsExactly("en", "es");
            assertThat(rows.faults).singleElement().satisfies(fault -> {
                assertThat(fault.row()).isEqualTo(2);
                assertThat(fault.reason()).contains("not a uri");
            });
            Entry.Skill bread = taxonomy.skill(new ConceptUri("urn:s:1")).orElseThrow();
            assertThat(bread.in("es").label()).isEqualTo("pan");
            assertThat(bread.in("fr")).isEqualTo(new Words("bread", List.of("loaf", "dough"), "Flour, water, salt."));
            assertThat(taxonomy.skills()).hasSize(2);
            assertThat(taxonomy.asks(new ConceptUri("urn:o:1"))).hasSize(2);
            assertThat(taxonomy.askedBy(new ConceptUri("urn:s:2")))
                    .singleElement()
                    .satisfies(asked -> assertThat(asked.essential()).isFalse());
        }
    }

    @Test
    void goes_on_behind_the_row_where_it_was_stopped() throws Exception {
        write("skills_en.csv", SKILLS);

        try (EscoCsv esco = EscoCsv.open(folder)) {
            Recorded rows = Recorded.of(esco, esco.parts().get(0), 1);

            assertThat(rows.entries)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Entry.Skill.class,
                            skill -> assertThat(skill.in("en").label()).isEqualTo("bake bread"));
            assertThat(rows.numbers).containsExactly(3L);
        }
    }

    @Test
    void reads_a_zip_file() throws Exception {
        Path zip = folder.resolve("ESCO dataset - v1.2.0 - en - csv.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("skills_en.csv"));
            out.write(SKILLS.getBytes(StandardCharsets.UTF_8));
        }

        Taxonomy taxonomy = Taxonomy.esco(zip);

        assertThat(taxonomy.scheme().version()).isEqualTo("1.2.0");
        assertThat(taxonomy.skills()).hasSize(2);
    }

    @Test
    void says_what_is_wrong_with_other_files() throws Exception {
        assertThatThrownBy(() -> EscoCsv.open(folder))
                .isInstanceOf(TaxonomyException.class)
                .hasMessageContaining("skills_en.csv");

        write("skills_en.csv", "conceptUri,label\nurn:s:1,bread\n");
        assertThatThrownBy(() -> Taxonomy.esco(folder))
                .isInstanceOf(TaxonomyException.class)
                .hasMessageContaining("lacks the columns skillType");

        Path notZip = Files.writeString(folder.resolve("text.zip"), "no archive");
        assertThatThrownBy(() -> EscoCsv.open(notZip))
                .isInstanceOf(TaxonomyException.class)
                .hasMessageContaining("text.zip is not a zip file");
        assertThatThrownBy(() -> Distributions.open(notZip))
                .isInstanceOf(TaxonomyException.class)
                .hasMessageStartingWith("text.zip is not a zip file");
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(folder.resolve(name), text);
    }

    private static final class Recorded implements Distribution.Sink {
        final List<Entry> entries = new ArrayList<>();
        final List<Long> numbers = new ArrayList<>();
        final List<Distribution.Fault> faults = new ArrayList<>();

        static Recorded of(Distribution distribution, Distribution.Part part, long after) throws Exception {
            Recorded rows = new Recorded();
            distribution.read(part, after, rows);
            return rows;
        }

        @Override
        public void entry(long row, Entry entry) {
            numbers.add(row);
            entries.add(entry);
        }

        @Override
        public void fault(Distribution.Fault fault) {
            faults.add(fault);
        }
    }
}
