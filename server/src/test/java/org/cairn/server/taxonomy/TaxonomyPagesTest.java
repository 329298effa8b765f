package org.cairn.server.taxonomy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.cairn.skills.taxonomy.ConceptUri;
import org.cairn.skills.taxonomy.Scheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

@CairnTest
class TaxonomyPagesTest {
    private static final String SKILLS = """
            conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description
            http://example.org/%1$s/1,knowledge,cross-sector,knots of %1$s,ropes,How to tie.
            not a uri,knowledge,cross-sector,nothing,,
            """;
    private static final String ANALYST = "data analyst";

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Imports imports;

    @Autowired
    Releases releases;

    @Autowired
    Taxonomies taxonomies;

    private Person operator;

    @BeforeEach
    void anOperator() {
        operator = fixtures.aMember(fixtures.anOrganisation(Organisation.Kind.PLATFORM), Role.OPERATOR);
    }

    @Test
    void a_fresh_installation_has_the_starter_set() throws Exception {
        http.perform(get("/api/public/skills").param("q", "data anal").param("kind", "occupation"))
                .andExpect(status().isOk())
                .andExpect(header().exists("ETag"))
                .andExpect(jsonPath("$.found[0].label").value(ANALYST));
        http.perform(get("/api/public/skills")
                        .param("q", "analista de dat")
                        .param("kind", "occupation")
                        .param("lang", "es"))
                .andExpect(jsonPath("$.found[0].label").value("analista de datos"));
    }

    @Test
    void an_occupation_by_its_uri_tells_what_it_asks_for() throws Exception {
        var analyst =
                taxonomies.search(ANALYST, "en", Concept.Kind.OCCUPATION, 1).getFirst();

        http.perform(get("/api/public/skills/by-uri").param("uri", analyst.uri().value()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.kind").value("occupation"))
                .andExpect(jsonPath("$.asks[0].essential").value(true));
        http.perform(get("/skills/concept").param("uri", analyst.uri().value()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("normalise data")))
                .andExpect(content().string(containsString("ESCO classification of the European Commission")));
        http.perform(get("/skills").param("q", "normalise"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("normalise data")));
    }

    @Test
    void what_is_no_uri_or_unknown_is_refused_in_words() throws Exception {
        http.perform(get("/api/public/skills/by-uri").param("uri", "nonsense")).andExpect(status().isBadRequest());
        http.perform(get("/api/public/skills/by-uri").param("uri", "urn:nobody"))
                .andExpect(status().isNotFound());
        http.perform(get("/api/public/skills").param("kind", "dog")).andExpect(status().isBadRequest());
        http.perform(get("/skills/concept").param("uri", "nonsense")).andExpect(status().isNotFound());
    }

    @Test
    void nobody_but_an_operator_gets_to_taxonomies() throws Exception {
        var admin = fixtures.aMember(fixtures.anInstitution(), Role.ADMIN);

        http.perform(get("/operator/taxonomies").with(fixtures.as(admin))).andExpect(status().isNotFound());
        http.perform(multipart("/operator/taxonomies/import")
                        .file(zip("a.zip", "x"))
                        .with(fixtures.as(admin))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void an_uploaded_release_is_imported_stands_beside_the_others_and_goes_when_asked_twice() throws Exception {
        var version = "t" + UUID.randomUUID().toString().substring(0, 8);
        http.perform(multipart("/operator/taxonomies/import")
                        .file(zip("esco.zip", version))
                        .param("version", version)
                        .with(fixtures.as(operator))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        var release = releases.of(new Scheme("esco", version)).orElseThrow();
        var home = "/operator/taxonomies/" + release.id();
        while (imports.progress(release.id()).orElseThrow().state() == Progress.State.RUNNING) {
            Thread.sleep(50);
        }

        http.perform(get(home).with(fixtures.as(operator)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("not an absolute URI")));
        assertThat(taxonomies.skill(new ConceptUri("http://example.org/" + version + "/1")))
                .isPresent();

        // The starter set comes back, so that other tests find it.
        var starter =
                releases.all().stream().filter(Release::isStarter).findFirst().orElseThrow();
        http.perform(post("/operator/taxonomies/" + starter.id() + "/current")
                        .with(fixtures.as(operator))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        http.perform(post(home + "/delete").with(fixtures.as(operator)).with(csrf()))
                .andExpect(status().isOk());
        assertThat(releases.byId(release.id())).isPresent();
        http.perform(post(home + "/delete")
                        .param("sure", "true")
                        .with(fixtures.as(operator))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(releases.byId(release.id())).isEmpty();
        assertThat(taxonomies.search(ANALYST, "en", Concept.Kind.OCCUPATION, 1)).isNotEmpty();
    }

    @Test
    void what_is_no_taxonomy_is_refused_beside_the_field() throws Exception {
        http.perform(multipart("/operator/taxonomies/import")
                        .file(new MockMultipartFile("files", "a.zip", "application/zip", zipped("a.txt", "x")))
                        .with(fixtures.as(operator))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("skills_en.csv")));
        http.perform(multipart("/operator/taxonomies/import")
                        .with(fixtures.as(operator))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("at least one zip file")));
    }

    private static MockMultipartFile zip(String name, String version) throws IOException {
        return new MockMultipartFile(
                "files", name, "application/zip", zipped("skills_en.csv", SKILLS.formatted(version)));
    }

    private static byte[] zipped(String name, String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
