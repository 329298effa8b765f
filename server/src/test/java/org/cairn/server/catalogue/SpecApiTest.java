package org.cairn.server.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Role;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@CairnTest
class SpecApiTest {
    /// Meets every demand of the quality check.
    private static final String COMPLETE = """
            {"title": {"en": "Splicing rope", "es": "Empalmar cabos"},
             "description": {"en": "Join two ropes so that they hold."},
             "outcomes": [{"text": {"en": "Make an eye splice that holds"}, "assessedBy": [0]}],
             "hours": 25, "ects": 1, "eqfLevel": 3,
             "assessments": [{"type": "PRACTICAL_ASSESSMENT", "description": {"en": "Two splices under load"}}],
             "participation": ["ON_SITE"], "qualityAssurance": [{"type": "INTERNAL_ONLY"}]}
            """;

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    JdbcClient jdbc;

    private String designer = "";
    private String issuer = "";

    @BeforeEach
    void aSchoolWithPrograms() {
        var school = fixtures.anInstitution();
        designer = fixtures.bearer(school, Role.DESIGNER);
        issuer = fixtures.bearer(school, Role.ISSUER);
    }

    @Test
    void a_spec_is_written_published_and_read_back_as_it_was_sent() throws Exception {
        var id = created(COMPLETE);

        call(get("/api/specs/" + id + "/draft"))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.ETAG, "\"1\""))
                .andExpect(jsonPath("$.id").value(id))
                .andExpect(jsonPath("$.content.title.es").value("Empalmar cabos"))
                .andExpect(jsonPath("$.content.outcomes[0].assessedBy[0]").value(0));
        call(get("/api/specs/" + id + "/quality"))
                .andExpect(jsonPath("$.verdict").value("CONFORMS"));
        var version = published(id);
        call(get("/api/specs/" + id + "/versions"))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].id").value(version))
                .andExpect(jsonPath("$[0].number").value(1));
        http.perform(get("/catalogue/" + version).accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$..en").isNotEmpty());
    }

    @Test
    void a_save_on_an_outdated_revision_changes_nothing() throws Exception {
        var id = created(COMPLETE);
        save(id, "\"1\"", COMPLETE.replace("Splicing", "Knotting")).andExpect(status().isOk());

        save(id, "\"1\"", COMPLETE.replace("Splicing", "Cutting")).andExpect(status().isConflict());
        save(id, "no number", COMPLETE).andExpect(status().isConflict());

        call(get("/api/specs/" + id + "/draft"))
                .andExpect(jsonPath("$.content.title.en").value("Knotting rope"));
    }

    @Test
    void an_unmet_demand_needs_a_written_reason() throws Exception {
        var id = created("{\"title\": {\"en\": \"Half a thought\"}}");

        publish(id, "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("overrideReason"));
        publish(id, "{\"overrideReason\": \"too short\"}").andExpect(status().isBadRequest());
        publish(id, "{\"overrideReason\": \"The pilot group starts before the level is settled.\"}")
                .andExpect(status().isCreated());
    }

    @Test
    void what_did_not_change_is_not_published_again() throws Exception {
        var id = created(COMPLETE);
        published(id);

        publish(id, "{}").andExpect(status().isConflict());
    }

    @Test
    void a_published_version_cannot_be_changed_even_in_the_database() throws Exception {
        var version = UUID.fromString(published(created(COMPLETE)));

        assertThatThrownBy(() -> jdbc.sql("update spec_version set content = '{}' where id = :id")
                        .param("id", version)
                        .update())
                .hasMessageContaining("spec_version");
        assertThatThrownBy(() -> jdbc.sql("delete from spec_version where id = :id")
                        .param("id", version)
                        .update())
                .hasMessageContaining("spec_version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "\"text\"",
                "{\"title\": \"not by language\"}",
                "{\"titel\": {\"en\": \"misspelt\"}}",
                "{\"title\": {\"not a language!\": \"x\"}}",
                "{\"hours\": -1}",
                "{\"hours\": 1e99}",
                "{\"eqfLevel\": 9}",
                "{\"outcomes\": [{\"text\": {\"en\": \"x\"}, \"assessedBy\": [3]}]}",
                "{\"assessments\": [{\"type\": \"MAGIC\"}]}",
                "{\"skills\": [{\"uri\": \"javascript:alert(1)\", \"label\": \"x\", \"framework\": \"ESCO\"}]}",
            })
    void nonsense_is_refused_with_a_problem_and_stores_nothing(String body) throws Exception {
        var problem = call(post("/api/specs")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().isBadRequest())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, "application/problem+json"))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(problem).doesNotContain("Exception", "org.cairn", "tools.jackson");
        call(get("/api/specs")).andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void a_program_that_only_issues_reads_but_does_not_write() throws Exception {
        var id = created(COMPLETE);

        http.perform(get("/api/specs/" + id + "/draft").header(HttpHeaders.AUTHORIZATION, issuer))
                .andExpect(status().isOk());
        http.perform(put("/api/specs/" + id + "/draft")
                        .header(HttpHeaders.AUTHORIZATION, issuer)
                        .header(HttpHeaders.IF_MATCH, "\"1\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(COMPLETE))
                .andExpect(status().isForbidden());
    }

    @Test
    void a_picture_is_drawn_anew_as_a_square() throws Exception {
        var id = created(COMPLETE);

        var answer = call(put("/api/specs/" + id + "/image")
                        .contentType(MediaType.IMAGE_PNG)
                        .content(Images.png(new BufferedImage(300, 100, BufferedImage.TYPE_INT_RGB))))
                .andExpect(status().isOk())
                .andReturn();
        String image = JsonPath.read(answer.getResponse().getContentAsString(), "$.content.image");

        var served = http.perform(get("/images/" + image))
                .andExpect(status().isOk())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, MediaType.IMAGE_PNG_VALUE))
                .andReturn();
        var picture = ImageIO.read(new ByteArrayInputStream(served.getResponse().getContentAsByteArray()));
        assertThat(picture.getWidth()).isEqualTo(300);
        assertThat(picture.getHeight()).isEqualTo(300);
    }

    @Test
    void a_published_picture_can_be_neither_deleted_nor_changed_nor_taken_by_another_house() throws Exception {
        var id = created(COMPLETE);
        var answer = call(put("/api/specs/" + id + "/image")
                        .contentType(MediaType.IMAGE_PNG)
                        .content(Images.png(new BufferedImage(30, 30, BufferedImage.TYPE_INT_RGB))))
                .andReturn();
        String image = JsonPath.read(answer.getResponse().getContentAsString(), "$.content.image");
        call(post("/api/specs/" + id + "/publish")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"overrideReason\":\"For a test; nobody earns it in earnest.\"}"))
                .andExpect(status().isCreated());

        assertThatThrownBy(() -> jdbc.sql("delete from image where id = :id::uuid")
                        .param("id", image)
                        .update())
                .hasMessageContaining("shows this image");
        assertThatThrownBy(() -> jdbc.sql("update image set png = '' where id = :id::uuid")
                        .param("id", image)
                        .update())
                .isInstanceOf(DataAccessException.class);

        var other = fixtures.bearer(fixtures.anInstitution(), Role.DESIGNER);
        http.perform(post("/api/specs")
                        .header(HttpHeaders.AUTHORIZATION, other)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"title\":{\"en\":\"Copied\"},\"image\":\"" + image + "\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("image"));
    }

    @Test
    void a_search_finds_what_people_wrote_and_not_how_it_is_stored() throws Exception {
        var mark = "m" + UUID.randomUUID().toString().replace("-", "");
        var id = created(
                "{\"title\":{\"en\":\"Knots " + mark + "\"},\"outcomes\":[{\"text\":{\"en\":\"Ties a bowline\"}}]}");
        call(post("/api/specs/" + id + "/publish")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"overrideReason\":\"For a test; nobody earns it in earnest.\"}"))
                .andExpect(status().isCreated());

        assertThat(found(mark + " bowline")).isOne();
        assertThat(found(mark + " assessedBy")).isZero();
        assertThat(found(mark + " und")).isZero();
    }

    private int found(String words) throws Exception {
        var answer = http.perform(get("/catalogue").param("q", words)).andReturn();
        return Jsoup.parse(answer.getResponse().getContentAsString())
                .select("main .cards a[href^=/catalogue/]")
                .size();
    }

    @Test
    void what_is_no_picture_is_refused_and_the_draft_stays() throws Exception {
        var id = created(COMPLETE);

        call(put("/api/specs/" + id + "/image")
                        .contentType(MediaType.IMAGE_PNG)
                        .content("<svg onload='alert(1)'/>".getBytes(UTF_8)))
                .andExpect(status().isBadRequest());

        call(get("/api/specs/" + id + "/draft"))
                .andExpect(jsonPath("$.revision").value(1))
                .andExpect(jsonPath("$.content.image").isEmpty());
    }

    private String created(String content) throws Exception {
        var answer = call(post("/api/specs")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(content))
                .andExpect(status().isCreated())
                .andReturn();
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.id");
    }

    private String published(String id) throws Exception {
        var answer = publish(id, "{}").andExpect(status().isCreated()).andReturn();
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.id");
    }

    private ResultActions publish(String id, String body) throws Exception {
        return call(post("/api/specs/" + id + "/publish")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions save(String id, String ifMatch, String body) throws Exception {
        return call(put("/api/specs/" + id + "/draft")
                .header(HttpHeaders.IF_MATCH, ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request.header(HttpHeaders.AUTHORIZATION, designer));
    }
}
