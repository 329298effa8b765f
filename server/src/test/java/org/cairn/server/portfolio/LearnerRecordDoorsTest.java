package org.cairn.server.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cairn.credential.json.Json;
import org.cairn.server.CairnTest;
import org.cairn.server.Fixtures;
import org.cairn.server.award.Award;
import org.cairn.server.award.Awarding;
import org.cairn.server.award.Awards;
import org.cairn.server.catalogue.Specs;
import org.cairn.server.identity.Person;
import org.cairn.server.issue.Credentials;
import org.cairn.server.issue.IssuedCredential;
import org.cairn.server.operate.MasterKey;
import org.cairn.server.operate.Post;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// The record of a larger award, and what a learner and a verifier see of its parts.
@CairnTest
class LearnerRecordDoorsTest {
    @Autowired
    MockMvc http;

    @Autowired
    Fixtures fixtures;

    @Autowired
    Specs specs;

    @Autowired
    Awards awards;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MasterKey key;

    @Autowired
    Post post;

    private Learners.Learner learner;
    private Award larger;
    private IssuedCredential whole;

    @BeforeEach
    void aLearnerWithALargerAward() {
        var learners = new Learners(fixtures, specs, awards, credentials, jdbc, key, post);
        learner = learners.aLearner();
        var part = awards.byIds(List.of(learner.credential().award())).getFirst();
        var plain = awards.byIds(List.of(
                        learners.awarded(learner.issuer(), part.recipient().email())
                                .id()))
                .getFirst();
        larger = awards.award(
                learner.issuer(),
                new Awarding(
                        plain.spec(),
                        "Nadia Haddad",
                        part.recipient().email(),
                        part.recipient().learnerNumber(),
                        plain.awardedOn().plusDays(1),
                        plain.grade(),
                        plain.narrative(),
                        List.of(part.id())));
        whole = learners.credentialOf(larger);
    }

    @Test
    void the_holder_downloads_the_record_and_it_verifies() throws Exception {
        var record = bytes("/portfolio/" + whole.id() + "/clr.json", learner.person());

        assertThat(Json.strings(Json.object(new String(record, StandardCharsets.UTF_8)), "type"))
                .contains("ClrCredential");
        http.perform(post("/verify").contentType("application/vc+ld+json").content(record))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.verdict").value("VALID"));
    }

    @Test
    void her_program_downloads_it_with_her_key() throws Exception {
        var secret = http.perform(post("/account/keys")
                        .param("name", "test")
                        .with(fixtures.as(learner.person()))
                        .with(csrf()))
                .andReturn()
                .getFlashMap()
                .get("secret");

        http.perform(get("/api/me/credentials/" + whole.id() + "/clr.json").header("Authorization", "Bearer " + secret))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.credentialSubject.verifiableCredential.length()")
                        .value(2));
    }

    @Test
    void there_is_none_for_anybody_else_nor_of_an_award_built_on_nothing() throws Exception {
        var somebody = fixtures.aPerson(fixtures.anAddress());

        http.perform(get("/portfolio/" + whole.id() + "/clr.json").with(fixtures.as(somebody)))
                .andExpect(status().isNotFound());
        http.perform(get("/portfolio/" + learner.credential().id() + "/clr.json")
                        .with(fixtures.as(learner.person())))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void the_page_of_the_credential_links_to_it_where_there_is_one(String language) throws Exception {
        var link = "/portfolio/" + whole.id() + "/clr.json";

        assertThat(text("/portfolio/" + whole.id() + "?lang=" + language, learner.person()))
                .contains(link)
                .doesNotContain("??");
        assertThat(text("/portfolio/" + learner.credential().id() + "?lang=" + language, learner.person()))
                .doesNotContain("clr.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "es", "ar"})
    void what_was_given_up_says_so_in_the_portfolio(String language) throws Exception {
        awards.absorb(learner.issuer(), learner.credential().award(), larger.id());

        assertThat(text("/portfolio/" + learner.credential().id() + "?lang=" + language, learner.person()))
                .contains(
                        switch (language) {
                            case "es" -> "Cedida por un título superior";
                            case "ar" -> "مُتنازَل عنها لمؤهل أعلى";
                            default -> "Given up for a higher award";
                        })
                .doesNotContain("??");
    }

    @Test
    void the_verifier_says_what_it_is_built_on_and_how_that_stands() throws Exception {
        assertThat(verified(whole)).contains("Built on", Learners.TITLE, "It stands.");

        awards.absorb(learner.issuer(), learner.credential().award(), larger.id());
        assertThat(verified(whole)).contains("Built on", "It was given up for this award.");
        http.perform(post("/verify").contentType("application/vc+ld+json").content(whole.json()))
                .andExpect(jsonPath("$.builtOn[0].state").value("GIVEN_UP"))
                .andExpect(jsonPath("$.verdict").value("VALID"));
    }

    @Test
    void the_verifier_tells_a_forger_nothing_of_what_he_lists() throws Exception {
        var forged = whole.json().replace("Nadia Haddad", "Nobody Special");

        http.perform(post("/verify").contentType("application/vc+ld+json").content(forged))
                .andExpect(jsonPath("$.verdict").value("NOT_VALID"))
                .andExpect(jsonPath("$.builtOn[0].name").value(Learners.TITLE))
                .andExpect(jsonPath("$.builtOn[0].state").isEmpty());
    }

    private String verified(IssuedCredential credential) throws Exception {
        return http.perform(post("/verify")
                        .param("text", credential.json())
                        .contentType("application/x-www-form-urlencoded"))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String text(String path, Person person) throws Exception {
        return new String(bytes(path, person), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path, Person person) throws Exception {
        return http.perform(get(path).with(fixtures.as(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }
}
