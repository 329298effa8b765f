package org.cairn.server.review;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// Reviews by program: the organisations' keys hand in and read, a reviewer's own key judges.
@CairnTest
class ReviewApiTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    private Organisation body;
    private SpecId spec;
    private String schoolKey = "";
    private String bodyKey = "";
    private String reviewerKey = "";

    @BeforeEach
    void keys() throws Exception {
        var school = fixtures.anInstitution();
        body = fixtures.anOrganisation(Organisation.Kind.QUALITY_BODY);
        spec = specs.create(Acting.system(school), ReviewFixtures.content("Splicing rope"));
        schoolKey = fixtures.bearer(school, Role.DESIGNER);
        bodyKey = fixtures.bearer(body, Role.REVIEWER);
        reviewerKey = personal(fixtures.aMember(body, Role.REVIEWER));
    }

    private String personal(Person person) throws Exception {
        return "Bearer "
                + http.perform(post("/account/keys")
                                .param("name", "test")
                                .with(fixtures.as(person))
                                .with(csrf()))
                        .andReturn()
                        .getFlashMap()
                        .get("secret");
    }

    private ResultActions sends(String key, String path, String json) throws Exception {
        return http.perform(post(path)
                .header(HttpHeaders.AUTHORIZATION, key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private ResultActions reads(String key, String path) throws Exception {
        return http.perform(get(path).header(HttpHeaders.AUTHORIZATION, key));
    }

    private String submitted(String pack) throws Exception {
        var json = sends(
                        schoolKey,
                        "/api/reviews",
                        "{\"what\":\"draft:" + spec + "\",\"packs\":[\"" + pack + "\"],\"body\":\"" + body.id() + "\"}")
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return JsonPath.read(json, "$.id");
    }

    @Test
    void what_is_missing_is_a_problem_with_its_fields() throws Exception {
        sends(schoolKey, "/api/reviews", "{}")
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$..field", hasItem("packs")));
    }

    @Test
    void a_review_is_handed_in_judged_and_decided() throws Exception {
        var id = submitted(ReviewFixtures.IRELAND);
        reads(bodyKey, "/api/reviews").andExpect(jsonPath("$[0].state").value("SUBMITTED"));
        sends(
                        schoolKey,
                        "/api/reviews/" + id + "/statements",
                        "{\"path\":\"spec.awardingBody.register\",\"value\":\"https://irq.ie/entry/7\"}")
                .andExpect(jsonPath("$.frameworks[0].open[0]").value("IE-4"))
                .andExpect(jsonPath("$.frameworks[0].verdict").value("INCOMPLETE"));
        sends(reviewerKey, "/api/me/reviews/" + id + "/take", "{}").andExpect(status().isOk());
        sends(
                        reviewerKey,
                        "/api/me/reviews/" + id + "/attest",
                        "{\"rule\":\"IE-4\",\"answer\":\"yes\",\"basis\":\"Minutes of May\","
                                + "\"reason\":\"The council approved it in May.\"}")
                .andExpect(jsonPath("$.frameworks[0].verdict").value("CONFORMS"));
        sends(
                        reviewerKey,
                        "/api/me/reviews/" + id + "/decide",
                        "{\"decision\":\"APPROVED\",\"reason\":\"" + ReviewFixtures.REASON + "\"}")
                .andExpect(jsonPath("$.review.state").value("APPROVED"))
                .andExpect(jsonPath("$.rounds[0].decision").value("APPROVED"))
                .andExpect(jsonPath("$.rounds[0].filed.frameworks[0].verdict").value("FAILS"));

        var published = sends(schoolKey, "/api/specs/" + spec + "/publish", "{}")
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");

        http.perform(get("/api/public/specs/" + String.valueOf(published).replace("/catalogue/", "") + "/approvals"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$", hasSize(1)))
                .andExpect(jsonPath("$[0].body").value(body.id().toString()));
    }

    @Test
    void a_judgement_that_says_nothing_is_a_problem() throws Exception {
        var id = submitted(ReviewFixtures.IRELAND);
        sends(reviewerKey, "/api/me/reviews/" + id + "/attest", "{}")
                .andExpect(status().isConflict())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        sends(reviewerKey, "/api/me/reviews/" + id + "/take", "{}").andExpect(status().isOk());

        sends(reviewerKey, "/api/me/reviews/" + id + "/attest", "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$..field", hasItem("reason")));
    }

    @Test
    void for_somebody_of_neither_side_there_is_no_review() throws Exception {
        var id = submitted(ReviewFixtures.EU);
        var stranger =
                personal(fixtures.aMember(fixtures.anOrganisation(Organisation.Kind.QUALITY_BODY), Role.REVIEWER));

        reads(stranger, "/api/me/reviews/" + id).andExpect(status().isNotFound());
        sends(stranger, "/api/me/reviews/" + id + "/take", "{}").andExpect(status().isNotFound());
        reads(fixtures.bearer(fixtures.anInstitution(), Role.DESIGNER), "/api/reviews/" + id)
                .andExpect(status().isNotFound());
        sends(bodyKey, "/api/reviews/" + id + "/withdraw", "{}").andExpect(status().isForbidden());
        reads(bodyKey, "/api/reviews/" + id).andExpect(status().isOk());
    }
}
