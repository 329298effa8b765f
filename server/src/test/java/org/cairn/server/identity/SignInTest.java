package org.cairn.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.operate.Post;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

@CairnTest
class SignInTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Post post;

    @Test
    void a_mailed_link_signs_in_once() throws Exception {
        var address = fixtures.anAddress();
        http.perform(post("/ott/generate")
                        .param("username", address.value().toUpperCase(Locale.ROOT))
                        .with(csrf()))
                .andExpect(redirectedUrl("/login/sent"));
        var token = tokenMailedTo(address);

        http.perform(post("/login/ott").param("token", token).with(csrf())).andExpect(redirectedUrl("/home"));
        http.perform(post("/login/ott").param("token", token).with(csrf())).andExpect(redirectedUrl("/login?expired"));
    }

    @Test
    void opening_the_link_alone_does_not_use_it_up() throws Exception {
        var address = fixtures.anAddress();
        http.perform(post("/ott/generate").param("username", address.value()).with(csrf()));
        var token = tokenMailedTo(address);

        http.perform(get("/login/ott").param("token", token)).andExpect(status().isOk());

        http.perform(post("/login/ott").param("token", token).with(csrf())).andExpect(redirectedUrl("/home"));
    }

    @Test
    void what_is_no_address_gets_a_message_and_no_letter() throws Exception {
        http.perform(post("/ott/generate").param("username", "not an address").with(csrf()))
                .andExpect(redirectedUrl("/login?badAddress"));
    }

    @Test
    void no_spelling_of_the_path_goes_round_the_limit() throws Exception {
        var address = fixtures.anAddress();
        http.perform(asks("/ott/%67enerate", "not an address", "203.0.113.7"))
                .andExpect(redirectedUrl("/login?badAddress"));
        for (int i = 0; i < 5; i++) {
            http.perform(asks("/ott/%67enerate", address.value(), "203.0.113.7"))
                    .andExpect(redirectedUrl("/login/sent"));
        }

        http.perform(asks("/ott/%67enerate", address.value(), "203.0.113.7"))
                .andExpect(redirectedUrl("/login?alreadySent"));
    }

    @Test
    void who_asks_too_often_for_her_address_does_not_lock_her_out() throws Exception {
        var address = fixtures.anAddress();
        for (int i = 0; i < 7; i++) {
            http.perform(asks("/ott/generate", address.value(), "203.0.113.8"));
        }

        http.perform(asks("/ott/generate", address.value(), "203.0.113.9")).andExpect(redirectedUrl("/login/sent"));
        http.perform(post("/login/ott").param("token", tokenMailedTo(address)).with(csrf()))
                .andExpect(redirectedUrl("/home"));
        http.perform(get("/login?alreadySent=")).andExpect(content().string(containsString("Open the newest letter")));
    }

    private static RequestBuilder asks(String path, String address, String from) {
        return post(URI.create(path))
                .param("username", address)
                .remoteAddress(from)
                .with(csrf());
    }

    @Test
    void unknown_pages_are_not_found_and_personal_ones_ask_to_sign_in() throws Exception {
        http.perform(get("/no-such-page")).andExpect(status().isNotFound());
        http.perform(get("/portfolio")).andExpect(redirectedUrl("/login"));
    }

    private String tokenMailedTo(EmailAddress address) {
        var letter = post.newest(50).stream()
                .filter(l -> l.to().equals(address.value()))
                .findFirst()
                .orElseThrow();
        var link = Pattern.compile("token=([A-Za-z0-9_-]+)").matcher(letter.text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
