package org.cairn.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Optional;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Overview, settings and history; and who may see which page of an organisation.
@CairnTest
class OrganisationPagesTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Organisations organisations;

    private Organisation college;
    private Person admin;
    private String home;

    @BeforeEach
    void aCollegeWithAnAdmin() {
        college = fixtures.anInstitution();
        admin = fixtures.aMember(college, Role.ADMIN);
        home = "/o/" + college.slug();
    }

    @Test
    void a_member_sees_the_ways_on_that_her_roles_open() throws Exception {
        var designer = fixtures.aMember(college, Role.DESIGNER);

        http.perform(get(home).with(fixtures.as(designer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(home + "/specs")))
                .andExpect(content().string(not(containsString(home + "/members"))));
        http.perform(get(home).with(fixtures.as(admin)))
                .andExpect(content().string(containsString(home + "/members")))
                .andExpect(content().string(containsString("/issuers/" + college.slug())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/members", "/keys", "/settings", "/history"})
    void a_member_of_another_organisation_finds_nothing(String page) throws Exception {
        var stranger = fixtures.aMember(fixtures.anInstitution(), Role.ADMIN);

        http.perform(get(home + page).with(fixtures.as(stranger))).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/members", "/keys", "/settings", "/history"})
    void who_is_no_admin_may_not_enter(String page) throws Exception {
        var issuer = fixtures.aMember(college, Role.ISSUER, Role.DESIGNER, Role.REVIEWER);

        http.perform(get(home + page).with(fixtures.as(issuer))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/members", "/keys", "/settings", "/history"})
    void every_page_speaks_arabic(String page) throws Exception {
        http.perform(get(home + page).param("lang", "ar").with(fixtures.as(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("dir=\"rtl\"")))
                .andExpect(content().string(not(containsString("??identity"))));
    }

    @Test
    void an_admin_changes_what_the_organisation_says_of_itself() throws Exception {
        http.perform(post(home + "/settings")
                        .param("legalName", "Colegio del Río")
                        .param("country", "CL")
                        .param("website", "https://rio.example")
                        .param("email", " Hola@Rio.example ")
                        .with(fixtures.as(admin))
                        .with(csrf()))
                .andExpect(redirectedUrl(home + "/settings"));

        assertThat(organisations.byId(college.id()))
                .contains(new Organisation(
                        college.id(),
                        college.slug(),
                        college.kind(),
                        "Colegio del Río",
                        "CL",
                        Optional.of("https://rio.example"),
                        Optional.of("hola@rio.example"),
                        false));
    }

    @Test
    void what_cannot_be_taken_is_shown_again_and_nothing_changes() throws Exception {
        http.perform(post(home + "/settings")
                        .param("legalName", "Half done")
                        .param("country", "XX")
                        .param("website", "rio.example")
                        .param("email", "hola")
                        .with(fixtures.as(admin))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Half done")))
                .andExpect(content().string(containsString("f-country-error")))
                .andExpect(content().string(containsString("f-website-error")))
                .andExpect(content().string(containsString("f-email-error")));

        assertThat(organisations.byId(college.id())).contains(college);
    }

    @Test
    void the_history_names_who_did_what() throws Exception {
        http.perform(post(home + "/keys")
                .param("name", "Register of the college")
                .param("roles", "ISSUER")
                .with(fixtures.as(admin))
                .with(csrf()));

        http.perform(get(home + "/history").with(fixtures.as(admin)))
                .andExpect(content().string(containsString("API key made")))
                .andExpect(content().string(containsString("Register of the college")))
                .andExpect(content().string(containsString("Test Person")))
                .andExpect(content().string(containsString("Organisation founded")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "0", "2", "2147483647"})
    void a_page_of_history_that_is_not_there_becomes_one_that_is(String page) throws Exception {
        http.perform(get(home + "/history").param("page", page).with(fixtures.as(admin)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Organisation founded")));
    }
}
