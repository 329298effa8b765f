package org.cairn.server.trust;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Organisation;
import org.cairn.server.identity.Person;
import org.cairn.server.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The desk of a quality body, the operator's page of whom he trusts, and what everybody sees of both.
@CairnTest
class AccreditationPagesTest {
    private static final String FAR = "did:web:university.example";

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Accreditations accreditations;

    @Autowired
    TrustLists lists;

    private Organisation body;
    private Person reviewer;

    @BeforeEach
    void aQualityBody() {
        body = fixtures.anOrganisation(Organisation.Kind.QUALITY_BODY);
        reviewer = fixtures.aMember(body, Role.REVIEWER);
    }

    @AfterEach
    void trustNobody() {
        lists.lists().forEach(list -> lists.drop("system", list.id()));
    }

    @Test
    void an_accreditation_is_signed_listed_and_withdrawn() throws Exception {
        http.perform(form(desk() + "/new")
                        .param("subject", FAR)
                        .param("fields", "06, 0715")
                        .param("levelFrom", "4")
                        .param("levelTo", "6")
                        .param("kinds", "MicroCredential")
                        .param("under", "ESG 2015")
                        .param("from", "2026-01-01")
                        .param("until", "2031-12-31"))
                .andExpect(redirectedUrl(desk()));
        var made = accreditations.by(body.id()).getFirst();
        http.perform(get(desk()).with(fixtures.as(reviewer)))
                .andExpect(content().string(containsString(FAR)))
                .andExpect(content().string(containsString("fields 06, 0715 (ISCED-F), EQF levels 4 to 6")));

        http.perform(form(desk() + "/" + made.statement().id() + "/withdraw").param("reason", "no"))
                .andExpect(status().isBadRequest());
        assertThat(accreditations.stands(made)).isTrue();
        http.perform(form(desk() + "/" + made.statement().id() + "/withdraw").param("reason", "Site visit failed"))
                .andExpect(redirectedUrl(desk()));

        assertThat(accreditations.stands(accreditations.by(body.id()).getFirst()))
                .isFalse();
        assertThat(made.scope().under()).containsExactly("ESG 2015");
    }

    @Test
    void all_that_is_wrong_is_told_beside_its_field_and_nothing_is_signed() throws Exception {
        http.perform(form(desk() + "/new")
                        .param("subject", "no-such-institution")
                        .param("fields", "astrology")
                        .param("levelFrom", "7")
                        .param("levelTo", "3")
                        .param("kinds", "Whatever")
                        .param("from", "2026-02-30")
                        .param("until", "soon"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("No institution of this platform has this short name")))
                .andExpect(content().string(containsString("Write codes of two to four digits")))
                .andExpect(content().string(containsString("The highest level is below the lowest")))
                .andExpect(content().string(containsString("Choose from the list")))
                .andExpect(content().string(containsString("Write a day as 2026-01-31")));

        assertThat(accreditations.by(body.id())).isEmpty();
    }

