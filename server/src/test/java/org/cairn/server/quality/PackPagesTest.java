package org.cairn.server.quality;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.Locale;
import java.util.Optional;
import org.cairn.quality.Packs;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.catalogue.SpecContent;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Acting;
import org.cairn.server.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/// The rule packs on pages and over REST.
@CairnTest
class PackPagesTest {
    private static final String HALF_FILLED = """
            {"title": {"en": "Splicing rope"}, "outcomes": [{"text": {"en": "Make an eye splice"}, "assessedBy": []}],
             "hours": 25, "participation": ["ON_SITE"]}
            """;

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Test
    void anybody_sees_which_packs_are_in_force() throws Exception {
        http.perform(get("/rule-packs").locale(Locale.of("es")))
                .andExpect(status().isOk())
                .andExpect(
                        content().string(containsString("Nueva Zelanda: microcredenciales de la NZQA, reglas de 2022")))
                .andExpect(content().string(containsString("/rule-packs/TMC")));
    }

    @Test
    void a_pack_shows_its_rules_with_clause_and_what_is_accepted() throws Exception {
        http.perform(get("/rule-packs/NZQA").locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("6.1(c)")))
                .andExpect(content().string(containsString("spec.subject.nzsced has the form [0-9]{6}")));
        http.perform(get("/rule-packs/NOBODY")).andExpect(status().isNotFound());
    }

    @Test
    void its_file_is_the_one_that_was_read() throws Exception {
        var text = http.perform(get("/rule-packs/NZQA/text"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);

        assertThat(text).isEqualTo(Packs.text("nzqa-2022"));
        assertThat(Packs.read("nzqa.yaml", text)).isInstanceOf(Packs.Read.class);
    }

    @Test
    void the_form_of_a_pack_is_explained_with_its_schema_and_every_fact() throws Exception {
        http.perform(get("/rule-packs/format").locale(Locale.of("ar")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("evidence: {of, withinMonths, from}")))
                .andExpect(content().string(containsString("spec.needEvidence.date")));
        http.perform(get("/rule-packs/format/schema"))
                .andExpect(jsonPath("$.title").value("A quality framework as a file of rules"));
    }

    @Test
    void a_program_checks_a_draft_against_the_packs_it_names() throws Exception {
        var key = fixtures.bearer(fixtures.anInstitution(), Role.DESIGNER);
        var created = http.perform(post("/api/specs")
                        .header(HttpHeaders.AUTHORIZATION, key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(HALF_FILLED))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString(UTF_8);
        var reports = "/api/specs/" + JsonPath.read(created, "$.id") + "/reports";

        http.perform(get(reports + "?packs=EU-2022,NZQA").header(HttpHeaders.AUTHORIZATION, key))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.frameworks.length()").value(2))
                .andExpect(jsonPath("$.frameworks[0].verdict").value("FAILS"))
                .andExpect(jsonPath("$.frameworks[0].findings[?(@.rule == 'EU-M06')].positions[0]")
                        .value(1))
                .andExpect(jsonPath("$.frameworks[1].findings[?(@.rule == 'NZ-E1')].outcome")
                        .value("NEEDS_REVIEW"));
        http.perform(get(reports).header(HttpHeaders.AUTHORIZATION, key))
                .andExpect(jsonPath("$.frameworks.length()").value(14));
        http.perform(get(reports + "?packs=NOBODY").header(HttpHeaders.AUTHORIZATION, key))
                .andExpect(status().isNotFound());
    }

    @Test
    void the_packs_are_listed_without_a_key() throws Exception {
        http.perform(get("/api/public/rule-packs").locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].id").value("EU-2022"))
                .andExpect(jsonPath("$[0].draft").value(true));
    }

    @Test
    void a_pack_says_what_is_different_from_its_other_version() throws Exception {
        http.perform(get("/rule-packs/NZQA").locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("Different from version 2018.1")))
                .andExpect(content().string(containsString("Gone:")));
    }

    @Test
    void somebodys_own_pack_is_tried_on_a_published_version_and_nothing_is_kept() throws Exception {
        var by = Acting.system(fixtures.anInstitution());
        var version = specs.publish(
                by, specs.create(by, SpecContent.empty()), Optional.of("A spec for tests; nobody earns it."));
        var own = Packs.example();

        http.perform(post("/rule-packs/try")
                        .with(csrf())
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.ENGLISH)
                        .param("text", own)
                        .param("spec", "https://cairn.example/catalogue/" + version))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The pack can be read.")))
                .andExpect(content().string(containsString("check-line--")));
    }

    @Test
    void what_is_wrong_with_somebodys_pack_is_told_by_line_with_a_remedy() throws Exception {
        http.perform(multipart("/rule-packs/try")
                        .file(new MockMultipartFile("file", "own.yaml", "text/plain", "pack: [x\n".getBytes(UTF_8)))
                        .with(csrf())
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("One thing is wrong")))
                .andExpect(content().string(containsString("What to write")));
        http.perform(post("/rule-packs/try")
                        .with(csrf())
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.ENGLISH)
                        .param("text", Packs.example())
                        .param("spec", "nowhere"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("f-spec-error")));
        http.perform(post("/rule-packs/try").with(csrf()).accept(MediaType.TEXT_HTML))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("f-text-error")));
    }
}
