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
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;

@CairnTest
class PersonalKeysTest {
    private static final String PAGE = PersonalKeyPages.HOME;

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    PersonalKeys keys;

    private Person me;

    @BeforeEach
    void somebody() {
        me = fixtures.aPerson(fixtures.anAddress());
    }

    @Test
    void a_key_works_until_it_is_revoked_and_that_is_asked_twice() throws Exception {
        var secret = secret(make("Wallet"));
        callWith(secret).andExpect(status().isOk());

        revoke(false).andExpect(status().isOk()).andExpect(content().string(containsString("Wallet")));
        callWith(secret).andExpect(status().isOk());

        revoke(true).andExpect(redirectedUrl(PAGE));
        callWith(secret).andExpect(status().isUnauthorized());
    }

    @Test
    void the_secret_is_shown_once() throws Exception {
        var made = make("Wallet");

        http.perform(get(PAGE).flashAttrs(made.getFlashMap()).with(fixtures.as(me)))
                .andExpect(content().string(containsString(secret(made))));
        http.perform(get(PAGE).with(fixtures.as(me)))
                .andExpect(content().string(containsString("Wallet")))
                .andExpect(content().string(not(containsString(secret(made)))));
    }

    @Test
    void a_key_with_another_secret_or_named_as_an_organisations_opens_nothing() throws Exception {
        var secret = secret(make("Wallet"));

        callWith(secret.substring(0, secret.length() - 4) + "AAAA").andExpect(status().isUnauthorized());
        callWith(secret.replace("cairn_me_", "cairn_")).andExpect(status().isUnauthorized());
    }

    @Test
    void a_key_needs_a_name_and_nobody_has_too_many() throws Exception {
        assertThat(make(" ").getResponse().getStatus()).isEqualTo(400);
        for (int i = 0; i < 20; i++) {
            make("Wallet " + i);
        }

        assertThat(make("One more").getResponse().getContentAsString()).contains("One more", "20");
        assertThat(keys.of(me.id())).hasSize(20);
    }

    @Test
    void nobody_revokes_the_key_of_another() throws Exception {
        var secret = secret(make("Wallet"));
        var other = fixtures.aPerson(fixtures.anAddress());

        http.perform(post(PAGE + "/" + keys.of(me.id()).getFirst().id() + "/revocation")
                        .param("sure", "true")
                        .with(fixtures.as(other))
                        .with(csrf()))
                .andExpect(status().isNotFound());

        callWith(secret).andExpect(status().isOk());
    }

    private MvcResult make(String name) throws Exception {
        return http.perform(post(PAGE).param("name", name).with(fixtures.as(me)).with(csrf()))
                .andReturn();
    }

    private static String secret(MvcResult made) {
        return String.valueOf(made.getFlashMap().get("secret"));
    }

    private ResultActions revoke(boolean sure) throws Exception {
        return http.perform(post(PAGE + "/" + keys.of(me.id()).getFirst().id() + "/revocation")
                .param("sure", String.valueOf(sure))
                .with(fixtures.as(me))
                .with(csrf()));
    }

    private ResultActions callWith(String secret) throws Exception {
        return http.perform(get("/api/me/credentials").header(HttpHeaders.AUTHORIZATION, "Bearer " + secret));
    }
}
