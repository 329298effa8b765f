package org.cairn.skills.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnetTextTest {
    @TempDir
    Path temp;

    private Path folder = Path.of("");

    @BeforeEach
    void aDistribution() throws IOException {
        folder = Files.createDirectory(temp.resolve("db_29_1_text"));
        file(
                "Occupation Data.txt",
                "O*NET-SOC Code\tTitle\tDescription",
                "15-2051.00\tData Scientists\tDevelop \"methods\" for data.",
                "43-5081.00\tStockers\tFill shelves.");
        file("Alternate Titles.txt", "O*NET-SOC Code\tAlternate Title\tShort Title", "43-5081.00\tStock Clerk\tn/a");
        file(
                "Content Model Reference.txt",
                "Element ID\tElement Name\tDescription",
                "2\tWorker Requirements\tx",
                "2.A\tBasic Skills\tx",
                "2.A.1\tContent\tx",
                "2.A.1.a\tReading Comprehension\tUnderstanding written sentences.");
        file(
                "Skills.txt",
                "O*NET-SOC Code\tTitle\tElement ID\tElement Name\tScale ID\tScale Name\tData Value\tRecommend Suppress\tNot Relevant",
                "15-2051.00\tData Scientists\t2.A.1.a\tReading Comprehension\tIM\tImportance\t4.00\tN\tn/a",
                "15-2051.00\tData Scientists\t2.A.1.a\tReading Comprehension\tLV\tLevel\t3.50\tN\tN",
                "43-5081.00\tStockers\t2.A.1.a\tReading Comprehension\tIM\tImportance\t9\tN\tn/a",
                "43-5081.00\tStockers\t2.A.1.a\tReading Comprehension\tLV\tLevel\t1\tY\tN");
        file(
                "Technology Skills.txt",
                "O*NET-SOC Code\tTitle\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand",
                "15-2051.00\tData Scientists\tApache Spark\t43232605\tAnalytical software\tY\tY");
    }

    private void file(String name, String... lines) throws IOException {
        Files.write(folder.resolve(name), List.of(lines));
    }

    @Test
    void ratings_become_numbers_from_zero_to_one_and_technologies_tools() throws Exception {
        try (var onet = OnetText.open(folder)) {
            assertThat(onet.scheme()).isEqualTo(new Scheme("onet", "29.1"));
            var taxonomy = Taxonomy.of(onet);
            var scientist = new ConceptUri("https://www.onetonline.org/link/summary/15-2051.00");
            var reading = new ConceptUri("https://www.onetcenter.org/content-model#2.A.1.a");

            assertThat(taxonomy.skill(reading).orElseThrow().kind()).isEqualTo(Entry.Kind.SKILL);
            assertThat(taxonomy.broader(reading))
                    .containsExactly(new ConceptUri("https://www.onetcenter.org/content-model#2.A.1"));
            assertThat(taxonomy.asks(scientist)).anySatisfy(asked -> {
                assertThat(asked.skill()).isEqualTo(reading);
                assertThat(asked.essential()).isTrue();
                assertThat(asked.importance()).hasValue(0.75);
                assertThat(asked.level()).hasValue(0.5);
            });
            assertThat(taxonomy.asks(scientist)).hasSize(2);
            assertThat(taxonomy.skill(new ConceptUri("https://www.onetcenter.org/technology#Apache%20Spark"))
                            .orElseThrow()
                            .kind())
                    .isEqualTo(Entry.Kind.TOOL);
        }
    }

    @Test
    void alternate_titles_are_other_names_of_the_occupation() throws Exception {
        try (var onet = OnetText.open(folder)) {
            var stocker = new ConceptUri("https://www.onetonline.org/link/summary/43-5081.00");

            assertThat(Taxonomy.of(onet)
                            .occupation(stocker)
                            .orElseThrow()
                            .in("en")
                            .alternatives())
                    .containsExactly("Stock Clerk");
        }
    }

    @Test
    void a_rating_outside_its_scale_is_a_fault_and_the_rest_is_read() throws Exception {
        var faults = new ArrayList<Distribution.Fault>();
        var entries = new ArrayList<Entry>();
        try (var onet = OnetText.open(folder)) {
            for (var part : onet.parts()) {
                onet.read(part, 0, new Distribution.Sink() {
                    @Override
                    public void entry(long row, Entry entry) {
                        entries.add(entry);
                    }

                    @Override
                    public void fault(Distribution.Fault fault) {
                        faults.add(fault);
                    }
                });
            }
        }

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.part()).isEqualTo("Skills.txt");
            assertThat(fault.row()).isEqualTo(3);
        });
        assertThat(entries).hasSizeGreaterThan(6);
    }

    @Test
    void a_folder_without_occupations_is_refused_in_words() throws IOException {
        Files.delete(folder.resolve("Occupation Data.txt"));

        assertThatThrownBy(() -> Distributions.open(folder))
                .isInstanceOf(TaxonomyException.class)
                .hasMessageContaining("Occupation Data.txt");
    }
}
