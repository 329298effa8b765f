package org.cairn.skills.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostingReaderTest {
    private static final String JOB_POSTING = """
            {
              "@context": "https://schema.org/",
              "@type": "JobPosting",
              "title": "Data analyst",
              "description": "<p>We look for <b>somebody</b> who knows:</p><ul><li>SQL</li><li>R &amp; Python</li></ul><script>x()</script>",
              "identifier": {"@type": "PropertyValue", "name": "Hotel Sol", "value": "A-17"},
              "datePosted": "2026-03-04T08:00:00Z",
              "validThrough": "2026-04-30",
              "hiringOrganization": {"@type": "Organization", "name": "Hotel Sol"},
              "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress",
                "addressLocality": "Sevilla", "addressRegion": "Andalucía",
                "addressCountry": {"@type": "Country", "name": "Spain"}}},
              "skills": ["statistics", {"@type": "DefinedTerm", "name": "data quality"}],
              "url": "https://jobs.example.org/17",
              "inLanguage": "en"
            }
            """;

    @Test
    void reads_json_lines_and_goes_on_after_a_broken_one() {
        List<Row> rows = rows("""
                {"id":"1","title":"Baker","text":"Bakes bread.","company":"Pan SL","country":"ES","region":"ES-MD","date":"2026-02-03","lang":"es"}
                {"id":"2","title":"Broken
                {"id":"3","title":"No date"}

                {"id":"4","title":"Cook","date":"03/04/2026"}
                {"id":"5","title":"Waiter","date":"23/04/2026","country":"Atlantis"}
                {"id":"6","date":"2026-04-23"}
                {"id":"7","title":"Waiter","date":"23/04/2026"}
                """);

        assertThat(good(rows)).extracting(Posting::reference).containsExactly("1", "7");
        assertThat(good(rows).getFirst())
                .isEqualTo(new Posting(
                        "portal",
                        "1",
                        "Baker",
                        "Bakes bread.",
                        "Pan SL",
                        new Region("ES", "ES-MD"),
                        "es",
                        LocalDate.of(2026, 2, 3),
                        Optional.empty(),
                        ""));
        assertThat(bad(rows))
                .extracting(row -> row.line() + " " + row.fault())
                .containsExactly("2 SYNTAX", "3 NO_DATE", "5 DATE", "6 COUNTRY", "7 NO_WORDS");
    }

    @ParameterizedTest
    @ValueSource(chars = {',', ';', '\t', '|'})
    void reads_a_table_with_any_usual_separator_and_headings(char separator) {
        List<Row> rows =
                rows("""
                Job Title,Company,date_posted,Country Code,Description,Colour
                "Baker, pastry",Pan,2026-02-03,ESP,"First line
                second line",blue
                Cook,Pan,2026-02-30,ES,Cooks.,red
                Waiter,Pan,3.2.2026,España,Serves.,red
                """.replace(",", String.valueOf(separator)).replace("Baker" + separator + " ", "Baker, "));

        assertThat(good(rows)).extracting(Posting::title).containsExactly("Baker, pastry", "Waiter");
        assertThat(good(rows)).extracting(Posting::region).containsOnly(Region.of("ES"));
        assertThat(good(rows).getFirst().text()).isEqualTo("First line\nsecond line");
        assertThat(bad(rows)).extracting(row -> row.line() + " " + row.fault()).containsExactly("4 DATE");
    }

    @Test
    void says_when_a_table_has_no_column_for_the_date() {
        assertThat(bad(rows("title,town\nBaker,Lima\n")))
                .extracting(Row.Bad::fault)
                .containsExactly(PostingFault.NO_COLUMNS);
    }

    @Test
    void names_the_line_of_a_quotation_that_never_ends() {
        List<Row> rows = rows("title,date\nBaker,2026-01-01\n\"Cook,2026-01-01\nWaiter,2026-01-01\n");

        assertThat(good(rows)).hasSize(1);
        assertThat(bad(rows)).extracting(Row.Bad::fault).containsExactly(PostingFault.REST_UNREADABLE);
    }

    @Test
    void reads_a_job_posting_of_schema_org() {
        assertThat(good(rows(JOB_POSTING)))
                .containsExactly(new Posting(
                        "portal",
                        "A-17",
                        "Data analyst",
                        "We look for somebody who knows:\nSQL\nR & Python\nstatistics, data quality",
                        "Hotel Sol",
                        new Region("ES", "Andalucía"),
                        "en",
                        LocalDate.of(2026, 3, 4),
                        Optional.of(LocalDate.of(2026, 4, 30)),
                        "https://jobs.example.org/17"));
    }

    @Test
    void reads_job_postings_in_lists_graphs_and_lines_alike() {
        Posting one = good(rows(JOB_POSTING)).getFirst();
        String line = JOB_POSTING.replace("\n", " ");

        assertThat(good(rows("[" + JOB_POSTING + ",\n" + JOB_POSTING + "]"))).containsExactly(one, one);
        assertThat(good(rows("[" + line + "," + line + "]"))).containsExactly(one, one);
        assertThat(good(rows(line + "\n" + line + "\n"))).containsExactly(one, one);
        String graph = "{\"@context\":\"https://schema.org\",\n\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},%s]}";
        assertThat(rows(graph.formatted(JOB_POSTING))).hasSize(1);
        assertThat(good(rows(graph.formatted(line).replace("\n", "")))).containsExactly(one);
    }

    @Test
    void keeps_what_came_before_a_document_breaks_off() {
        List<Row> rows = rows("[\n" + JOB_POSTING + ",\n{\"title\": \"Half");

        assertThat(good(rows)).hasSize(1);
        assertThat(bad(rows)).extracting(Row.Bad::fault).containsExactly(PostingFault.REST_UNREADABLE);
    }

    @Test
    void unpacks_html_that_was_escaped_once_more() {
        assertThat(PlainText.of("&lt;p&gt;Bread &amp;amp; butter&lt;/p&gt;&lt;p&gt;Tea&lt;/p&gt;"))
                .isEqualTo("Bread & butter\nTea");
    }

    @Test
    void bounds_lines_depth_and_length() {
        String long1 = "{\"title\":\"x\",\"date\":\"2026-01-01\",\"text\":\"" + "a ".repeat(1_100_000) + "\"}";
        String deep = "{\"title\":\"x\",\"date\":\"2026-01-01\",\"more\":" + "[".repeat(100) + "]".repeat(100) + "}";
        String fine = "{\"title\":\"x\",\"date\":\"2026-01-01\",\"text\":\"" + "a ".repeat(90_000) + "\"}";

        List<Row> rows = rows(fine + "\n" + long1 + "\n" + deep + "\n" + fine + "\n");

        assertThat(good(rows)).hasSize(2).allMatch(posting -> posting.text().length() <= Posting.LONGEST_TEXT);
        assertThat(bad(rows)).extracting(Row.Bad::fault).containsExactly(PostingFault.TOO_LONG, PostingFault.SYNTAX);
    }

    @Test
    void gives_what_has_no_reference_one_by_its_content() {
        List<Posting> postings = good(rows("""
                {"title":"Baker","date":"2026-01-01"}
                {"title":"BAKER!","date":"2026-01-02"}
                {"title":"Cook","date":"2026-01-02"}
                """));

        assertThat(postings.get(0).reference())
                .startsWith("content:")
                .isEqualTo(postings.get(1).reference());
        assertThat(postings.get(2).reference()).isNotEqualTo(postings.get(0).reference());
    }

    @Test
    void goes_on_where_it_was() throws IOException {
        String file = "title,date\nA,2026-01-01\nB,never\nC,2026-01-01\n";
        try (PostingReader reader = open(file).skip(2)) {
            assertThat(reader.next()).isInstanceOfSatisfying(Row.Good.class, row -> {
                assertThat(row.number()).isEqualTo(3);
                assertThat(row.posting().title()).isEqualTo("C");
            });
            assertThat(reader.hasNext()).isFalse();
        }
    }

    private static PostingReader open(String file) throws IOException {
        return PostingReader.open(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                new PostingReader.Defaults("portal", "", ""));
    }

    private static List<Row> rows(String file) {
        try (PostingReader reader = open(file)) {
            List<Row> rows = new ArrayList<>();
            reader.forEachRemaining(rows::add);
            return rows;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Posting> good(List<Row> rows) {
        return rows.stream()
                .filter(Row.Good.class::isInstance)
                .map(row -> ((Row.Good) row).posting())
                .toList();
    }

    private static List<Row.Bad> bad(List<Row> rows) {
        return rows.stream()
                .filter(Row.Bad.class::isInstance)
                .map(Row.Bad.class::cast)
                .toList();
    }
}