    @Test
    void a_body_does_not_vouch_for_itself_nor_withdraw_what_another_signed() throws Exception {
        sign();
        var made = accreditations.by(body.id()).getFirst();
        var own = made.statement().json().replaceFirst("(?s).*\"issuer\":\\{\"id\":\"([^\"]+)\".*", "$1");
        http.perform(form(desk() + "/new").param("subject", own).param("from", "2026-01-01"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("You cannot vouch for yourself")));

        var other = fixtures.anOrganisation(Organisation.Kind.QUALITY_BODY);
        var stranger = fixtures.aMember(other, Role.REVIEWER);
        http.perform(post("/o/" + other.slug() + "/accreditations/"
                                + made.statement().id() + "/withdraw")
                        .param("reason", "Not ours to withdraw")
                        .with(fixtures.as(stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        http.perform(get("/o/" + other.slug() + "/accreditations/"
                                + made.statement().id() + "/withdraw")
                        .with(fixtures.as(stranger)))
                .andExpect(status().isNotFound());
        assertThat(accreditations.stands(made)).isTrue();
    }

    @Test
    void an_institution_has_no_such_desk() throws Exception {
        var institution = fixtures.anInstitution();
        var reviewerThere = fixtures.aMember(institution, Role.REVIEWER);

        http.perform(get("/o/" + institution.slug() + "/accreditations").with(fixtures.as(reviewerThere)))
                .andExpect(status().isNotFound());
        http.perform(post("/api/accreditations")
                        .header(HttpHeaders.AUTHORIZATION, fixtures.bearer(institution, Role.REVIEWER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_program_signs_and_withdraws_too() throws Exception {
        var key = fixtures.bearer(body, Role.REVIEWER);
        http.perform(post("/api/accreditations")
                        .header(HttpHeaders.AUTHORIZATION, key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"subject\":\"" + FAR + "\",\"from\":\"2026-01-01\"}"))
                .andExpect(status().isCreated())
                .andExpect(content().string(containsString("/statements/")));
        var made = accreditations.by(body.id()).getFirst();
        http.perform(post("/api/accreditations/" + made.statement().id() + "/withdraw")
                        .header(HttpHeaders.AUTHORIZATION, key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"reason\":\"Site visit failed\"}"))
                .andExpect(status().isOk());
        http.perform(post("/api/accreditations")
                        .header(HttpHeaders.AUTHORIZATION, key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"subject\":\"nobody-here\"}"))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));

        assertThat(accreditations.stands(accreditations.by(body.id()).getFirst()))
                .isFalse();
    }

    @Test
    void the_operator_names_bodies_and_brings_lists_in_and_nobody_else_does() throws Exception {
        sign();
        var operator = fixtures.aMember(fixtures.anOrganisation(Organisation.Kind.PLATFORM), Role.OPERATOR);
        http.perform(get("/operator/trust").with(fixtures.as(reviewer))).andExpect(status().isNotFound());
        http.perform(post("/operator/trust/bodies/" + body.slug())
                        .param("trusted", "true")
                        .with(fixtures.as(reviewer))
                        .with(csrf()))
                .andExpect(status().isNotFound());

        http.perform(post("/operator/trust/bodies/" + body.slug())
                        .param("trusted", "true")
                        .with(fixtures.as(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl("/operator/trust"));
        http.perform(get("/trust"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(body.legalName())))
                .andExpect(content().string(containsString(FAR)));

        http.perform(list(operator, "did:web:agency.example  Far agency\nnot-a-did\n"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Entry number 2 has no identifier that can be used")));
        http.perform(list(operator, "did:web:agency.example  Far agency\n"))
                .andExpect(redirectedUrl("/operator/trust"));
        http.perform(get("/trust")).andExpect(content().string(containsString("Far agency")));

        var id = lists.lists().getFirst().id();
        http.perform(post("/operator/trust/lists/" + id + "/drop")
                        .with(fixtures.as(operator))
                        .with(csrf()))
                .andExpect(content().string(containsString("Remove this list?")));
        http.perform(post("/operator/trust/lists/" + id + "/drop")
                        .param("sure", "true")
                        .with(fixtures.as(operator))
                        .with(csrf()))
                .andExpect(redirectedUrl("/operator/trust"));
        http.perform(get("/trust")).andExpect(content().string(not(containsString("Far agency"))));
    }

    @Test
    void what_this_platform_publishes_another_can_take_in() throws Exception {
        sign();
        lists.setOwn("system", body.id(), true);

        var published =
                http.perform(get("/trust/list.json")).andReturn().getResponse().getContentAsByteArray();
        var read = TrustListFile.read(published, "Neighbours");

        assertThat(read.bodies()).containsValue(body.legalName());
        assertThat(read.accreditations())
                .anyMatch(entry -> entry.about().toString().equals(FAR));
    }

    private void sign() throws Exception {
        http.perform(form(desk() + "/new").param("subject", FAR).param("from", "2026-01-01"))
                .andExpect(redirectedUrl(desk()));
    }

    private MockHttpServletRequestBuilder form(String path) {
        return post(path).with(fixtures.as(reviewer)).with(csrf());
    }

    private AbstractMockHttpServletRequestBuilder<?> list(Person operator, String text) {
        return multipart("/operator/trust/lists")
                .file(new MockMultipartFile("file", "list.txt", "text/plain", text.getBytes(UTF_8)))
                .param("name", "List " + UUID.randomUUID())
                .with(fixtures.as(operator))
                .with(csrf());
    }

    private String desk() {
        return "/o/" + body.slug() + "/accreditations";
    }
}
