package org.cairn.server.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.Map;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Role;
import org.cairn.stacking.text.StackText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.json.JsonMapper;

@CairnTest
@Import(StackFixtures.class)
class DeskApiTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    StackFixtures begin;

    @Autowired
    ImpactReviews reviews;

    @Autowired
    JsonMapper json;

    private Organisation school;
    private String key = "";
    private StackFixtures.Desk desk;

    @BeforeEach
    void aSchoolWithAFullDesk() {
        school = fixtures.anInstitution();
        key = fixtures.bearer(school, Role.DESIGNER, Role.ISSUER);
        desk = begin.aFullDesk(
                Acting.system(school), fixtures.aPerson(fixtures.anAddress()), fixtures.aPerson(fixtures.anAddress()));
    }

    @Test
    void a_stack_is_started_mended_and_published() throws Exception {
        var rule = StackText.write(desk.version().rule());
        var started = call(post("/api/stacks"), Map.of("name", "by-program", "text", "stack: x\nversion: one\n"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.faults[0].line").value(1))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = JsonPath.read(started, "$.id");

        call(put("/api/stacks/" + id + "/draft").header(HttpHeaders.IF_MATCH, "\"1\""), Map.of("text", rule))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.faults").isEmpty());
        call(put("/api/stacks/" + id + "/draft").header(HttpHeaders.IF_MATCH, "\"1\""), Map.of("text", rule))
                .andExpect(status().isConflict());
        call(post("/api/stacks/" + id + "/publish"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(1));
        call(get("/api/stacks/" + id + "/versions"))
                .andExpect(jsonPath("$[0].open").value(true))
                .andExpect(jsonPath("$[0].learners").value(0));
    }

    @Test
    void a_faulty_rule_is_refused_with_each_fault_in_the_callers_language() throws Exception {
        var started = call(
                        post("/api/stacks"),
                        Map.of("name", "faulty", "text", "stack: faulty\nversion: 1\nlevl: high\n"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        call(post("/api/stacks/" + JsonPath.read(started, "$.id") + "/publish")
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "es"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.faults[?(@.code == 'MISSPELT')].line").value(3))
                .andExpect(jsonPath("$.faults[?(@.code == 'MISSPELT')].column").value(1))
                .andExpect(jsonPath("$.faults[?(@.code == 'MISSPELT')].message")
                        .value("«levl» no significa nada aquí; ¿quería decir «level»?"));
    }

    @Test
    void a_version_tells_what_a_pathway_cannot_carry() throws Exception {
        call(get("/api/stacks/versions/" + desk.version().id() + "/pathway"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.losses[?(@.kind == 'OPTIONS')]").isNotEmpty());
        call(get("/api/stacks/schema")).andExpect(status().isOk());
    }

    @Test
    void a_claim_is_read_with_its_decision_and_confirmed() throws Exception {
        call(get("/api/claims")).andExpect(jsonPath("$.length()").value(1));
        call(get("/api/claims/" + desk.waiting()))
                .andExpect(jsonPath("$.met").value(true))
                .andExpect(jsonPath("$.decision.verdict.kind").value("Met"))
                .andExpect(jsonPath("$.decision.allocation.length()").value(2))
                .andExpect(jsonPath("$.words.counted[0].slot").isNotEmpty());

        call(post("/api/claims/" + desk.waiting() + "/confirm"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.claim.status").value("CONFIRMED"))
                .andExpect(jsonPath("$.claim.award").isNotEmpty());
        call(post("/api/claims/" + desk.waiting() + "/refuse"), Map.of("reason", "Too late"))
                .andExpect(status().isConflict());
    }

    @Test
    void a_refusal_without_a_reason_is_refused() throws Exception {
        call(post("/api/claims/" + desk.waiting() + "/refuse"), Map.of())
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("reason"));
    }

    @Test
    void recognition_is_granted() throws Exception {
        call(get("/api/recognitions")).andExpect(jsonPath("$[0].wish.title").value("Ten years at sea"));

        call(post("/api/recognitions/" + desk.asked() + "/grant"), Map.of("credits", 3, "eqfLevel", 4))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("GRANTED"))
                .andExpect(jsonPath("$.granted.credits").value(3));
        call(post("/api/recognitions/" + desk.asked() + "/refuse"), Map.of("reason", "Too late"))
                .andExpect(status().isConflict());
    }

    @Test
    void an_award_that_lost_a_part_is_left_standing_with_a_reason() throws Exception {
        var review = reviews.waiting(school.id(), 1).getFirst().id();
        call(get("/api/impact-reviews/" + review))
                .andExpect(jsonPath("$.canReplace").value(false));
        call(post("/api/impact-reviews/" + review + "/close"), Map.of("reason", "Fine"))
                .andExpect(status().isBadRequest());

        call(post("/api/impact-reviews/" + review + "/close"), Map.of("outcome", "STANDS", "reason", "Taught since."))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.review.outcome").value("STANDS"));

        assertThat(reviews.waiting(school.id(), 1)).isEmpty();
    }

    @Test
    void who_only_designs_sees_no_claims() throws Exception {
        var designer = fixtures.bearer(school, Role.DESIGNER);

        http.perform(get("/api/claims").header(HttpHeaders.AUTHORIZATION, designer))
                .andExpect(status().isForbidden());
    }

    private ResultActions call(MockHttpServletRequestBuilder call) throws Exception {
        return http.perform(call.header(HttpHeaders.AUTHORIZATION, key));
    }

    private ResultActions call(MockHttpServletRequestBuilder call, Map<String, ?> body) throws Exception {
        return call(call.contentType(MediaType.APPLICATION_JSON).content(json.writeValueAsString(body)));
    }
}
