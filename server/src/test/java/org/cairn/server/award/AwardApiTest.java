package org.cairn.server.award;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecVersionId;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@CairnTest
class AwardApiTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    private String bearer = "";
    private SpecVersionId spec = new SpecVersionId(new UUID(0, 0));

    @BeforeEach
    void aProgramOfASchool() {
        var school = fixtures.anInstitution();
        bearer = fixtures.bearer(school, Role.ISSUER);
        spec = AwardFixtures.aPublishedSpec(specs, Acting.system(school));
    }

    @Test
    void an_award_is_created_once_and_found_again() throws Exception {
        var created = award("Ana Gil", "one")
                .andExpect(status().isCreated())
                .andExpect(header().exists(HttpHeaders.LOCATION))
                .andReturn();
        String id = JsonPath.read(created.getResponse().getContentAsString(), "$.id");

        award("Ana Gil", "one")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(id));
        award("Luis Paz", "one").andExpect(status().isConflict());
        award("Ana Gil", "two")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(id));
        http.perform(get("/api/awards/" + id).header(HttpHeaders.AUTHORIZATION, bearer))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.recipient.name").value("Ana Gil"))
                .andExpect(jsonPath("$.claimed").value(false));
        http.perform(get("/api/awards?claimed=NO").header(HttpHeaders.AUTHORIZATION, bearer))
                .andExpect(jsonPath("$.total").value(1));
    }

    /// Today's date would make another award of the same request sent again tomorrow.
    @Test
    void the_day_of_the_decision_is_needed() throws Exception {
        http.perform(post("/api/awards")
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"spec\":\"" + spec.value() + "\",\"recipient\":{\"name\":\"Ana Gil\"}}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("date"));
    }

    @Test
    void faults_come_all_at_once_with_their_fields() throws Exception {
        http.perform(post("/api/awards")
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"spec\":\"" + spec.value() + "\",\"date\":\"2999-01-01\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults.length()").value(2));
    }

    @Test
    void a_program_of_another_school_finds_nothing() throws Exception {
        var created = award("Ana Gil", "one").andReturn();
        String id = JsonPath.read(created.getResponse().getContentAsString(), "$.id");
        var other = fixtures.bearer(fixtures.anInstitution(), Role.ISSUER);

        http.perform(get("/api/awards/" + id).header(HttpHeaders.AUTHORIZATION, other))
                .andExpect(status().isNotFound());
        http.perform(post("/api/awards/" + id + "/annul")
                        .header(HttpHeaders.AUTHORIZATION, other)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"not mine\"}"))
                .andExpect(status().isNotFound());
    }

    @Test
    void an_award_is_annulled_with_a_reason() throws Exception {
        var created = award("Ana Gil", "one").andReturn();
        String id = JsonPath.read(created.getResponse().getContentAsString(), "$.id");

        http.perform(post("/api/awards/" + id + "/annul")
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"Mixed up.\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("ANNULLED"))
                .andExpect(jsonPath("$.annulledFor").value("Mixed up."));
    }

    @Test
    void only_an_absorbed_award_is_restored() throws Exception {
        var created = award("Ana Gil", "one").andReturn();
        String id = JsonPath.read(created.getResponse().getContentAsString(), "$.id");

        http.perform(post("/api/awards/" + id + "/restore")
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"In error.\"}"))
                .andExpect(status().isConflict());
        http.perform(get("/api/awards/" + id).header(HttpHeaders.AUTHORIZATION, bearer))
                .andExpect(jsonPath("$.components").isEmpty())
                .andExpect(jsonPath("$.absorbedInto").isEmpty());
    }

    @Test
    void a_class_is_awarded_in_the_background_and_bad_rows_are_told() throws Exception {
        var answer = batch("Name,Date\nAna Gil,2026-05-01\nLuis,1/2/2026\n", false)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.badRows[0].line").value(3))
                .andExpect(jsonPath("$.badRows[0].code").value("award.reason.ambiguousDate"))
                .andReturn();
        String id = JsonPath.read(answer.getResponse().getContentAsString(), "$.id");

        Awaitility.await().until(() -> stage(id).equals("DONE"));

        assertThat(stage(id)).isEqualTo("DONE");
        http.perform(get("/api/awards").header(HttpHeaders.AUTHORIZATION, bearer))
                .andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void a_preview_waits_for_confirmation() throws Exception {
        var answer = batch("Name,Date\nAna Gil,2026-05-01\n", true)
                .andExpect(jsonPath("$.status").value("PREVIEW"))
                .andReturn();
        String id = JsonPath.read(answer.getResponse().getContentAsString(), "$.id");

        http.perform(post("/api/awards/batches/" + id + "/confirm").header(HttpHeaders.AUTHORIZATION, bearer))
                .andExpect(status().isOk());

        Awaitility.await().until(() -> stage(id).equals("DONE"));
        http.perform(get("/api/awards").header(HttpHeaders.AUTHORIZATION, bearer))
                .andExpect(jsonPath("$.total").value(1));
    }

    private ResultActions award(String name, String key) throws Exception {
        return http.perform(post("/api/awards")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"spec": "%s", "recipient": {"name": "%s"}, "date": "2026-05-01"}
                        """.formatted(spec.value(), name)));
    }

    private ResultActions batch(String file, boolean preview) throws Exception {
        return http.perform(post("/api/awards/batches")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .param("spec", spec.value().toString())
                .param("preview", String.valueOf(preview))
                .contentType("text/csv")
                .content(file));
    }

    private String stage(String batch) throws Exception {
        var answer = http.perform(get("/api/awards/batches/" + batch).header(HttpHeaders.AUTHORIZATION, bearer))
                .andReturn();
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.status");
    }
}
