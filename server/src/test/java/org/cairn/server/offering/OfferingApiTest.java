package org.cairn.server.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.server.offering.OfferingFixtures.aPublishedSpec;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CairnTest
class OfferingApiTest {
    private static final String LEAST =
            "{\"price\": 0, \"currency\": \"EUR\", \"mode\": \"ONLINE\", \"languages\": [\"en\"]}";
    private static final String FULL = """
            {"title": {"en": "Evening class"}, "startsOn": "2190-03-09", "endsOn": "2190-03-31",
             "applyBy": "2190-03-01", "price": 120.5, "currency": "EUR", "waiver": true,
             "waiverFor": {"en": "Volunteers"}, "mode": "ON_SITE", "place": "Dock Road", "languages": ["en", "es"],
             "hoursPerWeek": 4, "accessibility": {"en": "No steps"}, "places": 16,
             "url": "https://school.example/apply"}
            """;

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    private String designer = "";
    private String issuer = "";
    private String spec = "";

    @BeforeEach
    void aSchoolWithProgramsThatPublishedSomething() {
        var school = fixtures.anInstitution();
        designer = fixtures.bearer(school, Role.DESIGNER);
        issuer = fixtures.bearer(school, Role.ISSUER);
        spec = aPublishedSpec(specs, Acting.system(school)).toString();
    }

    @Test
    void an_offering_is_opened_changed_closed_and_read_back() throws Exception {
        var id = opened(FULL);

        one(id).andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.ETAG, "\"1\""))
                .andExpect(jsonPath("$.spec").value(spec))
                .andExpect(jsonPath("$.status").value("OPEN"))
                .andExpect(jsonPath("$.terms.startsOn").value("2190-03-09"))
                .andExpect(jsonPath("$.terms.price").value(120.5))
                .andExpect(jsonPath("$.terms.waiverFor.en").value("Volunteers"));
        change(id, "\"1\"", LEAST)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.terms.place").value(""));
        change(id, "\"1\"", FULL).andExpect(status().isConflict());
        call(post("/api/offerings/" + id + "/close"))
                .andExpect(jsonPath("$.status").value("CLOSED"));
        change(id, "\"2\"", FULL)
                .andExpect(status().isConflict())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "application/problem+json"));
        call(post("/api/offerings/" + id + "/cancel"))
                .andExpect(jsonPath("$.status").value("CANCELLED"));
        call(get("/api/offerings"))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].id").value(id));
    }

    @Test
    void what_was_answered_can_be_sent_again() throws Exception {
        var id = opened(FULL);
        var answer = one(id).andReturn().getResponse().getContentAsString();
        var terms = answer.substring(answer.indexOf("\"terms\":") + 8, answer.indexOf(",\"savedAt\""));

        change(id, "\"1\"", terms).andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price | \"price\": 0 | \"price\": -1",
                "price | \"price\": 0 | \"price\": 1e99",
                "price | \"price\": 0 | \"price\": 1e-999999",
                "price | \"price\": 0 | \"price\": 1.001",
                "price | \"price\": 0, \"currency\": \"EUR\" | \"price\": 99.5, \"currency\": \"JPY\"",
                "currency | EUR | euros",
                "currency | EUR | XXX",
                "currency | \"currency\": \"EUR\", | ",
                "languages | [\"en\"] | []",
                "languages | [\"en\"] | [\"english please\"]",
                "place | ONLINE | ON_SITE",
                "waiverFor | \"price\" | \"waiver\": true, \"price\"",
                "waiver | \"price\" | \"waiverFor\": {\"en\": \"Anybody\"}, \"price\"",
                "title | \"price\" | \"title\": {\"no language\": \"x\"}, \"price\"",
                "endsOn | \"price\" | \"startsOn\": \"2190-03-09\", \"endsOn\": \"2190-03-08\", \"price\"",
                "applyBy | \"price\" | \"endsOn\": \"2190-03-09\", \"applyBy\": \"2190-03-10\", \"price\"",
                "startsOn | \"price\" | \"startsOn\": \"+999999999-01-01\", \"price\"",
                "hoursPerWeek | \"price\" | \"hoursPerWeek\": 169, \"price\"",
                "places | \"price\" | \"places\": 0, \"price\"",
                "url | \"price\" | \"url\": \"http://school.example\", \"price\"",
                "url | \"price\" | \"url\": \"javascript:alert(1)\", \"price\"",
                "url | \"price\" | \"url\": \"https://eve@school.example\", \"price\"",
            })
    void what_cannot_be_taken_is_a_problem_that_names_its_field(String field, String old, @Nullable String fresh)
            throws Exception {
        open(LEAST.replace(old, fresh == null ? "" : fresh))
                .andExpect(status().isBadRequest())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "application/problem+json"))
                .andExpect(jsonPath("$.faults[0].field").value(field));

        call(get("/api/offerings")).andExpect(jsonPath("$.length()").value(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "\"text\"",
                "{\"currency\": \"EUR\", \"mode\": \"ONLINE\", \"languages\": [\"en\"]}",
                "{\"price\": null, \"currency\": \"EUR\", \"mode\": \"ONLINE\", \"languages\": [\"en\"]}",
                "{\"price\": 0, \"currency\": \"EUR\", \"mode\": \"MAGIC\", \"languages\": [\"en\"]}",
                "{\"price\": 0, \"currency\": \"EUR\", \"mode\": \"ONLINE\", \"languages\": [null]}",
                "{\"price\": 0, \"currency\": \"EUR\", \"mode\": \"ONLINE\", \"languages\": [\"en\"], \"cost\": 1}",
            })
    void nonsense_is_a_problem_and_stores_nothing(String body) throws Exception {
        var problem = open(body)
                .andExpect(status().isBadRequest())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "application/problem+json"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(problem).doesNotContain("Exception", "org.cairn", "tools.jackson");
        call(get("/api/offerings")).andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void an_offering_is_of_a_version() throws Exception {
        call(post("/api/offerings").contentType(MediaType.APPLICATION_JSON).content(LEAST))
                .andExpect(status().isBadRequest());
        call(post("/api/offerings?spec=none")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(LEAST))
                .andExpect(status().isBadRequest());
    }

    @Test
    void a_program_that_only_issues_reads_but_does_not_write() throws Exception {
        var id = opened(LEAST);

        http.perform(get("/api/offerings/" + id).header(HttpHeaders.AUTHORIZATION, issuer))
                .andExpect(status().isOk());
        http.perform(post("/api/offerings/" + id + "/cancel").header(HttpHeaders.AUTHORIZATION, issuer))
                .andExpect(status().isForbidden());
    }

    private ResultActions one(String id) throws Exception {
        return call(get("/api/offerings/" + id));
    }

    private String opened(String terms) throws Exception {
        var answer = open(terms).andExpect(status().isCreated()).andReturn().getResponse();
        String id = JsonPath.read(answer.getContentAsString(), "$.id");
        assertThat(answer.getHeader(HttpHeaders.LOCATION)).isEqualTo("/api/offerings/" + id);
        return id;
    }

    private ResultActions open(String terms) throws Exception {
        return call(post("/api/offerings")
                .queryParam("spec", spec)
                .contentType(MediaType.APPLICATION_JSON)
                .content(terms));
    }

    private ResultActions change(String id, String ifMatch, String terms) throws Exception {
        return call(put("/api/offerings/" + id)
                .header(HttpHeaders.IF_MATCH, ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .content(terms));
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.header(HttpHeaders.AUTHORIZATION, designer));
    }
}
