package org.cairn.server.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.UUID;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.skills.demand.FigureFile;
import org.cairn.skills.demand.Region;
import org.cairn.skills.demand.Tally;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@CairnTest
@Import(PostingFixtures.class)
class MarketPagesTest {
    private static final YearMonth JANUARY = YearMonth.of(2025, 1);

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    private Organisation organisation;
    private Person member;
    private String key = "";
    private String series = "";

    /// 24 months of 400 postings: bread rises from 40 to 86, ropes are asked for by 3, the rest stays.
    @BeforeEach
    void figures() throws Exception {
        organisation = fixtures.anInstitution();
        member = fixtures.aMember(organisation, Role.ISSUER, Role.DESIGNER);
        key = fixtures.bearer(organisation, Role.ISSUER);
        var tally = new Tally();
        for (var month = 0; month < 24; month++) {
            for (var region : new Region("ES", "ES-MD").within()) {
                var at = JANUARY.plusMonths(month);
                tally.add(new Tally.Total(region, at, 400));
                tally.add(new Tally.Cell(region, at, PostingFixtures.skill(0), 40 + 2 * month));
                tally.add(new Tally.Cell(region, at, PostingFixtures.skill(1), 60 + month % 3));
                tally.add(new Tally.Cell(region, at, PostingFixtures.skill(3), month == 23 ? 3 : 0));
            }
        }
        var file = new StringWriter();
        FigureFile.write(tally, file);
        var location = http.perform(post("/api/market/figures?shared=true&name=Test")
                        .header(HttpHeaders.AUTHORIZATION, key)
                        .content(file.toString()))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        series = String.valueOf(location).replaceFirst(".*/", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void everybody_sees_shared_figures_as_a_table_beside_the_picture(String language) throws Exception {
        var page = page("/market?country=ES&series=" + series + "&lang=" + language);

        assertThat(page.select("tbody tr th").eachText()).containsExactly("bake bread", "query databases");
        assertThat(page.select("svg.chart").attr("aria-hidden")).isEqualTo("true");
        assertThat(page.select("svg.chart rect")).hasSize(2);
        assertThat(page.select("[style], script:not([src])")).isEmpty();
        assertThat(page.text()).doesNotContain("splice ropes", "market.");
    }

    @Test
    void a_skill_has_its_own_page_with_its_months() throws Exception {
        var page = page("/market/skill?country=ES&subdivision=ES-MD&series=" + series + "&uri=urn:test:skill:0");

        assertThat(page.select("h1").text()).isEqualTo("bake bread");
        assertThat(page.text()).contains("Rising");
        assertThat(page.select("tbody tr")).hasSize(24);
        assertThat(page.select("svg.chart circle")).hasSize(24);
    }

    @Test
    void what_few_postings_ask_for_is_told_as_too_few() throws Exception {
        var page = page("/market/skill?series=" + series + "&uri=urn:test:skill:3");

        assertThat(page.text()).contains("Fewer than ten of the 4,800 postings");
        assertThat(page.select("td.number").eachText()).doesNotContain("3");
    }

    @Test
    void months_and_words_narrow_the_list() throws Exception {
        var one = page("/market?series=" + series + "&from=2025-03&to=2025-03&q=BREAD");
        var rising = page("/market?series=" + series + "&sort=RISING");

        assertThat(one.select("tbody tr").eachText())
                .hasSize(1)
                .first()
                .asString()
                .contains("11%", "44");
        assertThat(rising.select("tbody tr th").eachText()).containsExactly("bake bread");
    }

    @Test
    void each_table_can_be_taken_along() throws Exception {
        http.perform(get("/market/demand.csv?series=" + series + "&from=2025-03&to=2025-03"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("bake bread,urn:test:skill:0,44,400,0.11000")));
        http.perform(get("/market/skill.csv?series=" + series + "&uri=urn:test:skill:3"))
                .andExpect(content().string(containsString("2026-12,<10,400,,,")));
        http.perform(get("/api/public/market/demand?series=" + series))
                .andExpect(jsonPath("$.skills.length()").value(2))
                .andExpect(jsonPath("$.postings").value(4800));
        http.perform(get("/api/public/market/skill?uri=urn:test:skill:3&series=" + series))
                .andExpect(jsonPath("$[23].asked").doesNotExist());
    }

    @Test
    void figures_that_are_not_shared_are_not_there_for_others() throws Exception {
        var file = "country,subdivision,month,skill,postings\nES,,2026-01,,20\nES,,2026-01,urn:test:skill:0,15\n";
        var location = http.perform(post("/api/market/figures?name=Own")
                        .header(HttpHeaders.AUTHORIZATION, key)
                        .content(file))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        var own = String.valueOf(location).replaceFirst(".*/", "");

        http.perform(get("/market?series=" + own)).andExpect(status().isNotFound());
        http.perform(get(desk("/demand?series=" + own)).with(fixtures.as(member)))
                .andExpect(status().isOk());
        http.perform(get("/market?series=" + UUID.randomUUID())).andExpect(status().isNotFound());
    }

    @Test
    void nonsense_in_an_address_is_nothing_asked_for() throws Exception {
        page("/market?country=zz&subdivision=%00&from=2025-99&to=x&page=-1&sort=x&series=1");
        http.perform(get("/market/skill?uri=nothing")).andExpect(status().isNotFound());
    }

    @Test
    void a_member_sends_a_file_and_sees_what_became_of_it() throws Exception {
        var file = new MockMultipartFile(
                "file",
                "jobs.csv",
                "text/csv",
                "title,date\nBaker,2026-05-01\nCook,soon\n".getBytes(StandardCharsets.UTF_8));
        var location = http.perform(multipart(desk("/imports/new"))
                        .file(file)
                        .param("country", "ES")
                        .with(fixtures.as(member))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getHeader("Location");

        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> assertThat(signedIn(String.valueOf(location)).text())
                                .contains("This date cannot be understood", "soon"));
        assertThat(signedIn(desk("")).text()).contains("jobs.csv");
    }

    @Test
    void a_bad_file_is_told_beside_the_field() throws Exception {
        var empty = new MockMultipartFile("file", "jobs.csv", "text/csv", new byte[0]);
        var html = http.perform(multipart(desk("/imports/new"))
                        .file(empty)
                        .with(fixtures.as(member))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();
        var wrong = new MockMultipartFile("file", "f.csv", "text/csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));

        assertThat(Jsoup.parse(html).select("#f-file-error").text()).contains("empty");
        http.perform(multipart(desk("/figures/new"))
                        .file(wrong)
                        .param("name", "x")
                        .with(fixtures.as(member))
                        .with(csrf()))
                .andExpect(status().isBadRequest());
    }

    private String desk(String path) {
        return "/o/" + organisation.slug() + "/market" + path;
    }

    private Document signedIn(String path) throws Exception {
        return Jsoup.parse(http.perform(get(path).with(fixtures.as(member)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(http.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
