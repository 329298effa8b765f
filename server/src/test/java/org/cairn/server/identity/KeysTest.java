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

import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@CairnTest
class KeysTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    ApiKeys keys;

    private Organisation college;
    private Person admin;
    private String page;

    @BeforeEach
    void aCollegeWithAnAdmin() {
        college = fixtures.anInstitution();
        admin = fixtures.aMember(college, Role.ADMIN);
        page = "/o/" + college.slug() + "/keys";
    }

    @Test
    void a_key_works_from_its_making_to_its_revocation() throws Exception {
        var secret = make("Register", "DESIGNER");
        callWith(secret).andExpect(status().isOk());

        revoke(onlyKey().id().toString(), "true", "The register moved").andExpect(redirectedUrl(page));

        callWith(secret).andExpect(status().isUnauthorized());
    }

    @Test
    void the_secret_is_shown_once() throws Exception {
        var made = http.perform(post(page)
                        .param("name", "Register")
                        .param("roles", "ISSUER")
                        .with(fixtures.as(admin))
                        .with(csrf()))
                .andExpect(redirectedUrl(page))
                .andReturn();
        var secret = String.valueOf(made.getFlashMap().get("secret"));

        http.perform(get(page).flashAttrs(made.getFlashMap()).with(fixtures.as(admin)))
                .andExpect(content().string(containsString(secret)))
                .andExpect(result -> assertThat(result.getResponse().getHeader(HttpHeaders.CACHE_CONTROL))
                        .contains("no-store"));
        http.perform(get(page).with(fixtures.as(admin))).andExpect(content().string(not(containsString(secret))));
    }

    @Test
    void a_key_may_only_what_it_was_made_for() throws Exception {
        var secret = make("Reader", "REVIEWER");

        http.perform(post("/api/specs")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + secret)
                        .contentType("application/json")
                        .content("{}"))
                .andExpect(status().isForbidden());
    }

    @Test
    void no_key_is_made_without_a_name_or_for_an_admins_powers() throws Exception {
        http.perform(post(page)
                        .param("name", " ")
                        .param("roles", "ISSUER")
                        .with(fixtures.as(admin))
                        .with(csrf()))
                .andExpect(status().isBadRequest());
        http.perform(post(page)
                        .param("name", "Too much")
                        .param("roles", "ADMIN")
                        .with(fixtures.as(admin))
                        .with(csrf()))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Too much")));

        assertThat(keys.of(college.id())).isEmpty();
    }

    @Test
    void revoking_wants_a_reason_and_a_yes_and_keeps_what_was_typed() throws Exception {
        var secret = make("Register", "DESIGNER");
        var id = onlyKey().id().toString();

        revoke(id, "false", "We lost the laptop")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("We lost the laptop")));
        revoke(id, "true", " ").andExpect(status().isBadRequest());

        callWith(secret).andExpect(status().isOk());
    }

    @Test
    void another_organisations_key_can_neither_be_seen_nor_revoked() throws Exception {
        var secret = make("Register", "DESIGNER");
        var id = onlyKey().id();
        var other = fixtures.anInstitution();
        var stranger = fixtures.aMember(other, Role.ADMIN);
        var foreign = "/o/" + other.slug() + "/keys/" + id + "/revocation";

        http.perform(get(foreign).with(fixtures.as(stranger))).andExpect(status().isNotFound());
        http.perform(post(foreign)
                        .param("reason", "Because")
                        .param("confirmation", "true")
                        .with(fixtures.as(stranger))
                        .with(csrf()))
                .andExpect(status().isNotFound());

        callWith(secret).andExpect(status().isOk());
    }

    @Test
    void a_key_with_another_secret_or_of_no_form_opens_nothing() throws Exception {
        var secret = make("Register", "DESIGNER");

        callWith(secret.substring(0, secret.length() - 4) + "AAAA").andExpect(status().isUnauthorized());
        callWith("cairn_nonsense").andExpect(status().isUnauthorized());
    }

    private String make(String name, String role) throws Exception {
        var made = http.perform(post(page)
                        .param("name", name)
                        .param("roles", role)
                        .with(fixtures.as(admin))
                        .with(csrf()))
                .andExpect(redirectedUrl(page))
                .andReturn();
        return String.valueOf(made.getFlashMap().get("secret"));
    }

    private ApiKeys.Listed onlyKey() {
        assertThat(keys.of(college.id())).hasSize(1);
        return keys.of(college.id()).getFirst();
    }

    private ResultActions revoke(String id, String yes, String reason) throws Exception {
        return http.perform(post(page + "/" + id + "/revocation")
                .param("reason", reason)
                .param("confirmation", yes)
                .with(fixtures.as(admin))
                .with(csrf()));
    }

    private ResultActions callWith(String secret) throws Exception {
        return http.perform(get("/api/specs").header(HttpHeaders.AUTHORIZATION, "Bearer " + secret));
    }
}
