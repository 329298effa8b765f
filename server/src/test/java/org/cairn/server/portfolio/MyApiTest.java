package org.cairn.server.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.cairn.credential.badge.Baking;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.identity.Person;
import org.cairn.server.portfolio.Learners.Learner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// A learner's own program does with her key what she does on the pages.
@CairnTest
class MyApiTest {
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    Learners learners;

    @Autowired
    void learners(AutowireCapableBeanFactory beans) {
        learners = beans.createBean(Learners.class);
    }

    private Learner learner;
    private String key = "";
    private UUID credential;

    @BeforeEach
    void aLearnerWithAKey() throws Exception {
        learner = learners.aLearner();
        key = keyOf(learner.person());
        credential = learner.credential().id().value();
    }

    @Test
    void what_she_holds_is_listed_in_short() throws Exception {
        read("/api/me/credentials")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.credentials.length()").value(1))
                .andExpect(jsonPath("$.credentials[0].id").value(credential.toString()))
                .andExpect(jsonPath("$.credentials[0].title.en").value(Learners.TITLE))
                .andExpect(jsonPath("$.credentials[0].status").value("ACTIVE"))
                .andExpect(jsonPath("$.credentials[0].awardedOn").value("2026-09-14"))
                .andExpect(jsonPath("$.underway").value(0));
        read("/api/me/credentials/" + credential)
                .andExpect(jsonPath("$.recipient").value("Nadia Haddad"));
    }

    @Test
    void the_files_are_the_signed_document_itself() throws Exception {
        var files = "/api/me/credentials/" + credential;

        read(files + "/badge.json")
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andExpect(content().string(learner.credential().json()));
        var png = read(files + "/badge.png").andReturn().getResponse().getContentAsByteArray();
        assertThat(Baking.unbakePng(png)).contains(learner.credential().json());
        read(files + "/badge.svg").andExpect(content().contentType("image/svg+xml"));
        read(files + "/badge.pdf").andExpect(content().contentType(MediaType.APPLICATION_PDF));
    }

    @Test
    void a_code_from_paper_is_claimed_once() throws Exception {
        var award = learners.awarded(learner.issuer(), Optional.empty());
        var code = "{\"code\":\"" + learners.codeOf(award) + "\"}";
        var claimed = learners.credentialOf(award).id().value().toString();

        write("/api/me/claims", code)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.credential").value(claimed));
        write("/api/me/claims", code).andExpect(jsonPath("$.credential").value(claimed));
        read("/api/me/credentials").andExpect(jsonPath("$.credentials.length()").value(2));

        key = keyOf(learners.aLearner().person());
        write("/api/me/claims", code)
                .andExpect(status().isConflict())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void an_unknown_code_is_not_found_and_guessing_ends() throws Exception {
        for (int i = 0; i < 20; i++) {
            http.perform(post("/api/me/claims")
                            .header(HttpHeaders.AUTHORIZATION, key)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"code\":\"WRONG-CODE\"}")
                            .with(from("203.0.113.77")))
                    .andExpect(status().isNotFound());
        }
        http.perform(post("/api/me/claims")
                        .header(HttpHeaders.AUTHORIZATION, key)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")
                        .with(from("203.0.113.77")))
                .andExpect(status().isTooManyRequests())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.detail").value(containsString("Wait")));
    }

    @Test
    void a_link_is_made_opened_by_another_extended_and_ended() throws Exception {
        var made = write("/api/me/shares", wish("\"purpose\":\"Harbour office\""))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.share.state").value("LIVE"))
                .andReturn()
                .getResponse();
        var address = String.valueOf(made.getHeader(HttpHeaders.LOCATION));
        var link =
                URI.create(JsonPath.read(made.getContentAsString(), "$.link")).getPath();
        http.perform(get(link).header(HttpHeaders.USER_AGENT, BROWSER)).andExpect(status().isOk());

        read(address)
                .andExpect(jsonPath("$.share.openings").value(1))
                .andExpect(jsonPath("$.visits[0].client").value("FIREFOX"));
        var later = Instant.now()
                .plus(Duration.ofDays(90))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        write(address + "/expiry", "{\"expiresAt\":\"" + later + "\"}")
                .andExpect(jsonPath("$.share.expiresAt").value(later));
        write(address + "/end", "").andExpect(jsonPath("$.share.state").value("ENDED"));

        http.perform(get(link).accept("text/html")).andExpect(status().isNotFound());
        write(address + "/expiry", "{}").andExpect(status().isConflict());
        read("/api/me/shares")
                .andExpect(jsonPath("$[0].purpose").value("Harbour office"))
                .andExpect(jsonPath("$[0].credentials[0]").value(credential.toString()));
    }

    @Test
    void wishes_that_cannot_be_are_refused_by_field() throws Exception {
        write("/api/me/shares", "{}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("credentials"));
        write("/api/me/shares", "{\"credentials\":[\"no id\"]}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.faults[0].field").value("credentials[0]"));
        write("/api/me/shares", wish("\"expiresAt\":\"2001-01-01T00:00:00Z\""))
                .andExpect(status().isBadRequest())
                .andExpect(header().string(HttpHeaders.CONTENT_TYPE, containsString("problem+json")));
        write("/api/me/shares", "[1").andExpect(status().isBadRequest());
        read("/api/me/shares").andExpect(content().json("[]"));
    }

    private String wish(String more) {
        return "{\"credentials\":[\"" + credential + "\"]," + more + "}";
    }

    private String keyOf(Person person) throws Exception {
        return "Bearer "
                + http.perform(post("/account/keys")
                                .param("name", "test")
                                .with(fixtures.as(person))
                                .with(csrf()))
                        .andReturn()
                        .getFlashMap()
                        .get("secret");
    }

    private ResultActions read(String path) throws Exception {
        return http.perform(get(path).header(HttpHeaders.AUTHORIZATION, key));
    }

    private ResultActions write(String path, String json) throws Exception {
        return http.perform(post(path)
                .header(HttpHeaders.AUTHORIZATION, key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json));
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
