package org.cairn.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.regex.Pattern;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.operate.Post;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

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
